package homeward.exhaustive;

import homeward.exchange.Move;
import homeward.exchange.Offer;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lists and answers: any people of a holder are offered, anew and otherwise; each is accepted or not. */
final class ListSteps {
  private ListSteps() {}

  static void add(Branching branching, Shape shape) {
    for (PartyId holder : Stage.SIDES) {
      if (branching.at().state().course().frozen().isEmpty()) {
        subsets(Stage.held(holder, shape.people())).forEach(people -> lodge(branching, holder, people));
        listed(branching.at(), holder).forEach(people -> answer(branching, holder, people));
      } else if (branching.at().state().people().values().stream().anyMatch(person -> person.holder().equals(holder) && person.struck())) {
        lodge(branching, holder, offered(branching.at(), holder));
      }
    }
  }

  /** Every set of some of them, nobody and everybody included. */
  static List<SortedSet<Ref>> subsets(List<Ref> people) {
    List<SortedSet<Ref>> all = new ArrayList<>();
    for (int mask = 0; mask < 1 << people.size(); mask++) {
      TreeSet<Ref> some = new TreeSet<>();
      for (int i = 0; i < people.size(); i++) {
        if ((mask >> i & 1) == 1) {
          some.add(people.get(i));
        }
      }
      all.add(some);
    }
    return all;
  }

  private static Offer offer(Position at, PartyId holder) {
    return at.state().offers().getOrDefault(holder, Offer.NONE);
  }

  private static SortedSet<Ref> offered(Position at, PartyId holder) {
    TreeSet<Ref> all = new TreeSet<>();
    offer(at, holder).refs().values().forEach(all::addAll);
    return all;
  }

  private static void lodge(Branching branching, PartyId holder, SortedSet<Ref> people) {
    Position at = branching.at();
    boolean frozen = at.state().course().frozen().isPresent();
    if (!frozen && people.equals(offered(at, holder))) {
      return;
    }
    Move move = new Move.Lodge(offer(at, holder).version() + 1, Move.Part.whole(), Stage.people(people), Optional.empty(), Optional.empty());
    branching.voice(holder).ifPresent(voice -> branching.says(voice, move, () -> Stage.letter(holder) + " offers " + names(people)));
  }

  private static List<Ref> listed(Position at, PartyId holder) {
    return at.state().people().entrySet().stream()
        .filter(entry -> entry.getValue().holder().equals(holder) && !entry.getValue().struck())
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  private static void answer(Branching branching, PartyId holder, Ref ref) {
    Position at = branching.at();
    PartyId home = Stage.other(holder);
    boolean accepted = java.util.Objects.requireNonNull(at.state().people().get(ref)).answer() == Person.Answered.ACCEPTED;
    SortedSet<Ref> one = new TreeSet<>(Set.of(ref));
    SortedSet<Ref> none = new TreeSet<>();
    Move move = new Move.Answer(offer(at, holder).version(), accepted ? none : one, accepted ? one : none, none, Optional.empty());
    String verb = accepted ? " no longer accepts " : " accepts ";
    branching.voice(home).ifPresent(voice -> branching.says(voice, move, () -> Stage.letter(home) + verb + names(one)));
  }

  /** Short names: whose and which. */
  static String names(SortedSet<Ref> people) {
    return people.isEmpty() ? "nobody" : String.join(", ", people.stream().map(ListSteps::name).toList());
  }

  static String name(Ref ref) {
    return ref.value().replaceAll("_+$", "").replaceFirst("^H", "");
  }
}
