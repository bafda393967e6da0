package homeward.stage;

import homeward.agreement.AgreementFile;
import homeward.play.Company;
import homeward.register.PeopleFile;
import homeward.register.PeopleFile.Kind;
import homeward.register.Person;
import homeward.server.Running;
import homeward.server.delegations.Accounts;
import homeward.server.delegations.Principal;
import homeward.server.delegations.Role;
import homeward.server.disclosure.Agency;
import homeward.server.disclosure.Disclosure;
import homeward.server.lists.Lists;
import homeward.server.lists.Theirs;
import homeward.server.register.Filter;
import homeward.server.register.Group;
import homeward.server.register.Imports;
import homeward.server.register.PersonFile;
import homeward.server.register.Register;
import homeward.server.register.Statement.Standing;
import homeward.server.talks.Talks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives a node what its party would have by the day the play begins: people with their duties, the agreement, registers, cleared names,
 * its list and what it is going to answer. All of it is invented.
 */
final class Furnishing {
  /** What leaves with a list: who somebody is, and enough to tell them from others. */
  private static final Set<Group> LEAVING = EnumSet.of(Group.NAME, Group.BIRTH, Group.SERVICE, Group.CAPTIVITY, Group.HEALTH);

  private final Running node;
  private final Company.Dossier dossier;
  private final List<Principal> people = new ArrayList<>();

  private Furnishing(Running node, Company.Dossier dossier) {
    this.node = node;
    this.dossier = dossier;
  }

  /** Everybody who works at the node now, delegates first. A third party has no register. */
  static List<Principal> of(Running node, Company.Dossier dossier) {
    Furnishing furnishing = new Furnishing(node, dossier);
    furnishing.employ();
    node.part(Talks.class).bring(furnishing.holding(Role.DELEGATE).viewer(), AgreementFile.write(dossier.agreement()), "agreement.json");
    if (dossier.names().isPresent()) {
      furnishing.fillRegisters();
    }
    return List.copyOf(furnishing.people);
  }

  private void employ() {
    Accounts accounts = node.part(Accounts.class);
    int number = 1;
    for (var person : dossier.people().entrySet()) {
      // The last of the delegates clears as well: who clears signs what may be known.
      Set<Role> duties = number == dossier.people().size() ? EnumSet.of(Role.DELEGATE, Role.CLEARANCE) : EnumSet.of(Role.DELEGATE);
      people.add(accounts.rehearsing(person.getKey(), "delegate-" + number, Optional.of(person.getValue()), new TreeSet<>(duties)));
      number++;
    }
    for (Role role : List.of(Role.REGISTRAR, Role.SECURITY, Role.AUDITOR, Role.ADMINISTRATOR)) {
      people.add(accounts.rehearsing("rehearsing-" + role.code(), role.code(), Optional.empty(), new TreeSet<>(Set.of(role))));
    }
    var field = new TreeSet<>(Set.of(Role.FIELD));
    people.add(accounts.rehearsing("rehearsing-field", "field", Optional.of(dossier.people().firstEntry().getValue()), field));
  }

  private Principal holding(Role role) {
    return people.stream().filter(each -> each.viewer().roles().contains(role)).findFirst().orElseThrow();
  }

  private void fillRegisters() {
    take(Kind.SOUGHT, dossier.sought());
    take(Kind.HELD, dossier.held());
    clear(Role.REGISTRAR, Agency.REGISTRAR);
    clear(Role.SECURITY, Agency.SECURITY);
    Map<String, String> codes = codes();
    List<Lists.Row> rows = dossier.listed().stream()
        .map(listed -> new Lists.Row(listed.ref().value(), Objects.requireNonNull(codes.get(listed.row())), listed.category(), listed.direct()))
        .toList();
    dossier.names().ifPresent(names -> node.part(Lists.class).take(holding(Role.DELEGATE).viewer(), rows, names, dossier.salt()));
    node.part(Theirs.class).decide(holding(Role.DELEGATE).viewer(), dossier.answers());
  }

  private void take(Kind kind, List<Person> people) {
    byte[] file = PeopleFile.write(people).getBytes(StandardCharsets.UTF_8);
    String name = kind.name().toLowerCase(java.util.Locale.ROOT) + ".csv";
    if (!node.part(Imports.class).takeIn(holding(Role.REGISTRAR).viewer(), kind, name, file, Standing.LIST, "invented for a rehearsal")) {
      throw new IllegalStateException("invented people can be taken into a register");
    }
  }

  private void clear(Role role, Agency agency) {
    node.part(Disclosure.class).clear(holding(role).viewer(), agency, Filter.everybody(Kind.HELD), dossier.held().size(), LEAVING);
  }

  /** The codes of the files, by the ids that the rows of the file had. */
  private Map<String, String> codes() {
    Map<Integer, String> byRow = new HashMap<>();
    Register register = node.part(Register.class);
    for (PersonFile file : register.everybody(holding(Role.REGISTRAR).viewer(), "rehearsal", Kind.HELD, EnumSet.of(Group.NAME))) {
      file.statements().getFirst().source().file().ifPresent(row -> byRow.put(row.row(), file.code()));
    }
    Map<String, String> codes = new HashMap<>();
    for (int row = 0; row < dossier.held().size(); row++) {
      codes.put(dossier.held().get(row).id(), Objects.requireNonNull(byRow.get(row + 2), "the first person of a file stands in its second row"));
    }
    return codes;
  }
}
