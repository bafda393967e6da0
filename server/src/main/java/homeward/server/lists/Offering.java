package homeward.server.lists;

import homeward.exchange.Move;
import homeward.exchange.Ref;
import java.util.Optional;
import java.util.SortedMap;

/**
 * This side's list, as entries take it.
 *
 * @param offered by reference, the category
 * @param wounded those who go by direct repatriation, outside every count
 * @param names the sealed file for the other side
 * @param salt for the commitment
 */
public record Offering(SortedMap<Ref, String> offered, SortedMap<Ref, String> wounded, Optional<Move.Attachment> names, String salt) {}
