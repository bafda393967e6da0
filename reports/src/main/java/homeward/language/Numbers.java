package homeward.language;

import homeward.language.Quantity.Qualifier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Finds numbers among tokens: digits, words ("three hundred and three"), scales ("1.5 million"), a plus sign after. */
final class Numbers {
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

  private final Lexicon lexicon;
  private final List<Token> tokens;

  Numbers(Lexicon lexicon, List<Token> tokens) {
    this.lexicon = lexicon;
    this.tokens = tokens;
  }

  /** A number and how many tokens it takes. */
  record Found(Quantity quantity, int length, boolean inWords) {}

  Optional<Found> at(int at) {
    Token token = tokens.get(at);
    if (token.number()) {
      return digits(at);
    }
    boolean article = token.is("a") && at + 1 < tokens.size() && lexicon.scale(tokens.get(at + 1).form()) > 0;
    return article || thousandForThousand(at) || lexicon.value(token.form()) >= 0 ? words(at) : Optional.empty();
  }

  /** "Thousand for thousand": a scale that is a number by itself. */
  private boolean thousandForThousand(int at) {
    String form = tokens.get(at).form();
    return lexicon.scale(form) >= 1000 && ((is(at + 1, "for") && is(at + 2, form)) || (at > 1 && is(at - 1, "for") && is(at - 2, form)));
  }

  private Optional<Found> digits(int at) {
    String form = tokens.get(at).form();
    String plain = form.endsWith(",") ? form.substring(0, form.length() - 1) : form;
    if (plain.length() > 15) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(plain);
    int end = at + 1;
    while (end < tokens.size() && lexicon.scale(tokens.get(end).form()) > 0 && value.compareTo(LARGEST) < 0) {
      value = value.multiply(BigDecimal.valueOf(lexicon.scale(tokens.get(end).form())));
      end++;
    }
    int length = end - at;
    return whole(value).map(number -> finish(at, number, length, false));
  }

  private static Optional<Long> whole(BigDecimal value) {
    return value.compareTo(LARGEST) > 0
        ? Optional.empty() : Optional.of(value.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** "three hundred and three", "twenty seven", "a thousand": sums of values, multiplied by the scales that follow. */
  private Optional<Found> words(int at) {
    long total = 0;
    long part = 0;
    int end = at;
    while (end < tokens.size() && total < 1_000_000_000L) {
      String form = tokens.get(end).form();
      int value = lexicon.value(form);
      int scale = lexicon.scale(form);
      if (value >= 0 && !(part > 0 && part % 10 != 0)) {
        part += value;
      } else if (scale >= 1000) {
        total += Math.max(1, part) * scale;
        part = 0;
      } else if (scale > 0) {
        part = Math.max(1, part) * scale;
      } else if (!(end == at && form.equals("a")) && !joins(end, at)) {
        break;
      }
      end++;
    }
    return Optional.of(finish(at, total + part, end - at, true));
  }

  /** "hundred and three": the word between belongs to the number only when a value follows a scale. */
  private boolean joins(int at, int start) {
    return at > start && lexicon.listed("join", tokens.get(at).form()) && at + 1 < tokens.size()
        && lexicon.scale(tokens.get(at - 1).form()) > 0 && lexicon.value(tokens.get(at + 1).form()) > 0;
  }

  private Found finish(int at, long value, int length, boolean inWords) {
    int end = at + length;
    Qualifier qualifier = Qualifier.EXACT;
    if (is(end, "+")) {
      qualifier = Qualifier.OVER;
      end++;
    } else if (is(end, "or") && (is(end + 1, "more") || is(end + 1, "so"))) {
      qualifier = is(end + 1, "more") ? Qualifier.AT_LEAST : Qualifier.APPROXIMATELY;
      end += 2;
    }
    boolean percent = is(end, "percent") || (is(end, "per") && is(end + 1, "cent"));
    end += percent ? (is(end, "percent") ? 1 : 2) : 0;
    return new Found(new Quantity(value, qualifier, percent), end - at, inWords);
  }

  private boolean is(int at, String form) {
    return at < tokens.size() && tokens.get(at).is(form);
  }
}
