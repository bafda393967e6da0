package homeward.invariant;

import homeward.exchange.Terms;
import homeward.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * 7. No word that only its owner knows stands in a leaf, and every text in one is an id, a digest, a key, a checkpoint, a word of
 * the protocol or a code of the terms: nothing else could carry a name.
 */
final class Privacy implements Check {
  /** Ids, keys, digests, references; names of the protocol; what the rules make of both; and journeys by number. */
  private static final List<Pattern> PLAIN = List.of(
      Pattern.compile("[A-Za-z0-9_-]{43}|[A-Za-z0-9_-]{22}"),
      Pattern.compile("[A-Z_]{2,24}"),
      Pattern.compile("(day|direct)-[0-9]{1,3}"),
      Pattern.compile("(count|unlisted|one-sided|without-authority|turned-back|died-in-transit|contradiction|equivocation)-[A-Za-z0-9_-]{1,90}"),
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}"),
      Pattern.compile("(?s)homeward/.*"));

  @Override
  public List<String> of(Log log) {
    List<String> broken = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Line line : log.lines()) {
      Json body = line.leaf().entry().envelope().body();
      line.after().course().agreed().ifPresent(agreed -> codes.addAll(codes(agreed.terms())));
      String text = new String(body.canonical(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
      log.words().stream().filter(word -> text.contains(word.toLowerCase(Locale.ROOT))).forEach(word -> broken.add("a private word stands in entry " + line.index()));
      boolean terms = log.held().log().state().course().agreed().map(agreed -> agreed.proposal().equals(line.id())).orElse(false);
      if (!terms && line.accepted() && !codes.isEmpty()) {
        texts(body).filter(unknown(codes)).findFirst().ifPresent(found -> broken.add("a text that is no id and no code stands in entry " + line.index()));
      }
    }
    return broken;
  }

  private static Predicate<String> unknown(Set<String> codes) {
    return text -> !codes.contains(text) && PLAIN.stream().noneMatch(plain -> plain.matcher(text).matches());
  }

  private static Set<String> codes(Terms terms) {
    Set<String> codes = new HashSet<>(terms.categories().keySet());
    terms.tranches().forEach(tranche -> codes.add(tranche.place()));
    codes.addAll(terms.clauses());
    return codes;
  }

  /** Every text value but the name of the record. Names of fields are of the schema, or categories, which the terms know. */
  private static Stream<String> texts(Json json) {
    return switch (json) {
      case Json.Text text -> Stream.of(text.value());
      case Json.Items items -> items.values().stream().flatMap(Privacy::texts);
      case Json.Fields fields -> fields.values().entrySet().stream().filter(field -> !field.getKey().equals("is")).flatMap(field -> texts(field.getValue()));
      case Json.Whole whole -> Stream.of();
      case Json.Flag flag -> Stream.of();
    };
  }
}
