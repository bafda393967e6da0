package homeward.conduct;

import homeward.exchange.Ref;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Whom a holder seats, of those who may go. It stays with the holder: what leaves are references on a roll. */
public interface Choosing {
  /**
   * In which order seats are filled.
   *
   * @param tranche from 1
   * @param free people of one category who are agreed and seated nowhere
   */
  List<Ref> order(int tranche, SortedSet<Ref> free);

  /**
   * Who rides instead of somebody who stays behind; nobody when nobody is left. Asked again, it answers the same.
   *
   * @param free people of that person's category who are agreed and seated nowhere
   */
  Optional<Ref> instead(int tranche, Ref stays, SortedSet<Ref> free);

  /** By the lot, as references are drawn at random: the lowest ones go first. */
  static Choosing byLot() {
    return new ByLot();
  }
}
