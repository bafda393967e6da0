package homeward.ruling;

import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Terms;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can be said, with its fields, from the records that are its schema. */
final class WrittenForms {
  private WrittenForms() {}

  static String moves() {
    Docstrings said = Docstrings.of(Move.class);
    StringBuilder text = new StringBuilder();
    text.append("\nActs: each asks for something and may be refused.\n").append(table(Move.Act.class, said));
    text.append("Observations: never refused.\n").append(table(Move.Observation.class, said));
    text.append("Reports and announcements:\n").append(rows(List.of(Move.Report.class, Move.Announce.class), said));
    text.append("What lapses (the field `what` of a `lapse`):\n").append(table(Move.Lapsing.class, said));
    return text.toString();
  }

  static String matters() {
    Docstrings said = Docstrings.of(Matter.class);
    List<Class<?>> matters = Docstrings.leaves(Matter.class).toList();
    return rows(matters, said) + "What a settlement finds (its field `finding`):\n" + table(Matter.Finding.class, said);
  }

  /** What the fields are made of: records within records, and words of closed lists. */
  static String parts() {
    Docstrings said = Docstrings.of(Move.class);
    Docstrings agreed = Docstrings.of(Terms.class);
    Stream<List<String>> ofMoves =
        Stream.of(Move.Member.class, Move.Keys.class, Move.Delegate.class, Move.Part.class, Move.Attachment.class, Move.Device.class,
                Move.CosignedCheckpoint.class)
            .map(type -> part(type, said));
    Stream<List<String>> ofTerms =
        Stream.of(Terms.class, Terms.Category.class, Terms.Tranche.class, Terms.Debt.class, Terms.Deadlines.class)
            .map(type -> part(type, agreed));
    Stream<List<String>> words =
        Stream.of(Function.class, Move.Kind.class, Move.Cause.class, Move.Sight.class, Move.Place.class, Move.Scope.class, Terms.Parity.class)
            .map(type -> List.of(type.getSimpleName(), words(type)));
    return Page.table(List.of("part", "what it is", "fields"), Stream.concat(ofMoves, ofTerms).toList())
        + Page.table(List.of("closed list", "its words"), words.toList());
  }

  private static List<String> part(Class<?> type, Docstrings said) {
    return List.of(type.getSimpleName(), said.of(type.getSimpleName()), Docstrings.fields(type));
  }

  private static String words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(word -> Page.code(word.toString())).collect(Collectors.joining(", "));
  }

  private static String table(Class<?> sealed, Docstrings said) {
    return rows(Docstrings.leaves(sealed).toList(), said);
  }

  private static String rows(List<Class<?>> types, Docstrings said) {
    return Page.table(
        List.of("`is`", "what it says", "fields"),
        types.stream()
            .map(type -> List.of(Page.code(Docstrings.is(type)), said.of(type.getSimpleName()), Docstrings.fields(type)))
            .toList());
  }
}
