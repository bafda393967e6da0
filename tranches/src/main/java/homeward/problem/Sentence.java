package homeward.problem;

import homeward.problem.Person.CannotGo;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * A reason, a rule or a difference as a form and what fills it, so that each page words it in its language. The words of the forms stand
 * in {@code sentences.properties}, one file a language.
 *
 * @param parts codes, references and whole numbers, in the order of the form
 */
public record Sentence(Form form, List<String> parts) {
  private static final String BETWEEN = "\t";
  private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  /** What is said. Of a coded form the first part is a word of a vocabulary: a wish, or a class of reasons why somebody cannot go. */
  public enum Form {
    QUOTA, FIXED, GUARDS, CLOSED, VEHICLES, SITES, ROUTE, HAS_TO_GO, PUT_IN, TAKEN_OUT, TOGETHER, TOO_LARGE_TOGETHER,
    WOULD_BE_ABLE, WOULD_BE_HELD, WOULD_DRAW, WOULD_BE_NAMED,
    EASED_NAMED, EASED_IN, EASED_OUT, EASED_QUOTA, EASED_GROUPS, EASED_SITES, EASED_VEHICLES, EASED_ROUTE, EASED_GUARDS, EASED_CLOSED, EASED_FIXED,
    NOBODY, BETTER_OTHERWISE, IS_NAMED, WAS_PUT_IN, WAS_TAKEN_OUT, NO_PLAN_WITHOUT, WORSE_WITHOUT, WORSE_WITH, LOT_TOOK, LOT_LEFT, LOT_LEFT_FOR,
    LAST_TAKEN, CANNOT, GROUP_CANNOT, NOT_WORKED_OUT, WORTH, COSTS_NOTHING, GOES, GOES_NOT, MOVED, SAME_PEOPLE, NO_PLAN_FOUND,
    /** Whatever has words of its own, in English. */
    SAID;

    boolean coded() {
      return this == CANNOT || this == GROUP_CANNOT || this == WORTH;
    }
  }

  public Sentence {
    parts = List.copyOf(parts);
  }

  /** A sentence of parts that are texts, numbers or constants. */
  public static Sentence of(Form form, Object... parts) {
    return new Sentence(form, Arrays.stream(parts).map(String::valueOf).toList());
  }

  /** In English. */
  public String words() {
    return words(Locale.ROOT);
  }

  /** In a language, in English where it has none of the words. */
  public String words(Locale language) {
    ResourceBundle bundle = ResourceBundle.getBundle("homeward.problem.sentences", language, NO_FALLBACK);
    MessageFormat format = new MessageFormat(bundle.getString(form.name()), Locale.ROOT);
    Format[] formats = format.getFormatsByArgumentIndex();
    Object[] filled = new Object[parts.size()];
    for (int part = 0; part < filled.length; part++) {
      boolean counted = part < formats.length && formats[part] instanceof ChoiceFormat;
      filled[part] = counted ? Long.valueOf(parts.get(part))
          : part == 0 && form.coded() ? coded(bundle, parts.get(part)) : parts.get(part);
    }
    return format.format(filled);
  }

  private static String coded(ResourceBundle bundle, String code) {
    return bundle.containsKey("code." + code) ? bundle.getString("code." + code) : vocabulary(code);
  }

  /** What the words of the vocabularies mean, in English. */
  private static String vocabulary(String code) {
    return code.equals(Plan.Stage.CHANGES) ? "people who go differently (counted below zero)"
        : Arrays.stream(Wish.Kind.values()).filter(kind -> kind.name().equals(code)).findFirst().map(Wish.Kind::words)
            .orElseGet(() -> CannotGo.valueOf(code).words());
  }

  /** As one line of a text, to be kept; read back by {@link #ofLine}. */
  public String line() {
    List<String> all = new ArrayList<>(List.of(form.name()));
    parts.forEach(part -> all.add(part.replace(BETWEEN, " ").replace("\n", " ")));
    return String.join(BETWEEN, all);
  }

  /** A line that was kept; what was kept before sentences had forms is said as it stands. */
  public static Sentence ofLine(String line) {
    List<String> all = List.of(line.split(BETWEEN, -1));
    Optional<Form> form = Arrays.stream(Form.values()).filter(each -> each.name().equals(all.getFirst())).findFirst();
    return form.map(known -> new Sentence(known, all.subList(1, all.size()))).orElseGet(() -> of(Form.SAID, line));
  }
}
