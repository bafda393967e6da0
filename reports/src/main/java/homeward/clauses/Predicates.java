package homeward.clauses;

import homeward.language.Chunk;
import homeward.clauses.NumberPhrase.Tense;
import homeward.language.Chunk.Content.Counted;
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

  /** "The two have never traded so many". */
  boolean pronoun(int number) {
    boolean two = chunks.get(number).content() instanceof Counted counted && counted.quantity().value() == 2 && counted.category().isEmpty();
    return two && number > 0 && sentence.listed("definite", chunks.get(number - 1)) && number + 1 < chunks.size()
        && (chunks.get(number + 1).is("done") || Clauses.verb(chunks.get(number + 1)));
  }

  /** A number that no noun follows, in a clause without what else is counted in reports of war. */
  boolean bare(int number) {
    Chunk after = number + 1 < chunks.size() ? chunks.get(number + 1) : chunks.get(number);
    boolean ends = number + 1 >= chunks.size() || alone(after) || after.is("done") || after.is("also") || Clauses.verb(after)
        || sentence.listed("joining", after);
    boolean age = number > 1 && chunks.get(number - 1).form().equals(",") && chunks.get(number - 2).is("capital")
        && !chunks.get(number - 2).is("date") && after.form().equals(",");
    return ends && !age && !sentence.has("weapon", "dead", "hurt", "unit", "aged", "gather", "percent");
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

  /** "Exchanged 307 of their prisoners": what is traded goes both ways. */
  boolean traded(int number) {
    return of(number).filter(found -> found.role() == Role.OBJECT && chunks.get(found.at()).is("trade")).isPresent();
  }

  /** Whether they are given, taken or come, and not traded. */
  boolean oneWay(int number) {
    return of(number).map(found -> chunks.get(found.at()))
        .filter(verb -> (verb.is("give") || verb.is("come") || verb.is("take")) && !verb.is("trade")).isPresent();
  }

  /** "Returned" says of its subject both that it gave and that it got back. */
  boolean eitherWay(int number) {
    return of(number).filter(found -> chunks.get(found.at()).is("give") && chunks.get(found.at()).is("come")).isPresent();
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
      if (sentence.listed("goalword", chunk) && at + 1 < verb && sentence.listed("bareword", chunks.get(at + 1))) {
        return Tense.TO_COME;
      } else if (sentence.listed("goalword", chunk)) {
        infinitive = true;
      } else if (chunk.is("N") || Clauses.verb(chunk) || ",;:–()".contains(chunk.form())
          || (chunk.is("done") && !sentence.listed("beenword", chunk) && !ahead(at))) {
        break;
      }
    }
    return infinitive || nominal(verb) || (chunks.get(verb).is("exchange") && !told(verb)) ? Tense.OPEN : Tense.DONE;
  }
}
