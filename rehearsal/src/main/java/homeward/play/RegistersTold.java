package homeward.play;

import homeward.agreement.Agreement;
import homeward.register.Joins;
import homeward.register.Person;
import homeward.register.Person.Status;
import homeward.story.Narrator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** How both sides' files fit together before anybody answers, as numbers: who is joined, and who is left. */
final class RegistersTold {
  private final Agreement agreement;
  private final Registers registers;
  private final Map<String, Joins> joins = new LinkedHashMap<>();
  private final Map<String, List<Registers.Line>> offered = new LinkedHashMap<>();
  private final SequencedMap<String, List<Integer>> counts = new LinkedHashMap<>();

  private RegistersTold(Agreement agreement, Registers registers) {
    this.agreement = agreement;
    this.registers = registers;
    for (Agreement.Party side : agreement.sides()) {
      joins.put(side.id(), registers.joins(agreement, side.id()));
      offered.put(side.id(), registers.lines(agreement, side.id()));
    }
  }

  static List<String> of(Agreement agreement, Registers registers) {
    RegistersTold told = new RegistersTold(agreement, registers);
    told.held();
    told.sought();
    List<String> sides = agreement.sides().stream().map(Agreement.Party::name).toList();
    return Narrator.brought(agreement.exchange(), sides, told.counts, registers.notices());
  }

  private void held() {
    each("people held", side -> people(registers.held(), side).size());
    each("  on the list, with a category of the agreement", side -> offered(side).size());
    each("  of them seriously wounded, to go home directly", side -> (int) offered(side).stream().filter(Registers.Line::direct).count());
    each("  entered twice", side -> joins(side).heldTwice().stream().mapToInt(group -> group.repeats().size()).sum());
    each("  sought by the other side, by name and birth date", side -> joins(side).joined().size());
    each("    there known as exchanged or released", side -> known(side, sought -> is(sought, Status.EXCHANGED, Status.RELEASED)));
    each("    there known as dead", side -> known(side, sought -> is(sought, Status.DIED)));
    each("    there in another category", side -> (int) joins(side).joined().stream().filter(RegistersTold::otherwise).count());
    each("  sought by nobody, by name and birth date", side -> joins(side).unmatchedHeld().size());
  }

  private void sought() {
    each("people sought", side -> people(registers.sought(), side).size());
    each("  on no list of the other side", side -> joins(agreement.otherSide(side)).unmatchedSought().size());
    each("  of one name and birth date with others", side -> joins(agreement.otherSide(side)).ambiguous().stream().mapToInt(group -> group.sought().size()).sum());
  }

  private void each(String label, ToIntFunction<String> count) {
    counts.put(label, agreement.sides().stream().map(side -> count.applyAsInt(side.id())).toList());
  }

  private static List<Person> people(Map<String, List<Person>> files, String side) {
    return files.getOrDefault(side, List.of());
  }

  private List<Registers.Line> offered(String holder) {
    return Objects.requireNonNull(offered.get(holder));
  }

  private Joins joins(String holder) {
    return Objects.requireNonNull(joins.get(holder));
  }

  private int known(String holder, Predicate<Person> which) {
    return (int) joins(holder).joined().stream().map(Joins.Joined::sought).filter(which).count();
  }

  private static boolean otherwise(Joins.Joined pair) {
    return !pair.sought().category().isEmpty() && !pair.sought().category().equals(pair.held().category());
  }

  private static boolean is(Person sought, Status... any) {
    return Set.of(any).contains(sought.captivity().status());
  }
}
