package homeward.server.transcript;

import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.server.proceedings.Placed;
import homeward.server.proceedings.Standing;
import homeward.server.wording.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What somebody looks for among entries.
 *
 * @param text in the words of the page, the signed body, the hashes, or the index; empty for all
 * @param party a party's code; empty for all
 * @param kind empty for all
 * @param refused only what was refused
 * @param before only entries before this index; nothing for the newest
 */
record Search(String text, String party, Optional<Kind> kind, boolean refused, Optional<Long> before) {
  /** Entries on a page. */
  static final int PAGE = 50;

  /**
   * One page, newest first.
   *
   * @param older where the next page begins; nothing on the last one
   */
  record Found(List<Row> rows, Optional<Long> older) {}

  /** Looks from the newest back, as far as a page needs. */
  Found in(Standing standing, Map<PartyId, String> names, Function<Saying, String> inWords) {
    List<Row> rows = new ArrayList<>();
    long index = Math.min(before.orElse(Long.MAX_VALUE), standing.log().size()) - 1;
    for (; index >= 0 && rows.size() < PAGE; index--) {
      Placed placed = standing.log().get((int) index);
      if (isCandidate(standing, placed)) {
        Row row = Row.of(standing, index, names);
        if (says(row, placed, inWords)) {
          rows.add(row);
        }
      }
    }
    return new Found(rows, index >= 0 ? Optional.of(index + 1) : Optional.empty());
  }

  /** What can be told without putting anything into words. */
  private boolean isCandidate(Standing standing, Placed placed) {
    boolean ofParty = party.isEmpty()
        || Row.author(standing.state(), placed).map(Parties.Author::party).map(PartyId::value).filter(party::equals).isPresent();
    return ofParty && (!refused || !placed.decision().accepted()) && kind.map(of -> of == Kind.of(Row.move(placed))).orElse(true);
  }

  private boolean says(Row row, Placed placed, Function<Saying, String> inWords) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        || Long.toString(row.index()).equals(wanted)
        || (row.hash() + " " + row.leaf() + " " + Row.body(placed)).toLowerCase(Locale.ROOT).contains(wanted)
        || row.told().stream().anyMatch(told -> inWords.apply(told).toLowerCase(Locale.ROOT).contains(wanted));
  }
}
