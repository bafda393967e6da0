package homeward.server.proceedings;

import homeward.node.Chronicle;
import homeward.transcript.Hash;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The log as lists that never change, one for each length it had. They share what they have in common, so that a list for a reader
 * costs nothing: places behind its own end are all that is ever written to.
 */
final class GrowingLog {
  private static final int FIRST = 64;

  private @Nullable Placed[] places = new Placed[FIRST];
  private int size;
  private Hash root = Hash.EMPTY;

  /** The log as the chronicle has it now. Only the thread of the node asks. */
  List<Placed> following(Chronicle chronicle) {
    if (chronicle.size() < size || !chronicle.rootAt(size).equals(root)) {
      // Rewritten behind the last common checkpoint: rare, and the readers of the old one keep theirs.
      places = new Placed[FIRST];
      size = 0;
    }
    for (; size < chronicle.size(); size++) {
      add(new Placed(chronicle.leaf(size), chronicle.decision(size)));
    }
    root = chronicle.rootAt(size);
    return new Beginning(places, size);
  }

  private void add(Placed placed) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    places[size] = placed;
  }

  private static final class Beginning extends AbstractList<Placed> implements RandomAccess {
    private final @Nullable Placed[] places;
    private final int size;

    Beginning(@Nullable Placed[] places, int size) {
      this.places = places;
      this.size = size;
    }

    @Override
    public Placed get(int index) {
      return Objects.requireNonNull(places[Objects.checkIndex(index, size)]);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
