package homeward.server.transcript;

import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.server.proceedings.Standing;
import homeward.server.wording.Moment;
import homeward.transcript.PublicKey;
import homeward.transcript.SignedCheckpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checkpoint and who put a name under it.
 *
 * @param by who signed it as keeper or cosigned it, with the time of a cosignature
 * @param note as it stands, for whoever wants to check it alone
 */
record Witnessed(long size, String root, List<Signature> by, String note) {

  /** One signature that holds; the keeper’s own carries no time. */
  record Signature(String party, Optional<String> at) {}

  static Witnessed of(SignedCheckpoint note, Standing standing, Map<PartyId, String> names) {
    List<Signature> by = new ArrayList<>();
    for (Move.Member member : standing.state().parties().members().values()) {
      String name = names.getOrDefault(member.party(), member.party().value());
      member.keys().map(keys -> new PublicKey(keys.node())).ifPresent(key -> {
        if (note.signedBy(key, key.id().value())) {
          by.add(new Signature(name, Optional.empty()));
        }
        note.cosignedBy(key, key.id().value()).ifPresent(at -> by.add(new Signature(name, Optional.of(Moment.utc(at * 1000)))));
      });
    }
    return new Witnessed(note.checkpoint().size(), note.checkpoint().root().value(), by, note.text());
  }
}
