package homeward.agreement;

import homeward.exchange.Function;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be wrong with an agreement, one case a reason; programs match the case, people read {@link #inWords}. */
public sealed interface Fault {

  /** What is wrong and what to do about it, for whoever wrote the file. */
  String inWords();

  /** What can be wrong with how it is written. */
  sealed interface OfForm extends Fault {}

  /** What can be wrong with what it says. */
  sealed interface OfMeaning extends Fault {}

  /** There is no such file, or it is no file, or it may not be opened. */
  record NotReadable(String why) implements OfForm {
    @Override
    public String inWords() {
      return why + ": check the name, and that you may read it";
    }
  }

  /** The file is larger than any agreement. */
  record FileTooLarge(long bytes, long most) implements OfForm {
    @Override
    public String inWords() {
      return "it has " + bytes + " bytes, at most " + most + " are read: is this the right file?";
    }
  }

  /** Not JSON as it is read here. */
  record NotJson(String where, String what) implements OfForm {
    @Override
    public String inWords() {
      return "it cannot be read as JSON at " + where + ": " + what;
    }
  }

  /** Another format, or another version of this one. */
  record OtherFormat(String found) implements OfForm {
    @Override
    public String inWords() {
      return "it says " + Words.quoted(found) + ": write \"agreement/1\", the only format there is";
    }
  }

  /** A value of another kind. */
  record Unlike(String expected, String found) implements OfForm {
    @Override
    public String inWords() {
      return found + " stands here: write " + expected;
    }
  }

  /** A field that has to be there. */
  record Missing(String example) implements OfForm {
    @Override
    public String inWords() {
      return "it is missing: add it, for instance " + example;
    }
  }

  /** A name or a word that means nothing here. */
  record Unknown(What what, String written, Optional<String> nearest, List<String> known) implements OfForm {
    private static final int FEW = 8;

    /** What it would have to be. */
    public enum What {
      FIELD("a field"),
      SIDE("the id of a side"),
      CATEGORY("a category of this agreement"),
      FUNCTION("a function"),
      WORD("a word that is known here");

      private final String inWords;

      What(String inWords) {
        this.inWords = inWords;
      }
    }

    @Override
    public String inWords() {
      String wrong = Words.quoted(written) + " is not " + what.inWords;
      String all = " Known here: " + Words.quoted(known);
      return nearest
          .map(word -> wrong + ": did you mean " + Words.quoted(word) + "?" + (known.size() <= FEW ? all : ""))
          .orElse(wrong + "." + all);
    }
  }

  /** Text that says nothing. */
  record Empty() implements OfForm {
    @Override
    public String inWords() {
      return "nothing is written here: write something, or leave the field out if it may be left out";
    }
  }

  /** Text that is too long. */
  record TooLong(int characters, int most) implements OfForm {
    @Override
    public String inWords() {
      return "it has " + characters + " characters: shorten it to " + most + " at most";
    }
  }

  /** Not a code. */
  record NotACode(String written) implements OfForm {
    @Override
    public String inWords() {
      return Words.quoted(written) + " cannot be a code: use small letters a to z, digits, - and _, 1 to 40 of them,"
          + " a letter or digit first, such as \"north-crossing\"";
    }
  }

  /** Not a party's id. */
  record NotAnId(String written) implements OfForm {
    @Override
    public String inWords() {
      return Words.quoted(written) + " cannot be an id: use 1 to 16 letters A to Z, a to z and digits, such as \"A\";"
          + " any other spelling goes into \"name\"";
    }
  }

  /** Not a day. */
  record NotADay(String written, String cure) implements OfForm {
    @Override
    public String inWords() {
      return Words.quoted(written) + " is not a day: " + cure;
    }
  }

  /** Not a time of day. */
  record NotATime(String written, String cure) implements OfForm {
    @Override
    public String inWords() {
      return Words.quoted(written) + " is not a time: " + cure;
    }
  }

  /** Not a digest. */
  record NotADigest(String written) implements OfForm {
    @Override
    public String inWords() {
      return Words.quoted(written) + " is not a digest: copy the 43 characters of the earlier exchange's closing balance";
    }
  }

  /** A number that is too small (a negative one, say) or too large. */
  record OutOfRange(long written, long least, long most) implements OfForm {
    @Override
    public String inWords() {
      return written + " is too " + (written < least ? "small" : "large")
          + ": write a number from " + least + " to " + most;
    }
  }

  /** A list with too few or too many in it. */
  record WrongLength(int found, int least, int most) implements OfForm {
    @Override
    public String inWords() {
      String wanted = least == most ? "exactly " + least : least + " to " + most;
      return "there are " + found + " in this list: write " + wanted;
    }
  }

  /** The same id, code or word a second time. */
  record Twice(String written) implements OfMeaning {
    @Override
    public String inWords() {
      return Words.quoted(written) + " is used a second time (capital and small letters count as the same):"
          + " keep one, or choose another";
    }
  }

  /** An id or a category that the outputs use for something else. */
  record Reserved(String written) implements OfMeaning {
    @Override
    public String inWords() {
      return Words.quoted(written) + " has a meaning of its own in the figures: choose another";
    }
  }

  /** A code that would carry a party's id or name into the log, where no name may stand. */
  record NamesAParty(String code, String party) implements OfMeaning {
    @Override
    public String inWords() {
      return Words.quoted(code) + " is what the party " + Words.quoted(party)
          + " is called, and codes stand in the common log where no party's name may: choose another code";
    }
  }

  /** A function that two parties hold. */
  record HeldTwice(Function function, String one, String other) implements OfMeaning {
    @Override
    public String inWords() {
      return "both " + Words.quoted(one) + " and " + Words.quoted(other) + " hold " + function + ": give it to one of them";
    }
  }

  /** A function that is said to be vacant and is held. */
  record HeldAndVacant(Function function, String holder) implements OfMeaning {
    @Override
    public String inWords() {
      return Words.quoted(holder) + " holds " + function + ", so it is not vacant: take it out here, or there";
    }
  }

  /** Nobody says who may travel, and nobody may travel without it. */
  record NobodyClears() implements OfMeaning {
    @Override
    public String inWords() {
      return "nobody holds CLEARANCE, so nobody could be cleared to travel: give it to one party, or write"
          + " \"travelWithoutInterview\": \"allowed\"; the record then says that people were not asked";
    }
  }

  /** Nobody keeps the transcript. */
  record NoKeeper() implements OfMeaning {
    @Override
    public String inWords() {
      return "nobody keeps the transcript: write \"KEEPER\" among the functions of one party that is not on paper"
          + " (a side may hold it)";
    }
  }

  /** A party on paper cannot keep the transcript. */
  record KeeperOnPaper(String party) implements OfMeaning {
    @Override
    public String inWords() {
      return Words.quoted(party) + " is on paper and cannot keep the transcript, which needs a node: give KEEPER to a party"
          + " that has one";
    }
  }

  /** Neither side has a node. */
  record BothOnPaper() implements OfMeaning {
    @Override
    public String inWords() {
      return "both sides are on paper, so nobody could open the exchange: one of them needs a node, with \"onPaper\": false";
    }
  }

  /** The side that opens the exchange is on paper. */
  record OpenerOnPaper(String side) implements OfMeaning {
    @Override
    public String inWords() {
      return Words.quoted(side) + " is on paper and cannot open the exchange: name the other side";
    }
  }

  /** A tranche whose window begins before the one before it is over. */
  record OutOfOrder(LocalDate day, LocalDate before) implements OfMeaning {
    @Override
    public String inWords() {
      return "its window on " + day + " begins before the window of the tranche before it (" + before + ") is over:"
          + " put the tranches in the order of their windows, and let no two overlap";
    }
  }

  /** A window that is over before it begins. */
  record EndsBeforeItBegins(String from, String until) implements OfMeaning {
    @Override
    public String inWords() {
      return "it ends at " + until + " and begins at " + from + ": let it end later, on the same day (both are UTC)";
    }
  }

  /** Figures that would be published before anything moves, or long after. */
  record PublishedOutside(String from, String latest) implements OfMeaning {
    @Override
    public String inWords() {
      return "figures are published from the beginning of the window to 24 hours after its end: write a time from "
          + from + " to " + latest + " (UTC)";
    }
  }

  /** Agreed on the day of the first tranche, or later. */
  record AgreedTooLate(LocalDate agreedOn, LocalDate first) implements OfMeaning {
    @Override
    public String inWords() {
      return "it was agreed on " + agreedOn + " and the first tranche is on " + first
          + ": between them the lists are exchanged and answered, so put a day or more there";
    }
  }

  /** An end before the last tranche can be over. */
  record EndsTooEarly(LocalDate end, LocalDate needed) implements OfMeaning {
    @Override
    public String inWords() {
      return "the exchange would end on " + end + ", but its last figures may be reconciled until " + needed
          + ": write that day or a later one";
    }
  }

  /** Nobody would go home. */
  record NothingToExchange() implements OfMeaning {
    @Override
    public String inWords() {
      return "nobody returns to either side: write how many under \"returns\" or \"outside\"";
    }
  }

  /** A tranche in which nobody goes home. */
  record EmptyTranche() implements OfMeaning {
    @Override
    public String inWords() {
      return "nobody returns in this tranche: write how many under \"returns\" or \"outside\", or take the tranche out";
    }
  }

  /** The counts of the two sides differ, although they have to be equal. */
  record DoesNotBalance(String more, long unitsMore, String fewer, long unitsFewer) implements OfMeaning {
    /** How much the sides are apart, in units of weight. */
    public long units() {
      return unitsMore - unitsFewer;
    }

    @Override
    public String inWords() {
      return "the two sides do not balance: " + unitsMore + " for " + Words.quoted(more) + ", " + unitsFewer + " for "
          + Words.quoted(fewer) + " (people by weight, less surplus and debts). Change the numbers, declare the " + units()
          + " above as a \"surplus\" to " + Words.quoted(more) + ", cite a debt that " + Words.quoted(fewer)
          + " owes, or write \"parity\": \"as agreed\"";
    }
  }

  /** A number for a category that is exchanged all for all. */
  record NumberForAll(String category) implements OfMeaning {
    @Override
    public String inWords() {
      return "of " + Words.quoted(category) + " all go home, however many: write \"all\" instead of a number in the one tranche"
          + " that carries them";
    }
  }

  /** "all" for a category that has numbers. */
  record NotAllForAll(String category) implements OfMeaning {
    @Override
    public String inWords() {
      return Words.quoted(category) + " is not exchanged all for all: write a number here, or \"all\": true at the category";
    }
  }

  /** All of a category in two tranches. */
  record AllTwice(String side, String category) implements OfMeaning {
    @Override
    public String inWords() {
      return "an earlier tranche already carries all of " + Words.quoted(category) + " who return to " + Words.quoted(side)
          + ": keep \"all\" in one of the two";
    }
  }

  /** All of a category should go home, and no tranche says when. */
  record AllNowhere(String category, String side) implements OfMeaning {
    @Override
    public String inWords() {
      return "no tranche carries those of " + Words.quoted(category) + " who return to " + Words.quoted(side) + ": write "
          + Words.quoted(category) + ": \"all\" for " + Words.quoted(side) + " in one tranche";
    }
  }

  /** A surplus or debt in a category that nobody counts. */
  record NotCounted(String category) implements OfMeaning {
    @Override
    public String inWords() {
      return Words.quoted(category) + " is exchanged all for all and balanced by nothing: take this entry out,"
          + " or give the category numbers";
    }
  }

  /** A surplus or debt of more people than return at all. */
  record MoreThanReturn(String side, String category, long written, int returning) implements OfMeaning {
    @Override
    public String inWords() {
      return written + " in surplus and debts is more than all of " + Words.quoted(category) + " who return to "
          + Words.quoted(side) + " (" + returning + "): write at most that, or let more return";
    }
  }

  /** More people for a side than can be handled. */
  record TooManyPeople(String side, long people, long most) implements OfMeaning {
    @Override
    public String inWords() {
      return people + " people would return to " + Words.quoted(side) + ", at most " + most + " fit into one exchange:"
          + " check the numbers, or make two agreements";
    }
  }
}
