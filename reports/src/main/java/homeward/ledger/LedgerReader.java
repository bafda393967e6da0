package homeward.ledger;

import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.ledger.Ledger.Exchange;
import homeward.ledger.Ledger.Tranche;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Reads ledger files and checks that they add up. */
public final class LedgerReader {
  static final String TOTAL = "total";
  private static final Shape<Ledger> SHAPE = Shape.of(Ledger.class);

  private LedgerReader() {}

  /** A ledger, or why the file is none. */
  public sealed interface Answer {
    /** A ledger that adds up. */
    record Sound(Ledger ledger) implements Answer {}

    /** A file that is no ledger in this format. */
    record Unreadable(String where, String what) implements Answer {}

    /** A total that is not the sum of its parts. */
    record DoesNotAddUp(String where, long stated, long sum) implements Answer {}

    /** A side that the exchange does not have, or a negative count, or days out of order. */
    record Inconsistent(String where, String what) implements Answer {}
  }

  /** Reads the bytes of a ledger file. */
  public static Answer read(byte[] utf8) {
    try {
      Ledger ledger = SHAPE.read(JsonReader.read(utf8));
      return check(ledger).orElse(new Answer.Sound(ledger));
    } catch (Malformed malformed) {
      return new Answer.Unreadable(malformed.where(), malformed.what());
    }
  }

  /** The example that comes with this program: the reference case, and other exchanges, marked as reported. */
  public static byte[] reference() {
    try (InputStream file = LedgerReader.class.getResourceAsStream("reference-case.json")) {
      if (file == null) {
        throw new IllegalStateException("the resource reference-case.json is missing from this program");
      }
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Optional<Answer> check(Ledger ledger) {
    return ledger.exchanges().stream().map(LedgerReader::check).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Answer> check(Exchange exchange) {
    LocalDate before = LocalDate.MIN;
    for (Tranche tranche : exchange.tranches()) {
      String where = exchange.id() + ", " + tranche.date();
      if (!tranche.day().isAfter(before)) {
        return Optional.of(new Answer.Inconsistent(where, "the days of an exchange come in order, each once"));
      }
      before = tranche.day();
      Optional<Answer> wrong = counts(exchange, where, tranche.received()).or(() -> sex(where, tranche));
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return exchange.agreed().flatMap(agreed -> counts(exchange, exchange.id() + ", agreed", agreed.received()));
  }

  private static Optional<Answer> counts(
      Exchange exchange, String where, SortedMap<String, SortedMap<String, Long>> received) {
    for (Map.Entry<String, SortedMap<String, Long>> side : received.entrySet()) {
      String place = where + ", side " + side.getKey();
      if (exchange.sides().stream().noneMatch(known -> known.id().equals(side.getKey()))) {
        return Optional.of(new Answer.Inconsistent(place, "the exchange has no side of that id"));
      }
      if (side.getValue().values().stream().anyMatch(count -> count < 0)) {
        return Optional.of(new Answer.Inconsistent(place, "a count is negative"));
      }
      Map<String, Long> counts = side.getValue();
      long sum = sum(counts);
      long stated = counts.getOrDefault(TOTAL, sum);
      if (counts.size() > 1 && stated != sum) {
        return Optional.of(new Answer.DoesNotAddUp(place, stated, sum));
      }
    }
    return Optional.empty();
  }

  private static Optional<Answer> sex(String where, Tranche tranche) {
    for (Map.Entry<String, SortedMap<String, Long>> side : tranche.sex().map(Map::entrySet).orElse(Set.of())) {
      SortedMap<String, Long> received = tranche.received().get(side.getKey());
      if (received == null) {
        return Optional.of(new Answer.Inconsistent(where + ", sex", "side " + side.getKey() + " has no counts that day"));
      }
      long sum = sum(side.getValue());
      long total = received.getOrDefault(TOTAL, sum(received));
      boolean whole = side.getValue().containsKey("men") && side.getValue().containsKey("women");
      if (sum > total || (whole && sum != total)) {
        return Optional.of(new Answer.DoesNotAddUp(where + ", sex of side " + side.getKey(), total, sum));
      }
    }
    return Optional.empty();
  }

  /** The sum of the categories, the stated total left aside. */
  static long sum(Map<String, Long> counts) {
    return counts.entrySet().stream().filter(entry -> !entry.getKey().equals(TOTAL))
        .mapToLong(Map.Entry::getValue).sum();
  }
}
