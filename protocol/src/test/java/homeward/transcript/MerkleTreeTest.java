package homeward.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  private static final int LARGEST = 33;

  /** The definition of RFC 6962, section 2.1, word for word, over hashes of leaves. */
  private static byte[] naive(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return Sha256.of();
    } else if (leaves.size() == 1) {
      return leaves.getFirst().bytes();
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    byte[] left = naive(leaves.subList(0, split));
    byte[] right = naive(leaves.subList(split, leaves.size()));
    return Sha256.of(new byte[] {1}, left, right);
  }

  private static List<Hash> leaves(long size) {
    return LongStream.range(0, size).mapToObj(Specimen::numbered).toList();
  }

  @Test
  void rootsAreThoseOfTheNaiveRecursion() {
    MerkleTree tree = Specimen.tree(200);
    for (int size = 0; size <= 200; size++) {
      assertThat(tree.rootAt(size)).as("size %d", size).isEqualTo(Hash.wrap(naive(leaves(size))));
      assertThat(Specimen.tree(size).root()).as("size %d", size).isEqualTo(tree.rootAt(size));
    }
  }

  @Test
  void theEmptyTreeHasTheHashOfNothing() {
    assertThat(new MerkleTree().root()).isEqualTo(Hash.EMPTY);
    assertThat(new MerkleTree().size()).isZero();
    assertThat(new MerkleTree().consistency(0, 0)).isEmpty();
  }

  @Test
  void everyInclusionProofHoldsForItsLeafAndNoOther() {
    MerkleTree tree = Specimen.tree(LARGEST);
    for (int size = 1; size <= LARGEST; size++) {
      for (int index = 0; index < size; index++) {
        List<Hash> proof = tree.inclusion(index, size);
        for (int claimed = -1; claimed <= size; claimed++) {
          assertThat(Proofs.includes(Specimen.numbered(index), claimed, size, proof, tree.rootAt(size)))
              .as("leaf %d of %d as %d", index, size, claimed)
              .isEqualTo(claimed == index);
        }
        assertThat(Proofs.includes(Specimen.numbered(LARGEST), index, size, proof, tree.rootAt(size))).isFalse();
      }
    }
  }

  /** Every tree begins with the empty one, so from 0 there is nothing to prove; only its own root must be right. */
  @Test
  void everyConsistencyProofHoldsForItsTwoSizes() {
    MerkleTree tree = Specimen.tree(LARGEST);
    for (int to = 0; to <= LARGEST; to++) {
      for (int from = 0; from <= to; from++) {
        List<Hash> proof = tree.consistency(from, to);
        assertThat(Proofs.consistent(from, tree.rootAt(from), to, tree.rootAt(to), proof)).as("%d to %d", from, to).isTrue();
        assertThat(Proofs.consistent(from, Specimen.numbered(1), to, tree.rootAt(to), proof)).isFalse();
        assertThat(Proofs.consistent(from, tree.rootAt(from), to, Specimen.numbered(1), proof)).isEqualTo(from == 0 && to > 0);
        assertThat(Proofs.consistent(to + 1, tree.rootAt(to), to, tree.rootAt(to), proof)).isFalse();
      }
    }
  }

  @Test
  void everyAlteredInclusionProofIsRefused() {
    MerkleTree tree = Specimen.tree(LARGEST);
    for (int size = 1; size <= LARGEST; size++) {
      for (int index = 0; index < size; index++) {
        Hash root = tree.rootAt(size);
        for (List<Hash> altered : alterations(tree.inclusion(index, size))) {
          assertThat(Proofs.includes(Specimen.numbered(index), index, size, altered, root)).as("%d of %d", index, size).isFalse();
        }
      }
    }
  }

  @Test
  void everyAlteredConsistencyProofIsRefused() {
    MerkleTree tree = Specimen.tree(LARGEST);
    for (int to = 0; to <= LARGEST; to++) {
      for (int from = 0; from <= to; from++) {
        for (List<Hash> altered : alterations(tree.consistency(from, to))) {
          assertThat(Proofs.consistent(from, tree.rootAt(from), to, tree.rootAt(to), altered)).as("%d to %d", from, to).isFalse();
        }
      }
    }
  }

  /** Each element changed, left out, doubled, swapped with the next; one element more at either end; none at all. */
  private static List<List<Hash>> alterations(List<Hash> proof) {
    List<List<Hash>> all = new ArrayList<>();
    Hash foreign = Specimen.numbered(-1);
    for (int i = 0; i < proof.size(); i++) {
      Hash element = proof.get(i);
      all.add(with(proof, i, List.of(foreign)));
      all.add(with(proof, i, List.of(Hash.wrap(Specimen.flipped(element.bytes(), i % 32, i % 8)))));
      all.add(with(proof, i, List.of()));
      all.add(with(proof, i, List.of(element, element)));
      if (i + 1 < proof.size()) {
        List<Hash> swapped = new ArrayList<>(proof);
        swapped.set(i, swapped.set(i + 1, element));
        all.add(swapped);
      }
    }
    all.add(with(proof, 0, proof.isEmpty() ? List.of(foreign) : List.of(foreign, proof.getFirst())));
    List<Hash> longer = new ArrayList<>(proof);
    longer.add(foreign);
    all.add(longer);
    if (!proof.isEmpty()) {
      all.add(List.of());
    }
    return all;
  }

  private static List<Hash> with(List<Hash> proof, int index, List<Hash> instead) {
    List<Hash> altered = new ArrayList<>(proof);
    if (index < altered.size()) {
      altered.remove(index);
    }
    altered.addAll(index, instead);
    return altered;
  }

  @Test
  void proofsHoldForRandomTreesToo() {
    long seed = 6962;
    SplittableRandom random = new SplittableRandom(seed);
    MerkleTree tree = Specimen.tree(3_000);
    for (int i = 0; i < 500; i++) {
      long to = random.nextLong(1, 3_001);
      long from = random.nextLong(0, to + 1);
      long index = random.nextLong(to);
      assertThat(Proofs.includes(Specimen.numbered(index), index, to, tree.inclusion(index, to), tree.rootAt(to)))
          .as("seed %d: %d of %d", seed, index, to)
          .isTrue();
      assertThat(Proofs.consistent(from, tree.rootAt(from), to, tree.rootAt(to), tree.consistency(from, to)))
          .as("seed %d: %d to %d", seed, from, to)
          .isTrue();
    }
  }

  @Test
  void indexesAndSizesFarBeyondAnyTreeAreRefusedWithoutOverflow() {
    List<Hash> proof = IntStream.range(0, 63).mapToObj(Specimen::numbered).toList();
    Hash hash = Specimen.numbered(0);
    for (long index : List.of(Long.MAX_VALUE - 1, Long.MAX_VALUE, -1L, Long.MIN_VALUE)) {
      assertThat(Proofs.includes(hash, index, Long.MAX_VALUE, proof, hash)).isFalse();
      assertThat(Proofs.includes(hash, index, Long.MIN_VALUE, proof, hash)).isFalse();
      assertThat(Proofs.consistent(index, hash, Long.MAX_VALUE, Hash.EMPTY, proof)).isFalse();
      assertThat(Proofs.consistent(index, hash, -1, hash, List.of())).isFalse();
    }
  }

  @Test
  void aCopyGrowsOnItsOwn() {
    MerkleTree tree = Specimen.tree(5);
    MerkleTree copy = tree.copy();
    copy.append(Specimen.numbered(5));
    assertThat(tree.root()).isEqualTo(Specimen.tree(5).root());
    assertThat(copy.root()).isEqualTo(Specimen.tree(6).root());
  }

  @Test
  void aTruncatedTreeGrowsAgainToTheSameRoots() {
    for (int size = 0; size <= LARGEST; size++) {
      MerkleTree tree = Specimen.tree(LARGEST);
      tree.truncate(size);
      assertThat(tree.root()).isEqualTo(Specimen.tree(size).root());
      LongStream.range(size, LARGEST).forEach(i -> tree.append(Specimen.numbered(i)));
      assertThat(tree.root()).isEqualTo(Specimen.tree(LARGEST).root());
    }
  }

  @Test
  void askingBeyondTheTreeIsOurMistake() {
    MerkleTree tree = Specimen.tree(3);
    assertThatIllegalArgumentException().isThrownBy(() -> tree.rootAt(4));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.rootAt(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(3, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.truncate(4));
  }

  @Test
  void aProofCountsAgainstTheLogsOwnCheckpointOnly() {
    MerkleTree tree = Specimen.tree(5);
    Hash leaf = Specimen.numbered(2);
    List<Hash> proof = tree.inclusion(2, 5);
    Checkpoint checkpoint = new Checkpoint(Specimen.ORIGIN, 5, tree.root());
    String name = Specimen.LOG.name();
    assertThat(MerkleTree.includes(leaf, 2, proof, Specimen.checkpoint(tree), Specimen.LOG)).isTrue();
    assertThat(MerkleTree.includes(leaf, 3, proof, Specimen.checkpoint(tree), Specimen.LOG)).isFalse();

    SignedCheckpoint forged = SignedCheckpoint.sign(checkpoint, Specimen.ALPHA, name);
    SignedCheckpoint renamed = SignedCheckpoint.sign(checkpoint, Specimen.KEEPER, "another");
    SignedCheckpoint elsewhere = SignedCheckpoint.sign(new Checkpoint("another.log", 5, tree.root()), Specimen.KEEPER, name);
    SignedCheckpoint onlyCosigned = forged.cosign(Specimen.KEEPER, name, 1);
    for (SignedCheckpoint foreign : List.of(forged, renamed, elsewhere, onlyCosigned)) {
      assertThat(MerkleTree.includes(leaf, 2, proof, foreign, Specimen.LOG)).as("%s", foreign).isFalse();
    }
  }

  @Test
  void twoCheckpointsAreConsistentOnlyIfTheLogSignedBoth() {
    MerkleTree tree = Specimen.tree(7);
    SignedCheckpoint later = Specimen.checkpoint(tree);
    SignedCheckpoint earlier = Specimen.checkpoint(Specimen.tree(3));
    SignedCheckpoint forged =
        SignedCheckpoint.sign(new Checkpoint(Specimen.ORIGIN, 3, tree.rootAt(3)), Specimen.ALPHA, Specimen.LOG.name());
    List<Hash> proof = tree.consistency(3, 7);
    assertThat(MerkleTree.consistent(earlier, later, proof, Specimen.LOG)).isTrue();
    assertThat(MerkleTree.consistent(later, earlier, proof, Specimen.LOG)).isFalse();
    assertThat(MerkleTree.consistent(forged, later, proof, Specimen.LOG)).isFalse();
    assertThat(MerkleTree.consistent(earlier, forged, proof, Specimen.LOG)).isFalse();
  }
}
