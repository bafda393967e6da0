package homeward.ruling;

import homeward.exchange.Refusal;
import java.util.List;

/** Every reason for which an act is refused, from the records that carry it. */
final class WrittenRefusals {
  private WrittenRefusals() {}

  static String table() {
    Docstrings said = Docstrings.of(Refusal.class);
    List<List<String>> rows =
        Docstrings.leaves(Refusal.class)
            .map(refusal -> List.of(Page.code(refusal.getSimpleName()), Docstrings.fields(refusal), said.of(refusal.getSimpleName())))
            .toList();
    return Page.table(List.of("refusal", "carries", "what it means, and what to do"), rows);
  }
}
