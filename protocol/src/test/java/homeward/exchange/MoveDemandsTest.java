package homeward.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the parts of a move demand of themselves beyond being codes and keys: each demand at its edge and beyond it. */
class MoveDemandsTest {
  private static final String KEY = Digest.OF_NOTHING.value();
  private static final String OTHER_KEY = Digest.of(new byte[1]).value();
  private static final PartyId A = new PartyId("a".repeat(22));

  private static void refused(ThrowingCallable making, String demand) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(demand);
  }

  @Test
  void aPartIsOneOfAtMostAThousand() {
    assertThatCode(() -> new Move.Part(1_000, 1_000)).doesNotThrowAnyException();
    refused(() -> new Move.Part(0, 1), "part k of n");
    refused(() -> new Move.Part(2, 1), "part k of n");
    refused(() -> new Move.Part(1, 1_001), "part k of n");
  }

  @Test
  void aPartysRootAndItsNodeHaveKeysOfTheirOwn() {
    assertThatCode(() -> new Move.Keys(KEY, OTHER_KEY)).doesNotThrowAnyException();
    refused(() -> new Move.Keys(KEY, KEY), "two different keys");
  }

  @Test
  void aJourneyIsOfATrancheOrOfAHolderAndNotOfBoth() {
    assertThatCode(() -> convene(Optional.of(1), Optional.empty(), 2)).doesNotThrowAnyException();
    assertThatCode(() -> convene(Optional.empty(), Optional.of(A), 2)).doesNotThrowAnyException();
    refused(() -> convene(Optional.of(1), Optional.of(A), 2), "a tranche of the terms or a direct");
    refused(() -> convene(Optional.empty(), Optional.empty(), 2), "a tranche of the terms or a direct");
  }

  @Test
  void aJourneysWindowEndsAfterItBegins() {
    refused(() -> convene(Optional.of(1), Optional.empty(), 1), "a window");
  }

  private static Matter convene(Optional<Integer> tranche, Optional<PartyId> holder, long until) {
    return new Matter.Convene("day-1", tranche, holder, "bridge", 1, until);
  }

  @Test
  void aCategoryIsACodeWhereverItStands() {
    SortedMap<String, SortedSet<Ref>> none = new TreeMap<>();
    SortedMap<String, SortedSet<Ref>> words = new TreeMap<>(Map.of("All others", new TreeSet<>()));
    Move.Part whole = Move.Part.whole();
    Move.Device desk = Move.Device.desk();
    List<ThrowingCallable> made = List.of(
        () -> new Move.Lodge(1, whole, words, Optional.empty(), Optional.empty()),
        () -> new Move.Manifest("day-1", 1, whole, words, none),
        () -> new Move.Manifest("day-1", 1, whole, none, words),
        () -> new Matter.Change("day-1", 1, Digest.OF_NOTHING, new TreeSet<>(), words, none),
        () -> new Matter.Change("day-1", 1, Digest.OF_NOTHING, new TreeSet<>(), none, words),
        () -> new Move.Arrived(Optional.empty(), A, words, desk),
        () -> new Move.Announce("day-1", Move.Scope.JOINT, A, new TreeMap<>(Map.of("All others", 1))),
        () -> new Move.Complete("All others"));
    assertThat(made).allSatisfy(each -> refused(each, "a category"));
  }

  @Test
  void anAuthorIsNamedByAKeysFingerprint() {
    assertThat(AuthorId.of(KEY).value()).hasSize(22);
    refused(() -> new AuthorId("Ivanenko"), "an author's key id");
  }

  @Test
  void aJourneyIsACodeWhereverItStands() {
    String words = "Day one";
    SortedMap<String, SortedSet<Ref>> none = new TreeMap<>();
    Move.Part whole = Move.Part.whole();
    Move.Device desk = Move.Device.desk();
    Move.CosignedCheckpoint checkpoint = new Move.CosignedCheckpoint(1, Digest.OF_NOTHING, "note");
    List<ThrowingCallable> made = List.of(
        () -> new Matter.Convene(words, Optional.of(1), Optional.empty(), "bridge", 1, 2),
        () -> new Matter.Seal(words, List.of()),
        () -> new Matter.Change(words, 1, Digest.OF_NOTHING, new TreeSet<>(), none, none),
        () -> new Matter.Lift(words),
        () -> new Move.Acknowledge(words),
        () -> new Move.Manifest(words, 1, whole, none, none),
        () -> new Move.Clear(words, whole, new TreeSet<>(), new TreeSet<>()),
        () -> new Move.Ready(words, 1, Digest.OF_NOTHING, Optional.empty()),
        () -> new Move.Unready(words, 1),
        () -> new Move.Authorise(words, 1, new TreeSet<>(), checkpoint),
        () -> new Move.Announce(words, Move.Scope.JOINT, A, new TreeMap<>()),
        () -> new Move.Saw(Move.Sight.HOME, Optional.of(words), new TreeSet<>(), desk),
        () -> new Move.Counted(words, 1, A, Move.Place.ARRIVAL, 1, desk),
        () -> new Move.Arrived(Optional.of(words), A, none, desk),
        () -> new Move.Lapsing.OfJourney(words),
        () -> new Move.Lapsing.OfWave(words, 1),
        () -> new Move.Lapsing.OfEmbargo(words));
    assertThat(made).allSatisfy(each -> refused(each, "a journey"));
  }

  @Test
  void placesPeopleKeysAndDiscrepanciesAreCodesToo() {
    String name = "Ivanenko Taras";
    refused(() -> new Matter.Convene("day-1", Optional.of(1), Optional.empty(), name, 1, 2), "a place");
    refused(() -> new Matter.Settlement(name, new Matter.Finding.Stands()), "the id of a discrepancy");
    refused(() -> new Move.Delegate(name, KEY), "a person's code");
    refused(() -> new Move.Delegate("p".repeat(22), name), "a public key");
    refused(() -> new Move.EnrolDevice(KEY, name, 1), "a person's code");
    refused(() -> new Move.EnrolDevice(name, "p".repeat(22), 1), "a public key");
    refused(() -> new Move.Keys(name, KEY), "a public key");
    refused(() -> new Move.Keys(KEY, name), "a public key");
  }

  @Test
  void aSaltIsTwentyTwoCharactersOfBase64url() {
    Optional<String> salt = Optional.of("Ivanenko Taras, 1990..");
    refused(() -> new Move.Lodge(1, Move.Part.whole(), new TreeMap<>(), Optional.empty(), salt), "a salt");
  }
}
