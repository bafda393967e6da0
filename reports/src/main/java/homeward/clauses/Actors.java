package homeward.clauses;

import homeward.clauses.Predicates.Predicate;
import homeward.clauses.Predicates.Role;
import homeward.language.Chunk;
import homeward.language.Chunk.Content.Named;
import homeward.language.Sentence;
import java.util.List;
import java.util.Optional;

/** Who does what a number's governing word says, and whose people come back by it. */
final class Actors {
  private static final int FARTHEST = 12;
  private static final int HEAD = 5;

  private final Sentence sentence;
  private final List<Chunk> chunks;
  private final Predicates predicates;

  Actors(Sentence sentence, Predicates predicates) {
    this.sentence = sentence;
    this.chunks = sentence.chunks();
    this.predicates = predicates;
  }

  /**
   * Whose people come back, as the governing word and what depends on it tell: a side; empty words where it tells no
   * more than that they are one side's.
   */
  Optional<String> oneSide(int number, List<String> parties) {
    return predicates.of(number).flatMap(
        governing -> byAgent(number, governing, parties).or(() -> byGoal(number, governing, parties)));
  }

  /** "Norland freed 303": the people of the other side; "Norland got 303 back": its own. */
  private Optional<String> byAgent(int number, Predicate predicate, List<String> parties) {
    Chunk verb = chunks.get(predicate.at());
    Optional<String> agent = predicate.role() == Role.OBJECT ? subject(predicate.at(), parties) : Optional.empty();
    if (agent.isEmpty() || parties.size() != 2 || !(verb.is("give") || verb.is("take"))) {
      return Optional.empty();
    }
    if (agent.get().isEmpty() || (verb.is("give") && verb.is("come"))) {
      return Optional.of("");
    }
    boolean taken = verb.is("take") || (verb.is("give") && homeAfter(number));
    return Optional.of(taken ? agent.get() : other(agent.get(), parties));
  }

  /** "303 were returned to Norland", "303 were freed by Norland", "303 are home". */
  private Optional<String> byGoal(int number, Predicate predicate, List<String> parties) {
    Chunk verb = chunks.get(predicate.at());
    boolean subject = predicate.role() == Role.SUBJECT;
    boolean home = comesHome(predicate);
    int from = Math.max(number, predicate.at()) + 1;
    for (int at = from; at < Math.min(chunks.size(), from + HEAD - 1); at++) {
      Chunk chunk = chunks.get(at);
      if (chunk.is("N") || ",;:–".contains(chunk.form()) || chunk.is("say")) {
        break;
      }
      home |= chunk.is("home") || chunk.is("arehome") || (chunk.is("captive") && subject);
      if (chunk.content() instanceof Named named && parties.contains(named.side())) {
        Chunk before = chunks.get(at - 1);
        if (at + 1 < chunks.size() && sentence.listed("joining", chunks.get(at + 1))) {
          break;
        }
        if (sentence.listed("agentword", before) && verb.is("give") && parties.size() == 2) {
          return Optional.of(other(named.side(), parties));
        }
        if (sentence.listed("goalword", before) || (sentence.listed("placeword", before) && verb.is("come"))) {
          return Optional.of(named.side());
        }
      }
    }
    return home && (subject || !byTwo(predicate.at())) ? Optional.of("") : Optional.empty();
  }

  private boolean comesHome(Predicate predicate) {
    Chunk verb = chunks.get(predicate.at());
    boolean alone = !sentence.has("each", "eachside", "perside", "bothsides", "twosides");
    return verb.is("home") || verb.is("arehome") || verb.is("cameback") || verb.is("broughthome")
        || (predicate.role() == Role.SUBJECT && alone && (verb.is("reach") || returns(predicate.at())));
  }

  private static String other(String side, List<String> parties) {
    return parties.get(1 - parties.indexOf(side));
  }

  /** "307 defenders returned on Saturday": whoever returns comes home; "were returned" leaves open whose they are. */
  private boolean returns(int verb) {
    boolean passive = verb > 0 && sentence.listed("passiveword", chunks.get(verb - 1));
    boolean by = verb + 1 < chunks.size() && sentence.listed("agentword", chunks.get(verb + 1));
    return chunks.get(verb).is("give") && chunks.get(verb).is("come") && !passive && !by;
  }

  /** "390 were freed by both sides": as many by each, or all of them by both. */
  boolean givenByBoth(int number) {
    Optional<Integer> given = predicates.of(number).filter(found -> found.role() == Role.SUBJECT).map(Predicate::at)
        .filter(verb -> chunks.get(verb).is("give") && !chunks.get(verb).is("trade"));
    boolean together = sentence.has("total", "combined", "summed") || chunks.stream().anyMatch(chunk -> sentence.listed("togetherword", chunk));
    return !together && given.isPresent()
        && chunks.subList(given.get(), Math.min(chunks.size(), given.get() + HEAD)).stream().anyMatch(chunk -> chunk.is("bothsides"));
  }

  /** "390, soldiers and civilians, were sent back by each side": as many by each. */
  boolean byEach(int number) {
    Optional<Integer> given = predicates.of(number).filter(found -> found.role() == Role.SUBJECT).map(Predicate::at)
        .filter(verb -> chunks.get(verb).is("give") || chunks.get(verb).is("take") || chunks.get(verb).is("trade"));
    return given.isPresent() && chunks.subList(given.get(), Math.min(chunks.size(), given.get() + HEAD)).stream()
        .takeWhile(chunk -> !chunk.is("N")).anyMatch(chunk -> chunk.is("eachside") || chunk.is("perside"));
  }

  /** "Both sides freed 95": what both do, each does; "both sides exchanged 95" leaves it open. */
  boolean byBoth(int number) {
    Optional<Predicate> governing = predicates.of(number);
    if (governing.isEmpty() || governing.get().role() != Role.OBJECT) {
      return false;
    }
    Chunk verb = chunks.get(governing.get().at());
    if (verb.is("trade") || !(verb.is("give") || verb.is("take")) || verb.is("exchange")) {
      return false;
    }
    int named = 0;
    for (int at = governing.get().at() - 1; at >= Math.max(0, governing.get().at() - FARTHEST); at--) {
      Chunk chunk = chunks.get(at);
      if (chunk.is("bothsides") && (sentence.listed("bothword", chunk) ? named == 2 : named == 0)) {
        return true;
      }
      if (chunk.is("N") || ",;:–".contains(chunk.form()) || (chunk.is("preposition") && !sentence.listed("ofword", chunk))) {
        return false;
      }
      named += chunk.content() instanceof Named ? 1 : 0;
    }
    return false;
  }

  /** Whom "it" means: the party named last before it in the sentence. */
  private Optional<String> named(int pronoun, List<String> parties) {
    for (int at = pronoun - 1; at >= 0; at--) {
      if (chunks.get(at).content() instanceof Named named && parties.contains(named.side())) {
        return Optional.of(named.side());
      }
    }
    return Optional.empty();
  }

  /** "Norland and Vestria conducted an exchange, returning 390 home": what two do is not one side's. */
  private boolean byTwo(int verb) {
    for (int at = 2; at < verb; at++) {
      if (chunks.get(at).content() instanceof Named && chunks.get(at - 2).content() instanceof Named
          && sentence.listed("joining", chunks.get(at - 1))) {
        return true;
      }
    }
    return chunks.subList(0, verb).stream().anyMatch(chunk -> chunk.is("bothsides") || chunk.is("twosides"));
  }

  private boolean homeAfter(int number) {
    return number + 1 < chunks.size() && (chunks.get(number + 1).is("home") || chunks.get(number + 1).is("cameback"));
  }

  private boolean named(int at) {
    return at >= 0 && chunks.get(at).content() instanceof Named;
  }

  /** The one party that does what the verb says: named before it, not beside the other and not after a preposition. */
  private Optional<String> subject(int verb, List<String> parties) {
    for (int at = verb - 1; at >= Math.max(0, verb - FARTHEST); at--) {
      Chunk chunk = chunks.get(at);
      if (sentence.listed("pronoun", chunk)) {
        return named(at, parties);
      }
      if (chunk.is("N") || chunk.is("bothsides") || chunk.is("eachside") || chunk.is("twosides") || chunk.is("each")
          || ";:".contains(chunk.form())) {
        return Optional.empty();
      }
      if (chunk.is("who:military") && (at == verb - 1 || at == 0)) {
        return Optional.of("");
      }
      if (chunk.content() instanceof Named named) {
        boolean beside = named(at - 1) || named(at - 2);
        boolean governed = at > 0 && (chunks.get(at - 1).is("preposition")
            || (at > 1 && sentence.listed("definite", chunks.get(at - 1)) && chunks.get(at - 2).is("preposition")));
        if (governed && !beside) {
          continue;
        }
        return beside || governed || !parties.contains(named.side()) ? Optional.empty() : Optional.of(named.side());
      }
    }
    return Optional.empty();
  }
}
