package homeward.conduct;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A side: its delegates, its holding sites, its reception. */
public final class SideConduct implements Conduct {
  private final Book book;

  /** A side with what it knows privately. */
  public SideConduct(Book book) {
    this.book = book;
  }

  /** Facts before everything else; then what ends waiting; then what leads on. */
  @Override
  public Stream<Supplier<List<Intent>>> duties(View view) {
    if (view.now() >= book.day().silentFrom()) {
      return Stream.of();
    }
    DayWork day = new DayWork(view, book);
    Talks talks = new Talks(view, book);
    ListWork lists = new ListWork(view, book);
    JourneyWork journeys = new JourneyWork(view, book);
    Wrapping wrapping = new Wrapping(view, book);
    return Stream.of(
        day::departs,
        day::countsAtDeparture,
        day::handsOver,
        day::receives,
        day::receivesUnlisted,
        day::countsAtArrival,
        day::bringsHome,
        wrapping::lapses,
        wrapping::succeeds,
        talks::halts,
        talks::opens,
        talks::enrols,
        talks::signs,
        talks::offersTerms,
        lists::commits,
        lists::lodges,
        lists::answers,
        lists::completes,
        lists::freezes,
        journeys::repatriatesDirectly,
        journeys::acknowledges,
        journeys::convenes,
        journeys::fillsWaves,
        journeys::seals,
        journeys::replaces,
        journeys::getsReady,
        wrapping::settles,
        wrapping::announces,
        wrapping::closes,
        wrapping::ends);
  }
}
