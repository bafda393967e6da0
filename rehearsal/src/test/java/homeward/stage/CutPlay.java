package homeward.stage;

import homeward.conduct.Post;
import homeward.exchange.Decision;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.json.Malformed;
import homeward.node.Message;
import homeward.node.Store;
import homeward.play.Company;
import homeward.play.Plays;
import homeward.transcript.Hash;
import homeward.transcript.Leaf;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import homeward.transcript.SigningKey;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A play in a process of its own, to be killed at any moment and started again where it was. Whatever a node has acknowledged is told,
 * one hash a line, before the play says anything else; when it comes to its end, the account and every node's entries are written down.
 */
final class CutPlay {
  private static final SecureRandom SOURCE = new SecureRandom();

  private CutPlay() {}

  /** Where everything lies: databases below it, and these files. */
  record Place(Path directory) {
    Path account() {
      return directory.resolve("account.json");
    }

    Path entries(String party) {
      return directory.resolve("entries-" + party + ".txt");
    }
  }

  /** The exchange in a folder, or the one that is invented when none is named, with whatever goes wrong by the scenario. */
  static Plays.Wish wish(Optional<Path> folder, String scenario, long seed) {
    return new Plays.Wish(folder.map(each -> each.resolve("agreement.json")), folder, scenario, Optional.empty(), seed, Optional.empty());
  }

  /** The place, the scenario, the seed, and the folder of an exchange or nothing. */
  public static void main(String[] words) {
    PrintStream told = System.out;
    System.setOut(System.err);
    Place place = new Place(Path.of(words[0]));
    Optional<Path> folder = words.length > 3 ? Optional.of(Path.of(words[3])) : Optional.empty();
    Plays.Result result =
        Plays.run(wish(folder, words[1], Long.parseLong(words[2])), line -> {}, stores -> keep(place, stores), plan -> gather(plan, place, told));
    write(place.account(), result instanceof Plays.Result.Played played ? played.report().pretty() : result.toString());
    Runtime.getRuntime().halt(0);
  }

  private static Company gather(Company.Plan plan, Place place, PrintStream told) {
    return new Noted(RealNodes.start(plan, place.directory(), Map.of(), CutPlay::bytes), told);
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }

  private static void keep(Place place, SequencedMap<String, Store> stores) {
    stores.forEach((party, store) -> write(place.entries(party), String.join("\n", hashes(store))));
  }

  private static List<String> hashes(Store store) {
    return store.contents().lines().stream().map(line -> entry(line.leaf())).toList();
  }

  private static String entry(String leaf) {
    try {
      return Leaf.read(leaf.getBytes(StandardCharsets.UTF_8)).entry().hash().value();
    } catch (Malformed damaged) {
      throw new IllegalStateException("a line of the log can be read", damaged);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Tells what is acknowledged. */
  private record Noted(RealNodes nodes, PrintStream told) implements Company {
    @Override
    public Post post(PartyId party) {
      return new Noting(nodes.post(party), this);
    }

    void say(PartyId party, SigningKey key, Function function, Move move) {
      Digest entry = nodes.of(party).proceedings().say(key, function, move);
      told.println(entry.value());
    }

    @Override
    public void attach(PartyId from, Message.Parcel parcel, PartyId to) {
      nodes.attach(from, parcel, to);
    }

    @Override
    public void hear(PartyId from, PartyId to, Message message) {
      nodes.hear(from, to, message);
    }

    @Override
    public void tick() {
      nodes.tick();
    }

    @Override
    public void deliver() {
      nodes.deliver();
    }

    @Override
    public void cut(PartyId party) {
      nodes.cut(party);
    }

    @Override
    public void rejoin(PartyId party) {
      nodes.rejoin(party);
    }

    @Override
    public long size(PartyId party) {
      return nodes.size(party);
    }

    @Override
    public Leaf leaf(PartyId party, long index) {
      return nodes.leaf(party, index);
    }

    @Override
    public Decision decision(PartyId party, long index) {
      return nodes.decision(party, index);
    }

    @Override
    public State stateAt(PartyId party, long size) {
      return nodes.stateAt(party, size);
    }

    @Override
    public Store store(PartyId party) {
      return nodes.store(party);
    }

    @Override
    public void close() {
      nodes.close();
    }
  }

  private record Noting(Post post, Noted company) implements Post {
    @Override
    public PartyId party() {
      return post.party();
    }

    @Override
    public State state() {
      return post.state();
    }

    @Override
    public long stamp(long index) {
      return post.stamp(index);
    }

    @Override
    public boolean placed(Hash entry) {
      return post.placed(entry);
    }

    @Override
    public List<SignedEntry> outbox() {
      return post.outbox();
    }

    @Override
    public Optional<SignedCheckpoint> common() {
      return post.common();
    }

    @Override
    public boolean withoutKeeper() {
      return post.withoutKeeper();
    }

    @Override
    public void say(SigningKey key, Function function, Move move) {
      company.say(post.party(), key, function, move);
    }
  }
}
