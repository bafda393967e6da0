package homeward.server.wording;

import java.util.Locale;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A word of the protocol that stands in a gap: it is put into the reader's language when the sentence is. */
final class Words {
  private Words() {}

  /** Of a function, a cause, a phase: {@code word.KEEPER}. */
  static MessageSourceResolvable of(Enum<?> word) {
    return new DefaultMessageSourceResolvable("word." + word.name());
  }

  /** Of what an entry was about: {@code thing.halt}; as it is where there is no word for it. */
  static MessageSourceResolvable thing(String what) {
    return new DefaultMessageSourceResolvable(new String[] {"thing." + what.replace(' ', '_')}, what);
  }

  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
