package homeward.conduct;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A side: its delegates, its holding sites, its reception. */
public final class SideConduct implements Conduct {
  private final Book book;
  private final ThirdConduct functions;

  /** A side with what it knows privately, and what it knows in the functions that it holds beside. */
  public SideConduct(Book book, ThirdConduct.Ward ward) {
    this.book = book;
    this.functions = new ThirdConduct(ward);
  }

  /** Facts before everything else; then what ends waiting; then what leads on. */
  @Override
  public Stream<Supplier<List<Intent>>> duties(View view) {
    if (view.now() >= book.day().silentFrom()) {
      return Stream.of();
    }
    return Stream.of(onTheDay(view), inTalks(view), onJourneys(view), functions.functions(view), atTheEnd(view))
        .flatMap(duties -> duties);
  }

  private Stream<Supplier<List<Intent>>> onTheDay(View view) {
    DayWork day = new DayWork(view, book);
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
        wrapping::succeeds);
  }

  private Stream<Supplier<List<Intent>>> inTalks(View view) {
    Talks talks = new Talks(view, book);
    ListWork lists = new ListWork(view, book);
    return Stream.of(
        talks::halts,
        talks::opens,
        talks::enrols,
        talks::signs,
        talks::offersTerms,
        lists::commits,
        lists::lodges,
        lists::answers,
        lists::completes,
        lists::freezes);
  }

  private Stream<Supplier<List<Intent>>> onJourneys(View view) {
    JourneyWork journeys = new JourneyWork(view, book);
    return Stream.of(
        journeys::repatriatesDirectly,
        journeys::acknowledges,
        journeys::convenes,
        journeys::fillsWaves,
        journeys::seals,
        journeys::replaces,
        journeys::getsReady);
  }

  private Stream<Supplier<List<Intent>>> atTheEnd(View view) {
    Wrapping wrapping = new Wrapping(view, book);
    return Stream.of(wrapping::settles, wrapping::announces, wrapping::closes, wrapping::ends);
  }
}
