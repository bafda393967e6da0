package homeward.people;

import java.util.List;
import java.util.Optional;

/**
 * How a register spells names: in a tongue, and from there perhaps in Latin letters by one of several tables. The tables
 * are short ones of our own in the manner of those in use (official, passport, scholarly, by ear), not copies of any.
 */
record Manner(Tongue tongue, Optional<SpellingRules> latin) {
  private static final String COMMON =
      "а=a б=b в=v д=d е=e ж=zh з=z к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= '= ъ=";
  private static final String SCHOLARLY = "ж=ž х=x ц=c ч=č ш=š щ=šč ю=ju я=ja й=j ь=' ";
  private static final String UKRAINIAN = "г=h ґ=g зг=zgh и=y і=i ї=i й=i є=ie ю=iu я=ia ^ї=yi ^й=y ^є=ye ^ю=yu ^я=ya";
  private static final String RUSSIAN = "г=g и=i й=i ы=y э=e ё=e ю=iu я=ia ъ=ie";

  private static final List<Manner> LATIN_FROM_UKRAINIAN = List.of(
      latin(Tongue.UKRAINIAN, COMMON, UKRAINIAN),
      latin(Tongue.UKRAINIAN, COMMON, UKRAINIAN, "г=g и=i й=j х=h ю=ju я=ja є=je ї=ji"),
      latin(Tongue.UKRAINIAN, COMMON, UKRAINIAN, SCHOLARLY, "є=je ї=ji"),
      latin(Tongue.UKRAINIAN, COMMON, UKRAINIAN, "г=h и=y й=y ий$=y ій$=iy ю=yu я=ya є=ye ї=yi щ=sch"));
  private static final List<Manner> LATIN_FROM_RUSSIAN = List.of(
      latin(Tongue.RUSSIAN, COMMON, RUSSIAN),
      latin(Tongue.RUSSIAN, COMMON, RUSSIAN, "й=y ий$=y ю=yu я=ya ^е=ye ё=yo щ=shch"),
      latin(Tongue.RUSSIAN, COMMON, RUSSIAN, SCHOLARLY, "ё=ë э=è"),
      latin(Tongue.RUSSIAN, COMMON, RUSSIAN, "х=h ц=c щ=sh ю=ju я=ja й=j кс=x"));

  private static Manner latin(Tongue tongue, String... tables) {
    return new Manner(tongue, Optional.of(SpellingRules.of(tables)));
  }

  /** The tongue's own letters. */
  static Manner own(Tongue tongue) {
    return new Manner(tongue, Optional.empty());
  }

  /** The ways in which a tongue is put into Latin letters. */
  static List<Manner> latin(Tongue tongue) {
    return switch (tongue) {
      case UKRAINIAN -> LATIN_FROM_UKRAINIAN;
      case RUSSIAN -> LATIN_FROM_RUSSIAN;
    };
  }

  /** A word of a tongue in this manner. */
  String write(String word, Tongue from) {
    String written = tongue.write(word, from);
    return latin.map(rules -> rules.spell(written)).orElse(written);
  }

  /** A word of which each tongue has its own form. */
  String write(GivenName.Forms forms) {
    return write(forms.in(tongue), tongue);
  }
}
