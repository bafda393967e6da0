package homeward.server.disclosure;

import homeward.exchange.Digest;
import homeward.exchange.PartyId;
import homeward.node.Clock;
import homeward.register.Column;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.disclosure.Clearances.Held;
import homeward.server.disclosure.PersonDisclosure.Clearance;
import homeward.server.disclosure.PersonDisclosure.Standing;
import homeward.server.register.Filter;
import homeward.server.register.Group;
import homeward.server.register.PersonFile;
import homeward.server.register.Register;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two agencies' clearances, and the only way from the register to anybody outside. */
@Component
public class Disclosure {
  private final Clearances clearances;
  private final Register register;
  private final Clock clock;

  Disclosure(Clearances clearances, Register register, Clock clock) {
    this.clearances = clearances;
    this.register = register;
    this.clock = clock;
  }

  /**
   * What of one person may leave: nothing else is in here.
   *
   * @param code the person's opaque code
   * @param version of the file it was taken from
   * @param groups the groups that both agencies cleared
   * @param fields the texts of these groups
   */
  public record Cleared(String code, long version, Set<Group> groups, Map<Column, String> fields) {}

  /**
   * What came of clearing.
   *
   * @param cleared how many groups of fields of people are cleared by it
   * @param already how many were cleared by this agency before
   * @param ownHand how many were left out because this same account cleared them for the other agency
   */
  public record Clearing(int cleared, int already, int ownHand) {}

  /** What came of letting something leave. */
  public sealed interface Leaving {
    /** It stands on the files; it may be lodged. */
    record Left(int people) implements Leaving {}

    /** Nothing was written: of these people something is cleared no longer, or reads otherwise now. */
    record NotCleared(List<String> codes) implements Leaving {}
  }

  /** What came of clearing a found list. */
  public sealed interface Bulk {
    /** It is cleared. */
    record Done(int people, Clearing clearing) implements Bulk {}

    /** The list has another length than the one that was shown; nothing was cleared. */
    record OtherCount(long count) implements Bulk {}
  }

  /**
   * Exactly the cleared fields of those of these people of whom anything is cleared. They cannot be revoked before the transaction of
   * the caller is over. The read is recorded.
   */
  @Transactional
  public List<Cleared> cleared(Viewer by, Collection<String> codes) {
    by.require(Right.LISTS_SEE);
    clearances.hold(codes);
    Map<String, Set<Group>> groups = clearances.both(codes);
    Set<Group> all = EnumSet.noneOf(Group.class);
    groups.values().forEach(all::addAll);
    return register.files(by, "disclosure.cleared", groups.keySet(), all).stream()
        .map(file -> of(file, groups.getOrDefault(file.code(), Set.of())))
        .sorted(Comparator.comparing(Cleared::code))
        .toList();
  }

  /** The same of everybody held whose name is cleared. */
  @Transactional
  public List<Cleared> clearedNames(Viewer by) {
    by.require(Right.LISTS_SEE);
    return cleared(by, clearances.named());
  }

  private static Cleared of(PersonFile file, Set<Group> groups) {
    Map<Column, String> fields = new EnumMap<>(Column.class);
    file.shown().forEach((column, text) -> {
      if (groups.contains(Group.of(column))) {
        fields.put(column, text);
      }
    });
    return new Cleared(file.code(), file.version(), groups, fields);
  }

  /**
   * Writes onto each file what leaves, before it does: in one transaction with whatever lets it leave.
   *
   * @param what as {@link #cleared} gave it; more than is cleared now is refused as a whole
   * @param digest of the signed entry, or of the sealed file that a signed entry names
   */
  @Transactional
  public Leaving left(Viewer by, List<Cleared> what, PartyId to, Digest digest) {
    by.require(Right.EXCHANGE_SIGN);
    List<Cleared> now = cleared(by, what.stream().map(Cleared::code).toList());
    List<String> not = what.stream().filter(each -> now.stream().noneMatch(other -> covers(other, each))).map(Cleared::code).toList();
    if (!not.isEmpty()) {
      return new Leaving.NotCleared(not);
    }
    clearances.left(what, to.value(), digest.value(), by.account(), clock.now());
    return new Leaving.Left(what.size());
  }

  private static boolean covers(Cleared now, Cleared each) {
    return now.code().equals(each.code()) && now.groups().containsAll(each.groups())
        && each.fields().entrySet().stream().allMatch(field -> field.getValue().equals(now.fields().get(field.getKey())));
  }

  /** Clears groups of one person's fields for one agency, as the file stands in the version that was shown. */
  @Transactional
  public Clearing clear(Viewer by, Agency agency, String code, long version, Set<Group> groups) {
    by.require(agency.right());
    return clearances.clear(agency, by.account(), clock.now(), Map.of(code, version), groups);
  }

  /** Clears groups of fields of everybody a filter finds, if they are as many as were shown. */
  @Transactional
  public Bulk clear(Viewer by, Agency agency, Filter filter, long shown, Set<Group> groups) {
    by.require(agency.right());
    Map<String, Long> versions = register.versions(by, filter);
    if (versions.size() != shown) {
      return new Bulk.OtherCount(versions.size());
    }
    return new Bulk.Done(versions.size(), clearances.clear(agency, by.account(), clock.now(), versions, groups));
  }

  /** Clears one group of everybody of whom the other agency has cleared it, if they are as many as were shown. */
  @Transactional
  public Bulk clearWaiting(Viewer by, Agency agency, Group group, long shown) {
    by.require(agency.right());
    List<String> waiting = clearances.waiting(agency, by.account(), group);
    if (waiting.size() != shown) {
      return new Bulk.OtherCount(waiting.size());
    }
    return new Bulk.Done(waiting.size(), clearances.clear(agency, by.account(), clock.now(), register.versions(by, waiting), Set.of(group)));
  }

  /** Takes one agency's clearance back; false when there is none, or when it has left. */
  @Transactional
  public boolean revoke(Viewer by, Agency agency, String code, Group group) {
    by.require(agency.right());
    return clearances.revoke(agency, by.account(), clock.now(), code, group) > 0;
  }

  /** How one person's fields stand; no field's text is in it. Empty when the code is nobody's. */
  @Transactional(readOnly = true)
  public Optional<PersonDisclosure> person(Viewer by, String code) {
    by.require(Right.DISCLOSURE_SEE);
    return register.filled(by, code).map(filled -> {
      List<Held> held = clearances.of(List.of(code));
      List<Standing> groups = Arrays.stream(Group.values())
          .map(group -> new Standing(group, filled.contains(group), one(held, group, Agency.REGISTRAR), one(held, group, Agency.SECURITY)))
          .toList();
      return new PersonDisclosure(code, groups, clearances.leftOf(code));
    });
  }

  private static Optional<Clearance> one(List<Held> held, Group group, Agency agency) {
    return held.stream().filter(one -> one.group() == group && one.agency() == agency).findFirst()
        .map(one -> new Clearance(one.account(), one.at(), !one.left()));
  }

  /**
   * How many people stand where, by group.
   *
   * @param waiting for the viewer's agency, the other one having cleared; empty for whoever clears for none
   */
  public record Overview(Map<Group, Long> registrar, Map<Group, Long> security, Map<Group, Long> left, Map<Group, Integer> waiting) {}

  /** Counts only. */
  @Transactional(readOnly = true)
  public Overview overview(Viewer by) {
    by.require(Right.DISCLOSURE_SEE);
    Map<Group, Integer> waiting = new EnumMap<>(Group.class);
    for (Agency agency : Agency.of(by)) {
      for (Group group : Group.values()) {
        int count = clearances.waiting(agency, by.account(), group).size();
        if (count > 0) {
          waiting.merge(group, count, Integer::sum);
        }
      }
    }
    return new Overview(clearances.counts(Agency.REGISTRAR), clearances.counts(Agency.SECURITY), clearances.leftCounts(), waiting);
  }
}
