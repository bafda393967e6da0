package homeward.names;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is left of a name when every script and table has written it: consonants in classes, vowels in three (A for a, o;
 * I for e, i, y; U for u). Sounds that tables confuse share a class: г ґ х g h kh; с з ц-less s z; ч ш щ ch sh shch. A
 * glide before a vowel is lost, doubled letters are one, and vowels at the end, where gender shows, are dropped.
 * A skeleton finds candidates; it never says by itself that two names are one.
 */
final class Skeleton {
  private static final char FIRST = 'а';
  private static final String[] CYRILLIC = cyrillic(
      "а=a б=b в=v г=g д=d е=e ж=j з=s и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=g ц=c ч=q ш=q щ=q ъ=' ы=i"
          + " ь=' э=e ю=yu я=ya ё=ye є=ye і=i ї=yi ґ=g ў=v ј=y љ=ly њ=ny ћ=q ђ=j џ=j ѕ=s");
  private static final Digraphs LATIN = Digraphs.latin();
  /** How else a table may have meant some Latin groups, and the letters without which it cannot have. */
  private static final List<Reading> READINGS = List.of(
      new Reading(List.of("x", "c"), Digraphs.latin("x=g c=c ca=ca co=co cu=cu cl=cl cr=cr ck=ck cc=cc cz=c")),
      new Reading(List.of("ch", "z"), Digraphs.latin("ch=g z=c zz=c")),
      new Reading(List.of("sch"), Digraphs.latin("ch=g z=c sch=j")),
      new Reading(List.of("j"), Digraphs.latin("j=j")),
      new Reading(List.of("zh"), Digraphs.latin("zh=sg")));
  private static final int MOST_READINGS = 4;

  private record Reading(List<String> triggers, Digraphs digraphs) {
    boolean mayHold(String word) {
      for (String trigger : triggers) {
        if (word.contains(trigger)) {
          return true;
        }
      }
      return false;
    }
  }

  private Skeleton() {}

  private static String[] cyrillic(String table) {
    String[] sounds = new String['ґ' - FIRST + 1];
    for (String pair : table.split(" ", -1)) {
      sounds[pair.charAt(0) - FIRST] = pair.substring(2);
    }
    return sounds;
  }

  private static String sound(char c) {
    int at = c - FIRST;
    String known = at < 0 || at >= CYRILLIC.length ? null : CYRILLIC[at];
    return known != null ? known : c == '\'' ? "'" : "";
  }

  /** The skeleton of a repaired word; empty for a script that is not known. */
  static String of(String word) {
    return rooted(full(word));
  }

  /** The skeletons of a word of a language that can be read in several ways, the likeliest first; mostly there is one. */
  static List<String> all(String word, Language language) {
    String likeliest = rooted(fold(sounds(word, language)));
    boolean clear = language.isCyrillic() ? !word.contains("ьо") : language != Language.LATIN;
    if (clear) {
      return List.of(likeliest);
    }
    Set<String> all = new LinkedHashSet<>();
    all.add(likeliest);
    if (language.isCyrillic()) {
      all.add(of(word.replace("ьо", "о")));
    }
    if (language == Language.LATIN) {
      for (Reading reading : READINGS) {
        if (all.size() < MOST_READINGS && reading.mayHold(word)) {
          all.add(rooted(fold(reading.digraphs().sounds(word))));
        }
      }
    }
    return List.copyOf(all);
  }

  /** The skeleton with the vowels at its end. */
  static String full(String word) {
    return fold(sounds(word));
  }

  /** The sounds of a word in small letters, before anything is folded but what is written in two ways. */
  static String sounds(String word) {
    return sounds(word, Language.of(word));
  }

  private static String sounds(String word, Language language) {
    if (language.isCyrillic()) {
      StringBuilder sounds = new StringBuilder(word.length() + 4);
      for (int i = 0; i < word.length(); i++) {
        String sound = sound(word.charAt(i));
        if (sound.length() == 1) {
          sounds.append(sound.charAt(0));
        } else {
          sounds.append(sound);
        }
      }
      return sounds.toString();
    }
    return language == Language.LATIN ? LATIN.sounds(word) : digits(word);
  }

  private static String digits(String word) {
    StringBuilder digits = new StringBuilder();
    word.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  private static String fold(String sounds) {
    StringBuilder folded = new StringBuilder(sounds.length());
    for (int i = 0; i < sounds.length(); i++) {
      char c = sounds.charAt(i);
      char next = i + 1 < sounds.length() ? sounds.charAt(i + 1) : ' ';
      switch (c) {
        case '\'' -> append(folded, next == 'o' ? 'Y' : ' ');
        case 'i', 'y', 'e' -> glideOrVowel(folded, c, vowelAfter(sounds, i + 1));
        case 'o' -> append(folded, i > 0 && "qj".indexOf(sounds.charAt(i - 1)) >= 0 ? 'I' : 'A');
        case 'a' -> append(folded, 'A');
        case 'u' -> append(folded, 'U');
        case 't' -> append(folded, next == 's' || next == 'c' || next == 'q' ? ' ' : 't');
        case 's' -> append(folded, i > 0 && sounds.charAt(i - 1) == 't' ? 'c' : 's');
        case 'f' -> append(folded, next == ' ' || next == 'f' ? 'v' : 'f');
        default -> append(folded, c);
      }
    }
    return folded.toString();
  }

  private static char vowelAfter(String sounds, int from) {
    int at = from;
    while (at < sounds.length() && "'iy".indexOf(sounds.charAt(at)) >= 0) {
      at++;
    }
    return at < sounds.length() ? sounds.charAt(at) : ' ';
  }

  /** An i before a or u is a glide and is lost; before o the two are the ё that Latin spells io and yo. */
  private static void glideOrVowel(StringBuilder folded, char c, char vowel) {
    if (c != 'e' && (vowel == 'a' || vowel == 'u')) {
      return;
    }
    append(folded, c != 'e' && vowel == 'o' ? 'Y' : 'I');
  }

  private static void append(StringBuilder folded, char c) {
    int last = folded.length() - 1;
    char before = last < 0 ? ' ' : folded.charAt(last);
    if (c == ' ' || c == before) {
      return;
    }
    if (before == 'Y') {
      folded.setCharAt(last, 'I');
      if (c != 'A' && c != 'I') {
        folded.append(c);
      }
      return;
    }
    if (c == 'Y' && before == 'I') {
      folded.setCharAt(last, 'Y');
      return;
    }
    folded.append(c);
  }

  private static String rooted(String folded) {
    int end = folded.length();
    while (end > 2 && "AIUY".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return folded.substring(0, end).replace('Y', 'I');
  }
}
