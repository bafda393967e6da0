package homeward.server.transcript;

import static homeward.exchange.Function.SIDE;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.node.ExchangeFixture;
import homeward.node.ExchangeStage;
import homeward.server.proceedings.Played;
import homeward.server.proceedings.Standing;
import homeward.server.wording.Rendered;
import homeward.server.wording.Saying;
import homeward.server.wording.Spoken;
import homeward.verify.Verdict;
import homeward.verify.Verification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.MessageSource;

class TranscriptTest {
  private static final MessageSource WORDS = Spoken.words("desk", "wording");

  private static Map<PartyId, String> names(ExchangeFixture exchange) {
    return Map.of(exchange.a().id(), "Side A", exchange.b().id(), "Side B", exchange.mediator().id(), "Mediator");
  }

  private static String english(Saying saying) {
    return String.valueOf(WORDS.getMessage(saying.key(), saying.filled(), Locale.ENGLISH));
  }

  private static Search.Found found(ExchangeFixture exchange, Search search) {
    return search.in(Played.standing(exchange.a()), names(exchange), TranscriptTest::english);
  }

  private static Search all() {
    return new Search("", "", Optional.empty(), false, Optional.empty());
  }

  private static ExchangeFixture withARefusal() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.HOME);
    exchange.b().says(0, SIDE, new Move.Unready(ExchangeFixture.DAY, 1));
    exchange.settle();
    return exchange;
  }

  @Test
  void entriesComeNewestFirstPageByPageUntilTheFirst() {
    ExchangeFixture exchange = withARefusal();
    Search.Found first = found(exchange, all());
    int size = Played.standing(exchange.a()).log().size();
    assertThat(first.rows().getFirst().index()).isEqualTo(size - 1L);
    assertThat(first.rows()).hasSize(Math.min(size, Search.PAGE));
    Search.Found rest = found(exchange, new Search("", "", Optional.empty(), false, Optional.of(5L)));
    assertThat(rest.rows()).extracting(Row::index).containsExactly(4L, 3L, 2L, 1L, 0L);
    assertThat(rest.older()).isEmpty();
  }

  @Test
  void entriesAreFoundByWordsByCodeByPartyByKindAndByRefusal() {
    ExchangeFixture exchange = withARefusal();
    assertThat(found(exchange, new Search("FREEZE", "", Optional.empty(), false, Optional.empty())).rows()).isNotEmpty().allMatch(row -> row.kind() == Kind.AGREEMENTS);
    String someone = exchange.heldByA().first().value();
    assertThat(found(exchange, new Search(someone, "", Optional.empty(), false, Optional.empty())).rows()).isNotEmpty();
    assertThat(found(exchange, new Search("", exchange.mediator().id().value(), Optional.empty(), false, Optional.empty())).rows()).isNotEmpty().allMatch(row -> row.party().equals("Mediator"));
    assertThat(found(exchange, new Search("", "", Optional.of(Kind.SEEN), false, Optional.empty())).rows()).hasSize(12);
    assertThat(found(exchange, new Search("", "", Optional.empty(), true, Optional.empty())).rows()).hasSize(1).noneMatch(Row::accepted);
    assertThat(found(exchange, new Search("nothing like it", "", Optional.empty(), false, Optional.empty())).rows()).isEmpty();
  }

  @Test
  void theBundleThatIsTakenAwayVerifies(@TempDir Path directory) throws IOException {
    Standing standing = Played.standing(ExchangeFixture.playedTo(ExchangeStage.CLOSED).a());
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    Bundled.write(standing, zipped);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = directory.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
    assertThat(Verification.of(directory.resolve("exchange.bundle"))).isInstanceOfSatisfying(
        Verdict.Valid.class, valid -> assertThat(valid.standing().entries()).isEqualTo(standing.log().size()));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    Bundled.write(standing, again);
    assertThat(again.toByteArray()).as("the same log gives the same bytes").isEqualTo(zipped.toByteArray());
  }

  @Test
  void behindEveryFigureStandItsEntries() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.HOME);
    Ledger.Line received = Ledger.find(exchange.a().state(), names(exchange), "0.received.military").orElseThrow();
    assertThat(received.figure().count()).isEqualTo(3);
    assertThat(received.figure().entries()).hasSize(2);
    assertThat(Ledger.find(exchange.a().state(), names(exchange), "0.received")).isPresent();
    assertThat(Ledger.find(exchange.a().state(), names(exchange), "2.received")).isEmpty();
  }

  @Test
  void bothSidesCosignaturesStandUnderACheckpoint() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    Standing standing = Played.standing(exchange.a());
    Witnessed common = Witnessed.of(standing.common().orElseThrow(), standing, names(exchange));
    assertThat(common.by()).extracting(Witnessed.Signature::party).containsExactlyInAnyOrder("Side A", "Side B", "Mediator");
  }

  @Test
  void aLoginThatLooksLikeAFormulaIsHarmlessInATable() {
    assertThat(ReadPages.harmless("=1+1")).isEqualTo("'=1+1");
    assertThat(ReadPages.harmless("officer")).isEqualTo("officer");
  }

  @Test
  void pagesAreWholeInBothLanguages() {
    ExchangeFixture exchange = withARefusal();
    Standing standing = Played.standing(exchange.a());
    Map<PartyId, String> names = names(exchange);
    long refused = standing.log().size() - 1L;
    Map<String, Object> model = new HashMap<>();
    model.put("search", all());
    model.put("found", found(exchange, all()));
    model.put("parties", names);
    model.put("kinds", Kind.values());
    model.put("size", standing.log().size());
    model.put("common", standing.common().map(note -> Witnessed.of(note, standing, names)));
    model.put("latest", standing.latest().map(note -> Witnessed.of(note, standing, names)));
    model.put("alarms", List.of());
    model.put("row", Row.of(standing, refused, names));
    model.put("body", Row.body(standing.log().getLast()));
    model.put("envelope", standing.log().getLast().leaf().entry().envelope());
    model.put("sent", "2025-05-23 10:00");
    model.put("keeper", "key");
    model.put("last", refused);
    model.put("accounts", Ledger.accounts(standing.state(), names));
    model.put("closing", Optional.empty());
    model.put("line", Ledger.find(standing.state(), names, "0.received.military").orElseThrow());
    model.put("rows", List.of(Row.of(standing, 3, names)));
    model.put("lines", List.of(new ReadPages.Line(7, "2025-05-23 10:00", "<auditor>", "register.file", "code", "person.name")));
    model.put("text", "");
    model.put("older", 7);
    for (Locale language : Spoken.LANGUAGES) {
      for (String page : List.of("transcript/entries", "transcript/entry", "transcript/balance", "transcript/figure", "transcript/reads")) {
        assertThat(Rendered.page(page, language, model)).as(page + " " + language).contains("</html>").doesNotContain("<auditor>");
      }
    }
    assertThat(Rendered.page("transcript/entry", Locale.ENGLISH, model)).contains("No longer ready: wave 1 of day-1", "Not possible while the exchange is: terms in force", "can always be recorded");
  }
}
