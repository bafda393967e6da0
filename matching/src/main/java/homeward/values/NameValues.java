package homeward.values;

import homeward.names.Name;
import homeward.names.Names;
import homeward.names.Romanisation;
import homeward.names.Word;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Names of people and places. */
final class NameValues extends Values {
  /** Behind a surname: the bearer is a woman. */
  static final char WOMAN = '\u2640';
  private static final Name NONE = new Name("", List.of());
  private static final int MOST_FORMS = 4;
  private static final int SHORT = 4;
  private static final int LONGEST_NEAR = 12;

  private final Kind kind;
  private final Abilities abilities;
  private final Strings texts = new Strings();
  private final Strings groups = new Strings();
  private Name[] names = new Name[1 << 6];
  private int[] groupOf = new int[1 << 6];
  private long[][] forms = new long[1 << 6][];
  private int[] masks = new int[1 << 6];

  NameValues(Kind kind, Abilities abilities) {
    this.kind = kind;
    this.abilities = abilities;
    Arrays.fill(names, NONE);
    Arrays.fill(forms, NO_FORMS);
  }

  @Override
  int read(String raw) {
    boolean woman = raw.charAt(raw.length() - 1) == WOMAN;
    String bare = woman ? raw.substring(0, raw.length() - 1) : raw;
    Name name = limit(name(bare, woman));
    if (name.isEmpty()) {
      return 0;
    }
    boolean hers = woman && !spelling(name).equals(spelling(name(bare, false)));
    int before = texts.size();
    int code = texts.intern(hers ? name.text() + WOMAN : name.text());
    if (code > before) {
      keep(code, name);
    }
    return code;
  }

  private Name limit(Name name) {
    return abilities.equals(Abilities.ALL) ? name : new Name(name.text(), name.words().stream().map(abilities::limit).toList());
  }

  private Name name(String raw, boolean woman) {
    return switch (kind) {
      case SURNAME -> Names.surname(raw, woman);
      case GIVEN -> Names.given(raw);
      case PATRONYMIC -> Names.patronymic(raw);
      default -> Places.read(raw);
    };
  }

  private static String spelling(Name name) {
    return name.words().get(0).spelling();
  }

  private void keep(int code, Name name) {
    if (code >= names.length) {
      int length = code + (code >> 1);
      names = Arrays.copyOf(names, length);
      groupOf = Arrays.copyOf(groupOf, length);
      forms = Arrays.copyOf(forms, length);
      masks = Arrays.copyOf(masks, length);
    }
    names[code] = name;
    groupOf[code] = groups.intern(groupText(name));
    forms[code] = name.words().size() == 1 ? forms(name.words().get(0)).toArray()
        : name.words().stream().flatMapToLong(this::forms).distinct().limit(MOST_FORMS).toArray();
    masks[code] = name.words().size() > 1 ? 0 : mask(name.words().get(0).skeleton());
  }

  private String groupText(Name name) {
    StringBuilder text = new StringBuilder();
    for (Word word : name.words()) {
      boolean known = kind != Kind.SURNAME && word.nameClass() >= 0;
      text.append(known ? "#" + word.nameClass() : word.skeleton().isEmpty() ? word.spelling() : word.skeleton()).append(' ');
    }
    return text.toString();
  }

  /** A word of either column of a name is found by its class where it is a given name, since the two get exchanged. */
  private LongStream forms(Word word) {
    int nameClass = kind == Kind.SURNAME && abilities.classes() ? Names.classOf(word) : word.nameClass();
    if (nameClass >= 0) {
      return LongStream.of(Hash.of(1, nameClass));
    }
    if (!word.everyday().isEmpty()) {
      return word.everyday().stream().mapToLong(one -> Hash.of(1, one));
    }
    if (word.skeleton().isEmpty()) {
      return LongStream.of(Hash.of(word.spelling()));
    }
    int nearest = abilities.classes() && (kind == Kind.GIVEN || kind == Kind.PATRONYMIC) ? Names.nearestClass(word) : -1;
    LongStream own = word.skeletons().stream().mapToLong(Hash::of);
    return nearest < 0 ? own : LongStream.concat(own, LongStream.of(Hash.of(1, nearest)));
  }

  /** Which letters a skeleton has: two changes alter at most four of them, so most different names part here. */
  private static int mask(String skeleton) {
    int mask = 0;
    for (int i = 0; i < skeleton.length(); i++) {
      mask |= 1 << (skeleton.charAt(i) & 31);
    }
    return mask;
  }

  @Override
  public int group(int code) {
    return groupOf[code];
  }

  @Override
  public long[] forms(int code) {
    return forms[code];
  }

  @Override
  public long[] near(int code) {
    String skeleton = code == 0 ? "" : names[code].words().get(0).skeleton();
    int length = Math.min(skeleton.length(), LONGEST_NEAR);
    if (length < SHORT) {
      return NO_FORMS;
    }
    long[] near = new long[length + 1];
    near[0] = Hash.of(skeleton);
    for (int i = 0; i < length; i++) {
      near[i + 1] = Hash.of(skeleton.substring(0, i) + skeleton.substring(i + 1));
    }
    return near;
  }

  @Override
  public long start(int code) {
    String skeleton = code == 0 ? "" : names[code].words().get(0).skeleton();
    return skeleton.length() < 2 ? 0 : Hash.of(skeleton.substring(0, 2));
  }

  @Override
  public String text(int code) {
    return code == 0 ? "" : names[code].text();
  }

  @Override
  int size() {
    return texts.size();
  }

  @Override
  void forget(int kept) {
    super.forget(kept);
    texts.forget(kept);
  }

  @Override
  public int level(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    if (one == other) {
      return NameLevel.SAME_TEXT;
    }
    Name first = names[one];
    Name second = names[other];
    if (first.words().size() == 1 && second.words().size() == 1) {
      boolean apart = masks[one] != 0 && masks[other] != 0 && Integer.bitCount(masks[one] ^ masks[other]) > 4;
      return words(first.words().get(0), second.words().get(0), apart);
    }
    return several(first, second);
  }

  private int several(Name first, Name second) {
    boolean more = first.words().size() < second.words().size();
    Name longer = more ? second : first;
    Name shorter = more ? first : second;
    int worst = 0;
    int best = NameLevel.DIFFERENT;
    for (Word word : shorter.words()) {
      int found = NameLevel.DIFFERENT;
      for (Word other : longer.words()) {
        found = Math.min(found, words(word, other, false));
      }
      worst = Math.max(worst, found);
      best = Math.min(best, found);
    }
    boolean sameCount = longer.words().size() == shorter.words().size();
    if (sameCount && worst <= NameLevel.CLOSE) {
      return Math.max(worst, NameLevel.SAME_NAME);
    }
    return best <= NameLevel.ALIKE || worst <= NameLevel.CLOSE ? NameLevel.PART : NameLevel.DIFFERENT;
  }

  private int words(Word one, Word other, boolean apart) {
    if (one.text().equals(other.text())) {
      return NameLevel.SAME_TEXT;
    }
    boolean classes = kind != Kind.SURNAME && one.nameClass() >= 0 && other.nameClass() >= 0;
    if (classes && one.nameClass() == other.nameClass()) {
      return NameLevel.SAME_NAME;
    }
    boolean unlike = apart && one.skeletons().size() == 1 && other.skeletons().size() == 1;
    int sound = unlike ? 0 : sound(one, other);
    if (sound > 0) {
      return sound;
    }
    if (kind == Kind.GIVEN && isEveryday(one, other)) {
      return NameLevel.EVERYDAY;
    }
    if (isInitial(one, other)) {
      return NameLevel.INITIAL;
    }
    return classes && kind != Kind.PLACE ? NameLevel.ANOTHER : apart ? NameLevel.DIFFERENT : distance(one, other);
  }

  private static int sound(Word one, Word other) {
    boolean cyrillic = one.language().isCyrillic();
    if (cyrillic == other.language().isCyrillic()) {
      return one.sharesSpelling(other) ? NameLevel.SAME_NAME
          : !one.soundsLike(other) ? 0
          : cyrillic ? NameLevel.ALIKE : NameLevel.SAME_SOUND;
    }
    if (!one.soundsLike(other)) {
      return 0;
    }
    return isWrittenByATable(cyrillic ? one : other, cyrillic ? other : one) ? NameLevel.SAME_NAME : NameLevel.SAME_SOUND;
  }

  private static boolean isWrittenByATable(Word cyrillic, Word latin) {
    String bare = latin.text().replace("'", "");
    for (Romanisation table : Romanisation.values()) {
      boolean fits = switch (cyrillic.language()) {
        case UKRAINIAN -> !table.ofRussian();
        case RUSSIAN -> table.ofRussian();
        default -> true;
      };
      if (fits && table.write(cyrillic.text()).replace("'", "").equals(bare)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEveryday(Word one, Word other) {
    return one.everyday().contains(other.nameClass()) || other.everyday().contains(one.nameClass())
        || one.everyday().stream().anyMatch(other.everyday()::contains);
  }

  private static boolean isInitial(Word one, Word other) {
    boolean first = one.text().length() < other.text().length();
    Word shorter = first ? one : other;
    Word longer = first ? other : one;
    if (shorter.text().length() > 2 || longer.text().length() < 3) {
      return false;
    }
    return longer.text().startsWith(shorter.text())
        || (!shorter.skeleton().isEmpty() && longer.skeleton().startsWith(shorter.skeleton().substring(0, 1)));
  }

  private static int distance(Word one, Word other) {
    boolean twoAlphabets = one.language().isCyrillic() != other.language().isCyrillic();
    String first = twoAlphabets ? one.skeleton() : one.spelling();
    String second = twoAlphabets ? other.skeleton() : other.spelling();
    int shorter = Math.min(first.length(), second.length());
    int changes = shorter < SHORT - 1 ? Distance.FAR : Distance.between(first, second);
    if (changes == 1 && shorter >= SHORT) {
      return NameLevel.CLOSE;
    }
    return changes == 1 || (changes == 2 && shorter >= SHORT + 2) ? NameLevel.NEAR : NameLevel.DIFFERENT;
  }
}
