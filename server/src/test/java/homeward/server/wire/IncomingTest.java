package homeward.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.PartyId;
import homeward.node.Message;
import homeward.server.database.Scratch;
import homeward.server.keys.SealingKey;
import homeward.server.keys.SealingPublicKey;
import homeward.server.keys.WireCertificate;
import homeward.transcript.Hash;
import homeward.transcript.PublicKey;
import homeward.transcript.SigningKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way in and the way out, over real HTTPS on loopback. */
class IncomingTest {
  private static final long NOW = 1_747_386_000_000L;
  private static final String CODE = "may-2025";

  private record Taken(PartyId from, List<Message> messages) {}

  private final PartyId me = party();
  private final PartyId friend = party();
  private final SigningKey friendKey = new SigningKey(Scratch.RANDOM.bytes(32));
  private final SigningKey strangerKey = new SigningKey(Scratch.RANDOM.bytes(32));
  private final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
  private final BlockingQueue<Message.Parcel> arrived = new LinkedBlockingQueue<>();
  private final Path directory = Scratch.directory();
  private volatile boolean busy;
  private @Nullable WireCertificate certificate;
  private @Nullable SealingPublicKey sealing;
  private @Nullable Incoming incoming;

  private static PartyId party() {
    return new PartyId(Base64.getUrlEncoder().withoutPadding().encodeToString(Scratch.RANDOM.bytes(16)));
  }

  @BeforeEach
  void listen() throws Exception {
    Files.createDirectories(directory);
    WireCertificate.make(directory.resolve("wire.crt"), directory.resolve("wire.key"), NOW, Scratch.RANDOM);
    certificate = WireCertificate.read(directory.resolve("wire.crt"), directory.resolve("wire.key"));
    sealing = SealingKey.make(directory.resolve("sealing.key"));
    Map<PartyId, PublicKey> nodes = Map.of(friend, friendKey.publicKey());
    Incoming.Recipient recipient =
        new Incoming.Recipient(CODE, me, SealingKey.read(directory.resolve("sealing.key")), nodes, this::take);
    incoming = Incoming.listen(new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), certificate, recipient);
  }

  private boolean take(PartyId from, List<Message> messages) {
    return !busy && taken.add(new Taken(from, messages));
  }

  @AfterEach
  void close() {
    in().close();
  }

  private Incoming in() {
    return java.util.Objects.requireNonNull(incoming);
  }

  private URI url() {
    return URI.create("https://127.0.0.1:" + in().port());
  }

  private Peer peer(Hash fingerprint) {
    return new Peer(me, friendKey.publicKey(), Optional.ofNullable(sealing), url(), Optional.of(fingerprint));
  }

  private Hash fingerprint() {
    return java.util.Objects.requireNonNull(certificate).fingerprint();
  }

  private Outgoing from(PartyId sender, SigningKey key, Hash fingerprint) {
    return new Outgoing(CODE, sender, key, List.of(peer(fingerprint)), (parcel, to) -> arrived.add(parcel));
  }

  private int answer(byte[] letter, Optional<String> cover) throws IOException {
    HttpsURLConnection connection = (HttpsURLConnection) url().resolve(Incoming.PATH).toURL().openConnection();
    connection.setSSLSocketFactory(Trust.in(fingerprint()).getSocketFactory());
    connection.setHostnameVerifier((name, session) -> true);
    connection.setDoOutput(true);
    connection.setRequestMethod("POST");
    cover.ifPresent(text -> connection.setRequestProperty(Cover.HEADER, text));
    connection.getOutputStream().write(letter);
    return connection.getResponseCode();
  }

  private static byte[] letter() {
    return new Letter(List.of(new Message.Pull(3)), List.of()).bytes();
  }

  private Optional<String> cover(Cover cover, SigningKey key) {
    return Optional.of(cover.signed(key).text());
  }

  @Test
  void whatAKnownNodeSaysIsHeardAndParcelsAreOpenedForTheirRecipient() throws Exception {
    Message.Parcel parcel = Message.Parcel.of(new byte[] {1, 2, 3}, Scratch.RANDOM.bytes(32));
    try (Outgoing outgoing = from(friend, friendKey, fingerprint())) {
      outgoing.send(me, parcel);
      assertThat(taken.poll(30, TimeUnit.SECONDS)).isEqualTo(new Taken(friend, List.of(parcel)));
      assertThat(arrived.poll(30, TimeUnit.SECONDS)).isEqualTo(parcel);
      outgoing.send(me, new Message.Pull(7));
      assertThat(taken.poll(30, TimeUnit.SECONDS)).isEqualTo(new Taken(friend, List.of(new Message.Pull(7))));
    }
  }

  @Test
  void aStrangerIsNotHeardAndLearnsNothing() throws Exception {
    Cover cover = Cover.of(CODE, friend, me, letter());
    assertThat(answer(letter(), Optional.empty())).isEqualTo(403);
    assertThat(answer(letter(), Optional.of("1 nonsense"))).isEqualTo(403);
    assertThat(answer(letter(), cover(cover, strangerKey))).isEqualTo(403);
    assertThat(answer(letter(), cover(Cover.of(CODE, me, me, letter()), friendKey))).isEqualTo(403);
    assertThat(answer(letter(), cover(cover, friendKey))).isEqualTo(204);
    assertThat(taken).hasSize(1);
    assertThat(in().refused()).isEqualTo(4);
  }

  @Test
  void aLetterForSomebodyElseOrOfAnotherExchangeIsNotHeard() throws Exception {
    assertThat(answer(letter(), cover(Cover.of("june-2025", friend, me, letter()), friendKey))).isEqualTo(403);
    assertThat(answer(letter(), cover(Cover.of(CODE, friend, friend, letter()), friendKey))).isEqualTo(403);
    assertThat(taken).isEmpty();
  }

  @Test
  void aLetterThatWasChangedOrIsNoneIsNotRead() throws Exception {
    byte[] other = new Letter(List.of(new Message.Pull(4)), List.of()).bytes();
    assertThat(answer(other, cover(Cover.of(CODE, friend, me, letter()), friendKey))).isEqualTo(400);
    byte[] nonsense = "{\"messages\":[null]}".getBytes(StandardCharsets.US_ASCII);
    assertThat(answer(nonsense, cover(Cover.of(CODE, friend, me, nonsense), friendKey))).isEqualTo(400);
    byte[] open = new Letter(List.of(Message.Parcel.of(new byte[] {1}, new byte[32])), List.of()).bytes();
    assertThat(answer(open, cover(Cover.of(CODE, friend, me, open), friendKey))).as("a parcel with an open key").isEqualTo(400);
    assertThat(taken).isEmpty();
  }

  @Test
  void aLetterThatIsTooLongIsRefusedBeforeItIsRead() throws Exception {
    Cover vast = new Cover(CODE, friend, me, 1L << 30, Hash.of(letter()));
    assertThat(answer(letter(), cover(vast, friendKey))).isEqualTo(413);
  }

  @Test
  void whoeverIsBusyIsAskedAgainAndNobodyWhoSendsWaits() throws Exception {
    busy = true;
    try (Outgoing outgoing = from(friend, friendKey, fingerprint())) {
      outgoing.send(me, new Message.Pull(1));
      while (outgoing.lines().getFirst().isUp()) {
        Thread.onSpinWait();
      }
      outgoing.send(me, new Message.Pull(2));
      assertThat(outgoing.lines()).containsExactly(new Line(me, 1, "answered 503"));
      busy = false;
      outgoing.heard(me);
      assertThat(taken.poll(30, TimeUnit.SECONDS)).as("the newer one, and it alone").isEqualTo(new Taken(friend, List.of(new Message.Pull(2))));
    }
  }

  @Test
  void aNodeWithAnotherCertificateIsToldNothing() {
    try (Outgoing outgoing = from(friend, friendKey, Hash.of(new byte[] {1}))) {
      outgoing.send(me, new Message.Pull(1));
      while (outgoing.lines().getFirst().isUp()) {
        Thread.onSpinWait();
      }
      assertThat(outgoing.lines().getFirst().problem()).contains("SSL");
      assertThat(taken).isEmpty();
    }
  }

  @Test
  void whatTheNodeRepeatsIsKeptOnceAndParcelsAreAllKept() throws Exception {
    Waiting waiting = new Waiting();
    Message.Parcel parcel = Message.Parcel.of(new byte[] {1}, new byte[32]);
    waiting.add(parcel);
    waiting.add(new Message.Submit(List.of("a")));
    waiting.add(new Message.Submit(List.of("a", "b")));
    for (int head = 0; head < 2_000; head++) {
      waiting.add(new Message.Head("note " + head));
      waiting.add(new Message.Head("the same"));
    }
    assertThat(waiting.size()).isEqualTo(500);
    List<Message> next = waiting.next(Long.MAX_VALUE);
    assertThat(next).startsWith(parcel).endsWith(new Message.Head("note 1999"), new Message.Head("the same")).doesNotHaveDuplicates();
  }
}
