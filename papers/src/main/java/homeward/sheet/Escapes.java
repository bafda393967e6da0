package homeward.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML drops or changes, in the way workbooks write them: {@code _x000D_} (ECMA-376 part 1, 22.4.2.4). */
final class Escapes {
  private static final Pattern WRITTEN = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern TO_WRITE = Pattern.compile("\r|_(?=x[0-9A-Fa-f]{4}_)");

  private Escapes() {}

  static String write(String text) {
    return TO_WRITE.matcher(text).replaceAll(hit -> hit.group().equals("\r") ? "_x000D_" : "_x005F_");
  }

  static String undo(String text) {
    return WRITTEN.matcher(text)
        .replaceAll(hit -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hit.group(1), 16))));
  }
}
