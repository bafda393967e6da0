package homeward.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which sounds groups of Latin letters stand for, longest first, in all the romanisations of {@link Romanisation} at
 * once: shch, sch, šč, schtsch, chtch and szcz are one sound, and so are w and v, j and y, ts and tz and tc.
 */
final class Digraphs {
  private static final String COMMON = """
        schtsch=q chtch=q shch=q szcz=q stch=q štch=q sch=q tsch=q tch=q tsh=q cz=q sz=q sh=q shh=q ch=q
        zh=j dzh=dj dsch=dj kh=g gh=g ts=c tz=c tc=c tš=q ph=f th=t ck=k cq=k qu=kv q=k x=ks w=v h=g
        ca=ka co=ko cu=ku cl=kl cr=kr c=c cc=k z=s ou=u oo=u ee=i j=y
        šč=q ŝ=q č=q š=q ć=q ř=r ž=j ż=j ź=s ś=s ń=n ł=l đ=d æ=e ø=e œ=e ß=s ı=i
        ě=e ê=ye â=ya û=yu è=e ì=i ë=ye ï=yi ô=o ö=e ü=u ä=e å=o þ=t ð=d ę=en ą=on
        a=a b=b d=d e=e f=f g=g i=i k=k l=l m=m n=n o=o p=p r=r s=s t=t u=u v=v y=y '='
        """;

  private static final int KNOWN = 0x180;
  private static final String[][] NONE = {};

  /** By the first letter, which the tables have none of beyond {@link #KNOWN}: group and sound, the longest first. */
  private final String[][][] byFirst = new String[KNOWN][][];

  private Digraphs(String table) {
    Map<String, String> last = new HashMap<>();
    for (String pair : table.strip().split("\\s+", -1)) {
      int equals = pair.indexOf('=');
      last.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    Map<Character, List<String[]>> groups = new HashMap<>();
    last.forEach((key, sound) -> groups.computeIfAbsent(key.charAt(0), first -> new ArrayList<>()).add(new String[] {key, sound}));
    groups.values().forEach(keys -> keys.sort((one, other) -> Integer.compare(other[0].length(), one[0].length())));
    groups.forEach((first, keys) -> byFirst[first] = keys.toArray(String[][]::new));
  }

  /** The reading that most tables agree on. */
  static Digraphs latin() {
    return new Digraphs(COMMON);
  }

  /** The same with some groups read otherwise. */
  static Digraphs latin(String otherwise) {
    return new Digraphs(COMMON + otherwise);
  }

  /** The sounds of a word in small Latin letters; what the table does not know is left out. */
  String sounds(String word) {
    StringBuilder sounds = new StringBuilder(word.length());
    int at = 0;
    while (at < word.length()) {
      at += step(word, at, sounds);
    }
    return sounds.toString();
  }

  private int step(String word, int at, StringBuilder sounds) {
    for (String[] pair : groups(word.charAt(at))) {
      if (word.startsWith(pair[0], at)) {
        sounds.append(pair[1]);
        return pair[0].length();
      }
    }
    char bare = bare(word.charAt(at));
    if (bare != word.charAt(at)) {
      step(String.valueOf(bare), 0, sounds);
    }
    return 1;
  }

  private String[][] groups(char first) {
    String[][] groups = first < KNOWN ? byFirst[first] : null;
    return groups == null ? NONE : groups;
  }

  /** The letter under a mark that no table of ours reads. */
  private static char bare(char c) {
    return c < 0x80 ? c : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
  }
}
