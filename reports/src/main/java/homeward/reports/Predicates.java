package homeward.reports;

import homeward.language.Chunk;
import homeward.language.Chunk.Content.Named;
import homeward.language.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * What is said to happen to the people a number counts: the verb or noun that governs it ("released 303", "303 were
 * released", "the release of 303"), and whether it was done or is to come.
 */
final class Predicates {
  private static final int FARTHEST = 12;
  private static final int HEAD = 5;
  private static final int LONGEST_CLAUSE = 20;

  private final Sentence sentence;
  private final List<Chunk> chunks;
  private final Clauses clauses;

  /** How the governing word stands to the number. */
  enum Role {
    OBJECT,
    SUBJECT
  }

  enum Tense {
    DONE,
    TO_COME,
    OPEN
  }

  /**
   * A governing word.
   *
   * @param at its place in the sentence
   * @param role what the number is to it
   * @param tense whether it is told as done
   */
  record Predicate(int at, Role role, Tense tense) {}

  Predicates(Sentence sentence) {
    this.sentence = sentence;
    this.chunks = sentence.chunks();
    this.clauses = new Clauses(sentence);
  }

  Optional<Predicate> of(int number) {
    int verb = before(number);
    if (verb >= 0) {
      return Optional.of(new Predicate(verb, Role.OBJECT, tense(verb)));
    }
    verb = after(number);
    return verb < 0 ? Optional.empty()
        : Optional.of(new Predicate(verb, Role.SUBJECT, toSee(number) ? Tense.TO_COME : tense(verb)));
  }

  /** "Which will see 303 released", "if 303 are released". */
  private boolean toSee(int number) {
    for (int at = number - 1; at >= Math.max(0, number - 3); at--) {
      Chunk chunk = chunks.get(at);
      if (chunk.is("future")) {
        return true;
      }
      if (Clauses.verb(chunk) || ",;:–()".contains(chunk.form())) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whose people come back, as the governing word and what depends on it tell: a side; empty words where it tells no
   * more than that they are one side's.
   */
  Optional<String> oneSide(int number, List<String> parties) {
    Optional<Predicate> governing = of(number);
    if (governing.isEmpty()) {
      return Optional.empty();
    }
    Predicate predicate = governing.get();
    Chunk verb = chunks.get(predicate.at());
    boolean home = verb.is("home") || verb.is("arehome") || verb.is("cameback") || verb.is("broughthome");
    boolean alone = !sentence.has("each", "eachside", "perside", "bothsides", "twosides");
    home |= predicate.role() == Role.SUBJECT && alone && (verb.is("reach") || returns(predicate.at()));
    Optional<String> agent = predicate.role() == Role.OBJECT ? subject(predicate.at(), parties) : Optional.empty();
    if (agent.isPresent() && parties.size() == 2 && (verb.is("give") || verb.is("take"))) {
      if (agent.get().isEmpty() || (verb.is("give") && verb.is("come"))) {
        return Optional.of("");
      }
      boolean taken = verb.is("take") || (verb.is("give") && homeAfter(number));
      return Optional.of(taken ? agent.get() : parties.get(1 - parties.indexOf(agent.get())));
    }
    for (int at = Math.max(number, predicate.at()) + 1; at < Math.min(chunks.size(), Math.max(number, predicate.at()) + HEAD); at++) {
      Chunk chunk = chunks.get(at);
      if (chunk.is("N") || ",;:–".contains(chunk.form()) || chunk.is("say")) {
        break;
      }
      home |= chunk.is("home") || chunk.is("arehome") || (chunk.is("captive") && predicate.role() == Role.SUBJECT);
      if (chunk.content() instanceof Named named && parties.contains(named.side())) {
        Chunk before = chunks.get(at - 1);
        boolean pair = at + 1 < chunks.size() && sentence.listed("joining", chunks.get(at + 1));
        if (pair) {
          break;
        }
        if (sentence.listed("agentword", before) && verb.is("give") && parties.size() == 2) {
          return Optional.of(parties.get(1 - parties.indexOf(named.side())));
        }
        if (sentence.listed("goalword", before) || (sentence.listed("placeword", before) && verb.is("come"))) {
          return Optional.of(named.side());
        }
      }
    }
    return home && !(predicate.role() == Role.OBJECT && byTwo(predicate.at())) ? Optional.of("") : Optional.empty();
  }

  /** "307 defenders returned on Saturday": whoever returns comes home; "were returned" leaves open whose they are. */
  private boolean returns(int verb) {
    boolean passive = verb > 0 && sentence.listed("passiveword", chunks.get(verb - 1));
    boolean by = verb + 1 < chunks.size() && sentence.listed("agentword", chunks.get(verb + 1));
    return chunks.get(verb).is("give") && chunks.get(verb).is("come") && !passive && !by;
  }

  /** "55 were being held": people who are held, not freed. */
  boolean held(int number) {
    Optional<Predicate> governing = of(number);
    if (governing.isEmpty() || governing.get().role() != Role.SUBJECT) {
      return false;
    }
    int verb = governing.get().at();
    Chunk word = chunks.get(verb);
    boolean freed = word.is("give") || word.is("take") || word.is("come") || word.is("home");
    boolean event = chunks.subList(number + 1, verb).stream().anyMatch(chunk -> chunk.is("exchange"));
    boolean before = verb > 1 && sentence.listed("perfectword", chunks.get(verb - 2));
    return word.is("held") && !freed && !event && clauses.passive(verb) && !before;
  }

  /** "390 went home", "freed 390 on Friday": whoever is freed or comes home is people, without a noun for them. */
  boolean people(int number) {
    int next = number + 1;
    while (next < chunks.size() && (chunks.get(next).is("done") || chunks.get(next).is("modifier"))) {
      next++;
    }
    boolean ends = next >= chunks.size();
    if (!ends && (chunks.get(next).is("come") || chunks.get(next).is("arehome") || chunks.get(next).is("home"))) {
      return true;
    }
    int before = number - 1;
    while (before > 0 && chunks.get(before).is("modifier") && !chunks.get(before).is("give")) {
      before--;
    }
    boolean freed = before >= 0 && (chunks.get(before).is("give") || chunks.get(before).is("take")) && !chunks.get(before).is("who:all");
    return freed && next == number + 1 && (ends || alone(chunks.get(next)));
  }

  /** Whether no noun can begin here. */
  private boolean alone(Chunk next) {
    return next.is("date") || next.is("preposition") || next.is("each") || next.is("perside") || sentence.listed("clause", next)
        || ",;.:)\u2013".contains(next.form());
  }

  /** "After 1,000 had been returned": people who are freed, whoever else is still held. */
  boolean freed(int number) {
    return of(number).filter(found -> found.role() == Role.SUBJECT && found.tense() == Tense.DONE).map(found -> chunks.get(found.at()))
        .filter(verb -> (verb.is("give") || verb.is("come")) && !verb.is("held")).isPresent();
  }

  /** "390 were freed by both sides": as many by each, or all of them by both. */
  boolean givenByBoth(int number) {
    Optional<Integer> given = of(number).filter(found -> found.role() == Role.SUBJECT).map(Predicate::at)
        .filter(verb -> chunks.get(verb).is("give") && !chunks.get(verb).is("trade"));
    boolean together = sentence.has("total", "combined") || chunks.stream().anyMatch(chunk -> sentence.listed("togetherword", chunk));
    return !together && given.isPresent()
        && chunks.subList(given.get(), Math.min(chunks.size(), given.get() + HEAD)).stream().anyMatch(chunk -> chunk.is("bothsides"));
  }

  /** "Exchanged 307 of their prisoners": what is traded goes both ways. */
  boolean traded(int number) {
    return of(number).filter(found -> found.role() == Role.OBJECT && chunks.get(found.at()).is("trade")).isPresent();
  }

  /** "Both sides freed 95": what both do, each does; "both sides exchanged 95" leaves it open. */
  boolean byBoth(int number) {
    Optional<Predicate> governing = of(number);
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

  /** "Returned" says of its subject both that it gave and that it got back. */
  boolean eitherWay(int number) {
    return of(number).filter(found -> chunks.get(found.at()).is("give") && chunks.get(found.at()).is("come")).isPresent();
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

  private int before(int number) {
    boolean list = false;
    boolean joined = false;
    for (int at = number - 1; at >= Math.max(0, number - FARTHEST); at--) {
      Chunk chunk = chunks.get(at);
      if (Clauses.verb(chunk)) {
        boolean gapped = number + 1 < chunks.size() && sentence.listed("agentword", chunks.get(number + 1));
        return joined && !list && !gapped ? -1 : at;
      }
      joined |= sentence.listed("joining", chunk);
      if (chunk.is("future") && !chunk.is("done")) {
        return -1;
      }
      if (chunk.is("N")) {
        list = true;
      } else if (chunk.is("done") || chunk.is("say") || ";:".contains(chunk.form()) || sentence.listed("relative", chunk)
          || sentence.listed("clause", chunk)) {
        return -1;
      } else if (",–()".contains(chunk.form()) && !list && !listAhead(at)) {
        return -1;
      }
    }
    return -1;
  }

  /** "270 soldiers, 120 civilians": the mark before a number stands between the members of a list. */
  private boolean listAhead(int mark) {
    for (int at = mark - 1; at >= Math.max(0, mark - 3); at--) {
      if (chunks.get(at).is("N")) {
        return true;
      }
    }
    return false;
  }

  private int after(int number) {
    int at = number + 1;
    while (at < chunks.size() && at - number <= LONGEST_CLAUSE) {
      Chunk chunk = chunks.get(at);
      if (sentence.listed("relative", chunk) || (sentence.listed("participle", chunk) && !clauses.passive(at))) {
        at = clauses.past(at);
      } else if (Clauses.verb(chunk) && !chunk.is("exchange")) {
        return at;
      } else if (chunk.is("say") || sentence.listed("clause", chunk) || ";:".contains(chunk.form())) {
        return -1;
      } else {
        at++;
      }
    }
    return -1;
  }

  /** "The return of 1,000" tells of no time. */
  private boolean nominal(int verb) {
    boolean noun = verb + 1 < chunks.size() && sentence.listed("ofword", chunks.get(verb + 1));
    return noun && chunks.subList(Math.max(0, verb - FARTHEST), verb).stream()
        .anyMatch(chunk -> chunk.is("agree") || chunk.is("future"));
  }

  /** "Norland, Vestria swap 1,000 prisoners": after the names of who does it, "swap" is a verb. */
  private boolean told(int verb) {
    Chunk before = verb > 0 ? chunks.get(verb - 1) : chunks.get(verb);
    return chunks.get(verb).is("trade")
        && (before.content() instanceof Named || before.is("bothsides") || before.is("twosides") || before.is("done"));
  }

  /** "Will have freed", "until each side has freed" is still to come. */
  private boolean ahead(int auxiliary) {
    return chunks.subList(Math.max(0, auxiliary - 2), auxiliary).stream().anyMatch(chunk -> chunk.is("future"));
  }

  private Tense tense(int verb) {
    boolean infinitive = false;
    for (int at = verb - 1; at >= Math.max(0, verb - HEAD); at--) {
      Chunk chunk = chunks.get(at);
      if (chunk.is("could") || sentence.listed("aspect", chunk)) {
        return Tense.DONE;
      }
      if (sentence.listed("beginning", chunk)) {
        return chunks.get(verb).is("exchange") ? Tense.TO_COME : Tense.DONE;
      }
      boolean promised = chunk.is("agree")
          && (infinitive || at == verb - 1 || chunks.get(verb).is("exchange") || chunks.get(verb).is("doing"));
      if (chunk.is("future") || promised) {
        return Tense.TO_COME;
      }
      if (sentence.listed("goalword", chunk)) {
        infinitive = true;
      } else if (chunk.is("N") || Clauses.verb(chunk) || ",;:–()".contains(chunk.form())
          || (chunk.is("done") && !sentence.listed("beenword", chunk) && !ahead(at))) {
        break;
      }
    }
    return infinitive || nominal(verb) || (chunks.get(verb).is("exchange") && !told(verb)) ? Tense.OPEN : Tense.DONE;
  }
}
