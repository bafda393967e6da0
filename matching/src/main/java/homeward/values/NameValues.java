package homeward.values;

import homeward.names.Name;
import homeward.names.Names;
import homeward.names.Word;
import java.util.Arrays;
import java.util.List;

/** Names of people and places. */
final class NameValues extends Values {
  /** Behind a surname: the bearer is a woman. */
  static final char WOMAN = '\u2640';
  private static final Name NONE = new Name("", List.of());
  private static final int MOST_FORMS = 4;
  private static final int LONGEST_SPELLED = 64;

  private final Kind kind;
  private final Abilities abilities;
  /** Texts as they came, and the code of each. */
  private final Strings spelled = new Strings();
  private int[] codes = new int[1 << 6];
  private final Strings texts = new Strings();
  private final Strings groups = new Strings();
  private final Sounds sounds;
  private Name[] names = new Name[1 << 6];
  private long[][] forms = new long[1 << 6][];

  NameValues(Kind kind, Abilities abilities) {
    this.kind = kind;
    this.sounds = new Sounds(kind);
    this.abilities = abilities;
    Arrays.fill(names, NONE);
    Arrays.fill(forms, NO_FORMS);
  }

  /** A text is read once, however many rows have it. */
  @Override
  int read(String raw) {
    if (raw.length() > LONGEST_SPELLED) {
      return readAnew(raw);
    }
    int before = spelled.size();
    int spelling = spelled.intern(raw);
    if (spelling > before) {
      codes = spelling < codes.length ? codes : Arrays.copyOf(codes, spelling + (spelling >> 1));
      codes[spelling] = readAnew(raw);
    }
    return codes[spelling];
  }

  private int readAnew(String raw) {
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
      keep(code, name, hers);
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
      default -> Names.place(raw);
    };
  }

  private static String spelling(Name name) {
    return name.words().get(0).spelling();
  }

  private void keep(int code, Name name, boolean hers) {
    if (code >= names.length) {
      int length = code + (code >> 1);
      names = Arrays.copyOf(names, length);
      forms = Arrays.copyOf(forms, length);
    }
    names[code] = name;
    forms[code] = name.words().size() == 1 ? forms(name.words().get(0))
        : name.words().stream().map(this::forms).flatMapToLong(Arrays::stream).distinct().limit(MOST_FORMS).toArray();
    sounds.keep(code, name, hers, groups.intern(groupText(name)));
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
  private long[] forms(Word word) {
    int nameClass = kind == Kind.SURNAME && abilities.classes() ? Names.classOf(word) : word.nameClass();
    if (nameClass >= 0) {
      return new long[] {Hash.of(1, nameClass)};
    }
    if (!word.everyday().isEmpty()) {
      return word.everyday().stream().mapToLong(one -> Hash.of(1, one)).toArray();
    }
    if (word.skeleton().isEmpty()) {
      return new long[] {Hash.of(word.spelling())};
    }
    int nearest = abilities.classes() && (kind == Kind.GIVEN || kind == Kind.PATRONYMIC) ? Names.nearestClass(word) : -1;
    List<String> skeletons = word.skeletons();
    long[] own = new long[skeletons.size() + (nearest < 0 ? 0 : 1)];
    for (int at = 0; at < skeletons.size(); at++) {
      own[at] = Hash.of(skeletons.get(at));
    }
    if (nearest >= 0) {
      own[skeletons.size()] = Hash.of(1, nearest);
    }
    return own;
  }

  @Override
  public int group(int code) {
    return sounds.group(code);
  }

  @Override
  public long[] forms(int code) {
    return forms[code];
  }

  @Override
  public long[] near(int code) {
    return code == 0 ? NO_FORMS : sounds.near(code, this::word);
  }

  @Override
  public long start(int code) {
    return code == 0 ? 0 : sounds.start(code, this::word);
  }

  @Override
  public String text(int code) {
    return code == 0 ? "" : names[code].text();
  }

  @Override
  int[] extent() {
    int[] sounded = sounds.extent();
    return new int[] {texts.size(), spelled.size(), groups.size(), sounded[0], sounded[1], sounded[2]};
  }

  @Override
  void forget(int[] extent) {
    super.forget(extent);
    texts.forget(extent[0]);
    spelled.forget(extent[1]);
    groups.forget(extent[2]);
    sounds.forget(extent[3], extent[4], extent[5]);
  }

  @Override
  public int level(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    if (one == other) {
      return NameLevel.SAME_TEXT;
    }
    int quick = sounds.quickLevel(one, other);
    return quick == UNTOLD ? closely(one, other) : quick;
  }

  @Override
  public void levels(int one, int[] others, int count, int[] levels) {
    sounds.letters(others, count, levels);
    for (int at = 0; at < count; at++) {
      int other = others[at];
      levels[at] = other == 0 ? 0 : other == one ? NameLevel.SAME_TEXT : sounds.quickLevel(one, other);
    }
  }

  /** What letters tell of two codes, whatever was told without them. */
  int closely(int one, int other) {
    long first = sounds.traits(one);
    long second = sounds.traits(other);
    if (((first | second) & Sounds.SEVERAL) != 0) {
      return several(names[one], names[other]);
    }
    if (((first ^ second) & Sounds.HERS) != 0 && names[one].text().equals(names[other].text())) {
      return NameLevel.SAME_TEXT;
    }
    boolean classes = kind != Kind.SURNAME && Sounds.nameClass(first) >= 0 && Sounds.nameClass(second) >= 0;
    if (classes && Sounds.nameClass(first) == Sounds.nameClass(second)) {
      return NameLevel.SAME_NAME;
    }
    int sound = sounds.level(one, other, this::word);
    return sound > 0 ? sound : unsound(one, other, classes);
  }

  private Word word(int code) {
    return names[code].words().get(0);
  }

  /** Of two single words that do not sound alike. */
  private int unsound(int one, int other, boolean classes) {
    long first = sounds.traits(one);
    long second = sounds.traits(other);
    long either = first | second;
    if (kind == Kind.GIVEN && (either & Sounds.EVERYDAY) != 0 && isEveryday(word(one), word(other))) {
      return NameLevel.EVERYDAY;
    }
    if ((either & Sounds.CURT) != 0 && isInitial(word(one), word(other))) {
      return NameLevel.INITIAL;
    }
    if (classes && kind != Kind.PLACE) {
      return NameLevel.ANOTHER;
    }
    return Sounds.areApart(first, second) ? NameLevel.DIFFERENT : sounds.distance(one, other, this::word);
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
        found = Math.min(found, words(word, other));
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

  private int words(Word one, Word other) {
    if (one.text().equals(other.text())) {
      return NameLevel.SAME_TEXT;
    }
    boolean classes = kind != Kind.SURNAME && one.nameClass() >= 0 && other.nameClass() >= 0;
    if (classes && one.nameClass() == other.nameClass()) {
      return NameLevel.SAME_NAME;
    }
    int sound = sound(one, other);
    if (sound > 0) {
      return sound;
    }
    if (kind == Kind.GIVEN && isEveryday(one, other)) {
      return NameLevel.EVERYDAY;
    }
    if (isInitial(one, other)) {
      return NameLevel.INITIAL;
    }
    return classes && kind != Kind.PLACE ? NameLevel.ANOTHER : Sounds.distance(one, other);
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
    return Sounds.isByATable(cyrillic ? one : other, cyrillic ? other : one) ? NameLevel.SAME_NAME : NameLevel.SAME_SOUND;
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
}
