package homeward.mutation;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file that stands nowhere but in memory. */
final class SourceText extends SimpleJavaFileObject {
  private final String text;

  SourceText(String file, String text) {
    super(URI.create("memory:///" + file), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
