package homeward.transcript;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.json.Json;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.json.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that were signed once: if one of these fails, the signed format has changed and old logs cannot be read. */
class VectorsTest {
  @Test
  void theSignedEntriesAreReadAndVerify() throws Malformed {
    List<String> lines = Specimen.vector("entries.txt").lines().toList();
    Hash previous = Hash.EMPTY;
    for (int i = 0; i < lines.size(); i++) {
      SignedEntry entry = SignedEntry.read(lines.get(i));
      assertThat(entry.verifies(new PublicKey("iojj3XQJ8ZX9UtstPLpdcspnCb8dlBIb83SIAbQPb1w"))).isTrue();
      assertThat(entry.envelope()).isEqualTo(Specimen.envelope(i + 1L, previous));
      previous = entry.hash();
    }
    assertThat(lines).containsExactly(Specimen.entry().jws(), Specimen.secondEntry().jws());
  }

  @Test
  void theLeavesAreReadAndMakeTheRoot() throws Malformed {
    MerkleTree tree = new MerkleTree();
    for (String line : Specimen.vector("leaves.txt").lines().toList()) {
      Leaf leaf = Leaf.read(line.getBytes(US_ASCII));
      assertThat(leaf.bytes()).isEqualTo(line.getBytes(US_ASCII));
      tree.append(leaf.leafHash());
    }
    assertThat(tree.root()).isEqualTo(SignedCheckpoint.read(Specimen.vector("checkpoint.txt")).checkpoint().root());
  }

  @Test
  void theCheckpointIsTheLogsAndCosigned() throws Malformed {
    String text = Specimen.vector("checkpoint.txt");
    SignedCheckpoint note = SignedCheckpoint.read(text);
    assertThat(note.text()).isEqualTo(text).isEqualTo(madeAgain().text());
    assertThat(note.isOf(Specimen.LOG)).isTrue();
    assertThat(note.cosignedBy(Specimen.ALPHA.publicKey(), Specimen.ALPHA.id().value())).contains(1747353800L);
  }

  private static SignedCheckpoint madeAgain() {
    MerkleTree tree = new MerkleTree();
    tree.append(Specimen.leaf(0, Specimen.entry()).leafHash());
    tree.append(Specimen.leaf(1, Specimen.secondEntry()).leafHash());
    return Specimen.checkpoint(tree).cosign(Specimen.ALPHA, Specimen.ALPHA.id().value(), 1747353800);
  }

  @Test
  void theEnvelopeAndTheAttachmentKeepTheirCanonicalForm() throws Malformed {
    String envelope = Specimen.vector("envelope.json").strip();
    Json json = JsonReader.readCanonical(envelope.getBytes(UTF_8));
    assertThat(Shape.of(Envelope.class).read(json)).isEqualTo(Specimen.envelope(1, Hash.EMPTY));

    String descriptor = Specimen.vector("attachment.json").strip();
    Attachment.Sealed sealed = Attachment.seal("sealed".getBytes(UTF_8), new byte[32], new byte[12]);
    assertThat(new String(Shape.of(Attachment.class).write(sealed.descriptor()).canonical(), UTF_8)).isEqualTo(descriptor);
  }
}
