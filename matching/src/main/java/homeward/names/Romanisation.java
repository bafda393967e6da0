package homeward.names;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tables by which Ukrainian and Russian names come into Latin letters. Each is written from the standard it names;
 * those by ear follow how families and the press of the two languages spell. A key with ^ holds at the start of a word,
 * with $ at its end, with ~ at the start and after a vowel or sign; what no key covers is left out.
 */
public enum Romanisation {
  /** Resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010; Ukrainian passports since. */
  UKRAINE_2010(false, Tables.UKRAINIAN, "є=ie ^є=ye ї=i ^ї=yi й=i ^й=y ю=iu ^ю=yu я=ia ^я=ya зг=zgh"),
  /** Ukrainian passports of 2007 to 2010 (resolution 858). */
  UKRAINE_2007(false, Tables.UKRAINIAN, "г=g є=ie ї=i й=i ю=iu я=ia"),
  /** Ukrainian passports before: apostrophes written, й as i. */
  UKRAINE_2004(false, Tables.UKRAINIAN, "є=ye ї=yi й=i ю=yu я=ya г=g щ=shch ий$=yi"),
  /** BGN/PCGN agreement for Ukrainian, 1965. */
  BGN_UKRAINIAN(false, Tables.UKRAINIAN, "є=ye ї=yi й=y ю=yu я=ya ь=' '='"),
  /** ISO 9:1995, Ukrainian letters. */
  ISO_UKRAINIAN(false, Tables.UKRAINIAN, Tables.HACEKS, "г=g ґ=g и=i і=ì ї=ï й=j х=h є=ê ю=û я=â щ=ŝ ь='"),
  /** The international scholarly system. */
  SCHOLARLY_UKRAINIAN(false, Tables.UKRAINIAN, Tables.HACEKS, "є=je ї=ji й=j ю=ju я=ja х=x щ=šč ь='"),
  /** By an English ear. */
  ENGLISH_UKRAINIAN(false, Tables.UKRAINIAN, "г=g и=y є=ye ї=yi й=y ю=yu я=ya х=h щ=sch ий$=y ій$=iy '="),
  /** By a German ear. */
  GERMAN_UKRAINIAN(false, Tables.UKRAINIAN, Tables.GERMAN, "є=je ї=ji ю=ju я=ja и=y ий$=yj"),
  /** By a French ear, as older passports were. */
  FRENCH_UKRAINIAN(false, Tables.UKRAINIAN, Tables.FRENCH, "є=ie ї=i ю=iou я=ia и=y"),
  /** ICAO Doc 9303; Russian passports since 2013. */
  RUSSIA_2013(true, Tables.RUSSIAN, "й=i ю=iu я=ia ъ=ie"),
  /** GOST R 52535.1-2006; Russian passports of 2010 to 2013. */
  RUSSIA_2010(true, Tables.RUSSIAN, "й=i ю=iu я=ia ц=tc ъ="),
  /** Order 310 of the Russian interior ministry, 1997; passports until 2010. */
  RUSSIA_1997(true, Tables.RUSSIAN, "~е=ye ~ё=ye ё=e й=y ю=yu я=ya ий$=iy ъ="),
  /** BGN/PCGN agreement for Russian, 1947. */
  BGN_RUSSIAN(true, Tables.RUSSIAN, "~е=ye ё=ë ~ё=yë й=y ю=yu я=ya ь=' ъ='"),
  /** GOST 7.79-2000, system B. */
  GOST_RUSSIAN(true, Tables.RUSSIAN, "ё=yo й=j х=x ц=cz щ=shh ы=y ю=yu я=ya ь=' ъ='"),
  /** ISO 9:1995, which GOST 7.79 system A is. */
  ISO_RUSSIAN(true, Tables.RUSSIAN, Tables.HACEKS, "ё=ë й=j х=h щ=ŝ э=è ю=û я=â ь='"),
  /** The international scholarly system. */
  SCHOLARLY_RUSSIAN(true, Tables.RUSSIAN, Tables.HACEKS, "ё=ë й=j х=x щ=šč э=è ю=ju я=ja ь='"),
  /** By an English ear. */
  ENGLISH_RUSSIAN(true, Tables.RUSSIAN, "ё=yo й=y ий$=y ы=y ый$=y ю=yu я=ya х=h щ=sch кс=x"),
  /** By a German ear. */
  GERMAN_RUSSIAN(true, Tables.RUSSIAN, Tables.GERMAN, "ё=jo ю=ju я=ja ы=y ий$=ij"),
  /** By a French ear, as Soviet passports were. */
  FRENCH_RUSSIAN(true, Tables.RUSSIAN, Tables.FRENCH, "ё=io ю=iou я=ia ин$=ine ы=y ий$=i");

  private static final char FIRST = '\u0400';
  private static final int LETTERS = 256;
  private static final int ANYWHERE = 0;
  private static final int AT_START = 1;
  private static final int OPEN = 2;
  private static final int AT_END = 3;

  private final boolean russian;
  @SuppressWarnings("ImmutableEnumChecker") // filled by the constructor and only read after it
  private final Map<String, String> table = new HashMap<>();
  /** The keys of one letter, by that letter: anywhere, at the start, after a vowel, at the end. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final @Nullable String[][] letters = new String[4][LETTERS];
  /** The letters with which keys of two begin. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final boolean[] beginsTwo = new boolean[LETTERS];

  Romanisation(boolean russian, String... texts) {
    this.russian = russian;
    for (String text : texts) {
      for (String pair : text.split(" ", -1)) {
        int equals = pair.indexOf('=');
        put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
  }

  private void put(String key, String latin) {
    table.put(key, latin);
    int place = key.charAt(0) == '^' ? AT_START : key.charAt(0) == '~' ? OPEN : key.endsWith("$") ? AT_END : ANYWHERE;
    String bare = key.replace("^", "").replace("~", "").replace("$", "");
    if (bare.length() == 1 && bare.charAt(0) >= FIRST) {
      letters[place][bare.charAt(0) & (LETTERS - 1)] = latin;
    } else if (bare.length() == 2) {
      beginsTwo[bare.charAt(0) & (LETTERS - 1)] = true;
    }
  }

  /** Whether it is made for Russian; the others are made for Ukrainian. */
  public boolean ofRussian() {
    return russian;
  }

  /** A text in small Cyrillic letters, word by word in Latin ones. */
  public String write(String text) {
    StringBuilder written = new StringBuilder(text.length() + 8);
    int at = 0;
    while (at < text.length()) {
      at += step(text, at, written);
    }
    return written.toString();
  }

  /** Whether it writes a text in small Cyrillic letters so, apostrophes aside; told from the first letters in most cases. */
  public boolean writes(String cyrillic, String latin) {
    StringBuilder written = new StringBuilder(4);
    int at = 0;
    int seen = 0;
    while (at < cyrillic.length()) {
      written.setLength(0);
      at += step(cyrillic, at, written);
      for (int i = 0; i < written.length(); i++) {
        if (written.charAt(i) != '\'') {
          seen = past(latin, seen);
          if (seen == latin.length() || latin.charAt(seen++) != written.charAt(i)) {
            return false;
          }
        }
      }
    }
    return past(latin, seen) == latin.length();
  }

  private static int past(String latin, int from) {
    int at = from;
    while (at < latin.length() && latin.charAt(at) == '\'') {
      at++;
    }
    return at;
  }

  private int step(String text, int at, StringBuilder written) {
    boolean start = at == 0 || (!Character.isLetter(text.charAt(at - 1)) && text.charAt(at - 1) != '\'');
    boolean open = start || Letters.isCyrillicVowel(text.charAt(at - 1)) || "ьъ'й".indexOf(text.charAt(at - 1)) >= 0;
    char first = text.charAt(at);
    if (first - FIRST < 0 || first - FIRST >= LETTERS) {
      written.append(first == '\'' ? Objects.requireNonNullElse(table.get("'"), "") : String.valueOf(first));
      return 1;
    }
    if (beginsTwo[first & (LETTERS - 1)] && at + 1 < text.length()) {
      String two = two(text, at, start, open);
      if (two != null) {
        written.append(two);
        return 2;
      }
    }
    boolean end = at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1));
    int letter = first & (LETTERS - 1);
    String latin = start ? letters[AT_START][letter] : null;
    latin = latin == null && open ? letters[OPEN][letter] : latin;
    latin = latin == null && end ? letters[AT_END][letter] : latin;
    latin = latin == null ? letters[ANYWHERE][letter] : latin;
    written.append(latin == null ? "" : latin);
    return 1;
  }

  private @Nullable String two(String text, int at, boolean start, boolean open) {
    String key = text.substring(at, at + 2);
    boolean end = at + 2 == text.length() || !Character.isLetter(text.charAt(at + 2));
    String latin = start ? table.get("^" + key) : null;
    latin = latin == null && open ? table.get("~" + key) : latin;
    latin = latin == null && end ? table.get(key + "$") : latin;
    return latin == null ? table.get(key) : latin;
  }

  /** What several tables share. */
  private static final class Tables {
    private static final String COMMON =
        "а=a б=b в=v д=d е=e ж=zh з=z к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch";
    static final String UKRAINIAN = COMMON + " г=h ґ=g и=y і=i ь= '= ё=io ы=y э=e ъ=";
    static final String RUSSIAN = COMMON + " г=g и=i ё=e ы=y э=e ь= ъ= і=i ї=i є=e ґ=g '=";
    static final String HACEKS = "ж=ž ц=c ч=č ш=š";
    static final String GERMAN = "в=w ж=sch з=s й=j х=ch ц=z ч=tsch ш=sch щ=schtsch";
    static final String FRENCH = "ж=j у=ou ц=ts ч=tch ш=ch щ=chtch й=i";

    private Tables() {}
  }
}
