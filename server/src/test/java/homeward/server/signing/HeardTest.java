package homeward.server.signing;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Refusal;
import homeward.server.wording.Objection;
import homeward.server.wording.Rendered;
import homeward.server.wording.Saying;
import homeward.server.wording.Spoken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HeardTest {
  private static final Saying HALT = Saying.sentence("act.unready", "day-1", 2);

  private static String page(Heard heard, Locale language) {
    return Rendered.page("handover/now", language, Map.of("waits", List.of(), "journeys", List.of(), "speaks", true, "heard", heard));
  }

  @Test
  void whateverBecameOfItIsToldInBothLanguages() {
    for (Heard.Kind kind : Heard.Kind.values()) {
      boolean refused = kind == Heard.Kind.REFUSED || kind == Heard.Kind.NOT_SENT;
      Optional<Objection> why = refused ? Optional.of(Objection.of(new Refusal.WrongWave("day-1", 2), Map.of())) : Optional.empty();
      Heard heard = new Heard(kind, HALT, kind == Heard.Kind.STANDS ? OptionalLong.of(41) : OptionalLong.empty(), why);
      for (Locale language : Spoken.LANGUAGES) {
        assertThat(page(heard, language)).as(kind + " " + language).contains("alert");
      }
    }
  }

  @Test
  void whatStandsLeadsToItsEntryAndWhatIsRefusedSaysWhatMendsIt() {
    assertThat(page(new Heard(Heard.Kind.STANDS, HALT, OptionalLong.of(41), Optional.empty()), Locale.ENGLISH)).contains("/transcript/41", "wave 2 of day-1", "alert-success");
    Optional<Objection> why = Optional.of(Objection.of(new Refusal.WrongWave("day-1", 2), Map.of()));
    assertThat(page(new Heard(Heard.Kind.NOT_SENT, HALT, OptionalLong.empty(), why), Locale.ENGLISH)).contains("Nothing was sent", "was not the next one", "which wave is next");
  }

  @Test
  void onlyWhatWasSignedIsSent() {
    assertThat(Heard.of(Heard.Kind.NO_KEY, HALT).sent()).isFalse();
    assertThat(Heard.of(Heard.Kind.ON_ITS_WAY, HALT).sent()).isTrue();
  }
}
