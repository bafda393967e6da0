package homeward.values;

import homeward.names.Language;
import homeward.names.Name;
import homeward.names.Romanisation;
import homeward.names.Word;
import java.util.Arrays;
import java.util.List;

/**
 * How the words of one column are spelled and sound, as numbers in one array: most words that are compared share neither,
 * and that is told without a look at a letter. The word itself is asked for where only a table of romanisation can tell.
 */
final class Sounds {
  private static final int IN_UKRAINIAN = 1;
  private static final int IN_CYRILLIC = 2;
  private static final int COUNT_BITS = 4;
  private static final int CLASS = 32;
  private static final long PLAIN = 1L << 63;
  static final long SEVERAL = 1L << 62;
  static final long HERS = 1L << 61;
  static final long CURT = 1L << 60;
  static final long EVERYDAY = 1L << 59;
  private static final long CYRILLIC = 1L << 58;
  private static final long UKRAINIAN = 1L << 57;
  private static final long ELSEWHERE = 1L << 56;
  private static final long CLASSES = (1L << 20) - 1;
  private static final long LETTERS = (1L << CLASS) - 1;
  private static final long CONSONANTS = LETTERS & ~(1L << ('A' & 31) | 1L << ('I' & 31) | 1L << ('U' & 31));
  /** What no other reading of a word makes of its letters; other readings differ in sibilants, in g, k and t, and in vowels. */
  private static final long STEADY = 1L << ('b' & 31) | 1L << ('d' & 31) | 1L << ('f' & 31) | 1L << ('l' & 31) | 1L << ('m' & 31)
      | 1L << ('n' & 31) | 1L << ('p' & 31) | 1L << ('r' & 31) | 1L << ('v' & 31);
  private static final int MOST_ALTERED = 4;
  /** Of each code its traits, its spelling and its skeleton as numbers, and its group lie side by side. */
  private static final int STRIDE = 4;
  private static final int SPELLING = 1;
  private static final int SKELETON = 2;
  private static final int GROUP = 3;
  private static final char BEFORE_LATIN = '`';
  private static final char FIRST_CYRILLIC = '\u0430';
  private static final int SOUND = 6;
  private static final int SHORT = 4;
  private static final int LONGEST_NEAR = 12;

  private final Kind kind;
  private long[] traits = new long[STRIDE << 6];
  private final Strings spellings = new Strings();
  private final Strings skeletons = new Strings();
  /** Of each code where its numbers begin: what it is written in and how many follow, its spelling, others, skeletons. */
  private int[] starts = new int[1 << 6];
  private int[] numbers = new int[1 << 8];
  private int used = 1;

  Sounds(Kind kind) {
    this.kind = kind;
  }

  void keep(int code, Name name, boolean hers, int group) {
    Word word = name.words().get(0);
    if ((code + 1) * STRIDE > traits.length) {
      traits = Arrays.copyOf(traits, (code + 1 + (code >> 1)) * STRIDE);
    }
    traits[code * STRIDE] = traits(name, hers);
    traits[code * STRIDE + SPELLING] = fittedSpelling(word.spelling());
    traits[code * STRIDE + SKELETON] = fitted(word.skeleton());
    traits[code * STRIDE + GROUP] = (long) mask(word.spelling()) << CLASS | group;
    keep(code, word);
  }

  private void keep(int code, Word word) {
    if (code >= starts.length) {
      starts = Arrays.copyOf(starts, code + (code >> 1));
    }
    List<String> elsewhere = word.elsewhere().subList(0, Math.min(word.elsewhere().size(), (1 << COUNT_BITS) - 1));
    List<String> heard = word.skeleton().isEmpty() ? List.of() : word.skeletons();
    int most = used + 2 + elsewhere.size() + heard.size();
    numbers = most > numbers.length ? Arrays.copyOf(numbers, most + (most >> 1)) : numbers;
    starts[code] = used;
    int script = (word.language().isCyrillic() ? IN_CYRILLIC : 0) | (word.language() == Language.UKRAINIAN ? IN_UKRAINIAN : 0);
    numbers[used++] = heard.size() << (2 + COUNT_BITS) | elsewhere.size() << 2 | script;
    numbers[used++] = spellings.intern(word.spelling());
    for (String one : elsewhere) {
      numbers[used++] = spellings.intern(one);
    }
    for (String one : heard) {
      numbers[used++] = skeletons.intern(one);
    }
  }

  /**
   * What tells most pairs of different names apart without looking at their letters: those of the skeleton, the class,
   * and whether the name is plain: one word of three letters or more, read in one way, everyday form of no other.
   */
  private static long traits(Name name, boolean hers) {
    Word word = name.words().get(0);
    boolean several = name.words().size() > 1;
    int mask = several ? 0 : mask(word.skeleton());
    boolean curt = word.text().length() <= 2;
    boolean everyday = !word.everyday().isEmpty();
    boolean plain = mask != 0 && word.skeletons().size() == 1 && !everyday && !curt;
    long script = (word.language().isCyrillic() ? CYRILLIC : 0) | (word.language() == Language.UKRAINIAN ? UKRAINIAN : 0)
        | (word.elsewhere().isEmpty() ? 0 : ELSEWHERE);
    return script | (plain ? PLAIN : 0) | (several ? SEVERAL : 0) | (hers ? HERS : 0) | (curt ? CURT : 0) | (everyday ? EVERYDAY : 0)
        | (word.nameClass() + 1L) << CLASS | (mask & LETTERS);
  }

  static int nameClass(long traits) {
    return (int) (traits >>> CLASS & CLASSES) - 1;
  }

  long traits(int code) {
    return traits[code * STRIDE];
  }

  int group(int code) {
    return (int) traits[code * STRIDE + GROUP];
  }

  /** The letters of many codes, which brings all that is asked of them next from memory at once: none then waits for another. */
  void letters(int[] codes, int count, int[] to) {
    for (int at = 0; at < count; at++) {
      to[at] = (int) traits[codes[at] * STRIDE];
    }
  }

  static boolean areApart(long first, long second) {
    return (first & LETTERS) != 0 && (second & LETTERS) != 0 && Long.bitCount((first ^ second) & LETTERS) > MOST_ALTERED;
  }

  /** Which letters a skeleton has: two changes alter at most four of them, so most different names part here. */
  private static int mask(String skeleton) {
    int mask = 0;
    for (int i = 0; i < skeleton.length(); i++) {
      mask |= 1 << (skeleton.charAt(i) & 31);
    }
    return mask;
  }

  /** A patronymic's spelling is its skeleton; all others are of the alphabet they were written in. */
  private static long fittedSpelling(String spelling) {
    return spelling.isEmpty() ? Distance.UNFIT : spelling.charAt(0) < FIRST_CYRILLIC ? fitted(spelling) : Distance.fitted(spelling, FIRST_CYRILLIC);
  }

  /** A skeleton has vowels in capitals and consonants in small letters; no letter is in it as both, so both count as small. */
  private static long fitted(String skeleton) {
    return Distance.fitted(skeleton, BEFORE_LATIN);
  }

  /** See {@link Values#near}. */
  long[] near(int code, Words words) {
    long fitted = traits[code * STRIDE + SKELETON];
    String skeleton = fitted == Distance.UNFIT ? words.word(code).skeleton() : "";
    int length = fitted == Distance.UNFIT ? Math.min(skeleton.length(), LONGEST_NEAR) : Distance.length(fitted);
    if (length < SHORT) {
      return Values.NO_FORMS;
    }
    long[] near = new long[length + 1];
    near[0] = fitted == Distance.UNFIT ? sounding(skeleton) : Hash.of(SOUND, fitted);
    for (int i = 0; i < length; i++) {
      near[i + 1] = fitted == Distance.UNFIT ? sounding(skeleton.substring(0, i) + skeleton.substring(i + 1))
          : Hash.of(SOUND, Distance.without(fitted, i));
    }
    return near;
  }

  private static long sounding(String skeleton) {
    long fitted = fitted(skeleton);
    return fitted == Distance.UNFIT ? Hash.of(skeleton) : Hash.of(SOUND, fitted);
  }

  /** See {@link Values#start}. */
  long start(int code, Words words) {
    long fitted = traits[code * STRIDE + SKELETON];
    if (fitted == Distance.UNFIT) {
      String skeleton = words.word(code).skeleton();
      return skeleton.length() < 2 ? 0 : sounding(skeleton.substring(0, 2));
    }
    return Distance.length(fitted) < 2 ? 0 : Hash.of(SOUND, Distance.start(fitted, 2));
  }

  /** How many numbers, spellings and skeletons there are. */
  int[] extent() {
    return new int[] {used, spellings.size(), skeletons.size()};
  }

  /** Takes back what was kept since. */
  void forget(int... extent) {
    used = extent[0];
    spellings.forget(extent[1]);
    skeletons.forget(extent[2]);
  }

  /** Of two plain names that are no one text; most are told apart here. */
  int quickLevel(int oneCode, int otherCode) {
    int one = oneCode * STRIDE;
    int other = otherCode * STRIDE;
    long first = traits[one];
    long second = traits[other];
    long apart = first ^ second;
    if ((first & second) >= 0 || (apart & HERS) != 0) {
      return quickLevelOfOdd(one, other);
    }
    boolean classes = kind != Kind.SURNAME && nameClass(first) >= 0 && nameClass(second) >= 0;
    if (classes && nameClass(first) == nameClass(second)) {
      return NameLevel.SAME_NAME;
    }
    if (Long.bitCount(apart & LETTERS) > MOST_ALTERED) {
      return classes && kind != Kind.PLACE ? NameLevel.ANOTHER : NameLevel.DIFFERENT;
    }
    int part = (apart & CYRILLIC) != 0 ? SKELETON : SPELLING;
    if (traits[one + SKELETON] == Distance.UNFIT || traits[other + SKELETON] == Distance.UNFIT) {
      return Values.UNTOLD;
    }
    boolean alike = traits[one + SKELETON] == traits[other + SKELETON];
    int others = classes && kind != Kind.PLACE ? NameLevel.ANOTHER : 0;
    if (part == SKELETON) {
      return alike ? Values.UNTOLD : others > 0 ? others : byChanges(traits[one + part], traits[other + part]);
    }
    boolean mayBeElsewhere = (apart & UKRAINIAN) != 0 && ((first | second) & ELSEWHERE) != 0 && Long.bitCount(apart & CONSONANTS) <= 1;
    return bySpelling(one, other, mayBeElsewhere, alike, others);
  }

  /**
   * Of two names one of which is not plain, because its letters can be read in several ways: where letters differ that every way of
   * reading leaves as they are, the two share neither a sound nor a spelling.
   */
  private int quickLevelOfOdd(int one, int other) {
    long first = traits[one];
    long second = traits[other];
    long apart = first ^ second;
    boolean odd = ((first | second) & (SEVERAL | EVERYDAY | CURT)) != 0 || (apart & HERS) != 0;
    if (odd || (apart & STEADY) == 0 || (first & LETTERS) == 0 || (second & LETTERS) == 0) {
      return Values.UNTOLD;
    }
    boolean classes = kind != Kind.SURNAME && nameClass(first) >= 0 && nameClass(second) >= 0;
    if (classes && nameClass(first) == nameClass(second)) {
      return NameLevel.SAME_NAME;
    }
    if (classes && kind != Kind.PLACE) {
      return NameLevel.ANOTHER;
    }
    if (areApart(first, second)) {
      return NameLevel.DIFFERENT;
    }
    int part = (apart & CYRILLIC) != 0 ? SKELETON : SPELLING;
    boolean fit = traits[one + part] != Distance.UNFIT && traits[other + part] != Distance.UNFIT;
    return fit ? byChanges(traits[one + part], traits[other + part]) : Values.UNTOLD;
  }

  private int bySpelling(int one, int other, boolean mayBeElsewhere, boolean alike, int others) {
    long first = traits[one + SPELLING];
    long second = traits[other + SPELLING];
    boolean fit = first != Distance.UNFIT && second != Distance.UNFIT;
    if (fit && first == second) {
      return NameLevel.SAME_NAME;
    }
    if (mayBeElsewhere || (!fit && alike)) {
      return Values.UNTOLD;
    }
    if (alike) {
      return (traits[one] & CYRILLIC) != 0 ? NameLevel.ALIKE : NameLevel.SAME_SOUND;
    }
    if (others > 0 || fit) {
      return others > 0 ? others : byChanges(first, second);
    }
    boolean far = Long.bitCount((traits[one + GROUP] ^ traits[other + GROUP]) >>> CLASS) > MOST_ALTERED;
    return far ? NameLevel.DIFFERENT : Values.UNTOLD;
  }

  /** The level at which two words agree by spelling or skeleton, or 0. */
  int level(int one, int other, Words words) {
    int first = starts[one];
    int second = starts[other];
    int either = numbers[first] ^ numbers[second];
    if ((either & IN_CYRILLIC) == 0) {
      boolean cyrillic = (numbers[first] & IN_CYRILLIC) != 0;
      return sharesSpelling(first, second, (either & IN_UKRAINIAN) != 0) ? NameLevel.SAME_NAME
          : !soundsAlike(first, second) ? 0 : cyrillic ? NameLevel.ALIKE : NameLevel.SAME_SOUND;
    }
    if (!soundsAlike(first, second)) {
      return 0;
    }
    boolean turned = (numbers[first] & IN_CYRILLIC) == 0;
    return isByATable(words.word(turned ? other : one), words.word(turned ? one : other)) ? NameLevel.SAME_NAME : NameLevel.SAME_SOUND;
  }

  private boolean sharesSpelling(int first, int second, boolean twoLanguages) {
    return numbers[first + 1] == numbers[second + 1]
        || (twoLanguages && (hasElsewhere(first, numbers[second + 1]) || hasElsewhere(second, numbers[first + 1])));
  }

  private boolean hasElsewhere(int start, int spelling) {
    int end = start + 2 + elsewhere(start);
    for (int at = start + 2; at < end; at++) {
      if (numbers[at] == spelling) {
        return true;
      }
    }
    return false;
  }

  private int elsewhere(int start) {
    return numbers[start] >>> 2 & ((1 << COUNT_BITS) - 1);
  }

  private boolean soundsAlike(int first, int second) {
    int firstFrom = first + 2 + elsewhere(first);
    int firstTo = firstFrom + (numbers[first] >>> (2 + COUNT_BITS));
    int secondFrom = second + 2 + elsewhere(second);
    int secondTo = secondFrom + (numbers[second] >>> (2 + COUNT_BITS));
    for (int one = firstFrom; one < firstTo; one++) {
      for (int other = secondFrom; other < secondTo; other++) {
        if (numbers[one] == numbers[other]) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether one of the tables of its language writes a Cyrillic word so, apostrophes aside. */
  static boolean isByATable(Word cyrillic, Word latin) {
    for (Romanisation table : Romanisation.values()) {
      boolean fits = switch (cyrillic.language()) {
        case UKRAINIAN -> !table.ofRussian();
        case RUSSIAN -> table.ofRussian();
        default -> true;
      };
      if (fits && table.writes(cyrillic.text(), latin.text())) {
        return true;
      }
    }
    return false;
  }

  /** The level of two single words that share no sound. */
  int distance(int one, int other, Words words) {
    int part = ((traits[one * STRIDE] ^ traits[other * STRIDE]) & CYRILLIC) != 0 ? SKELETON : SPELLING;
    long first = traits[one * STRIDE + part];
    long second = traits[other * STRIDE + part];
    return first == Distance.UNFIT || second == Distance.UNFIT ? distance(words.word(one), words.word(other)) : byChanges(first, second);
  }

  private static int byChanges(long first, long second) {
    int shorter = Math.min(Distance.length(first), Distance.length(second));
    return byChanges(shorter < SHORT - 1 ? Distance.FAR : Distance.between(first, second), shorter);
  }

  static int distance(Word one, Word other) {
    boolean twoAlphabets = one.language().isCyrillic() != other.language().isCyrillic();
    String first = twoAlphabets ? one.skeleton() : one.spelling();
    String second = twoAlphabets ? other.skeleton() : other.spelling();
    int shorter = Math.min(first.length(), second.length());
    return byChanges(shorter < SHORT - 1 ? Distance.FAR : Distance.between(first, second), shorter);
  }

  private static int byChanges(int changes, int shorter) {
    if (changes == 1 && shorter >= SHORT) {
      return NameLevel.CLOSE;
    }
    return changes == 1 || (changes == 2 && shorter >= SHORT + 2) ? NameLevel.NEAR : NameLevel.DIFFERENT;
  }

  /** Who knows the words. */
  interface Words {
    /** The single word of a code. */
    Word word(int code);
  }
}
