package homeward.server.talks;

import homeward.agreement.Agreement;
import homeward.agreement.AgreementFile;
import homeward.agreement.Reading;
import homeward.exchange.Digest;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Terms;
import homeward.node.Clock;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agreement that this node holds, and what is made of it. */
@Component
public class Talks {
  /** Before there are terms nobody can have agreed how long a party may be silent: two weeks. */
  private static final int PATIENCE_HOURS = 336;
  private static final int FEWEST_DELEGATES = 3;

  private final JdbcClient sql;
  private final Circle circle;
  private final Clock clock;

  Talks(JdbcClient sql, Circle circle, Clock clock) {
    this.sql = sql;
    this.circle = circle;
    this.clock = clock;
  }

  /** What came of bringing a file. */
  public sealed interface Bringing {
    /** This node holds it now. */
    record Held(Agreement agreement) implements Bringing {}

    /** It cannot be carried out as it stands: each problem says where and what to do. */
    record Refused(List<String> problems) implements Bringing {}
  }

  /** Takes an agreement's file (docs/formats.md). The one held before is replaced; what was signed is not touched. */
  @Transactional
  public Bringing bring(Viewer by, byte[] file, String name) {
    by.require(Right.EXCHANGE_SIGN);
    return switch (AgreementFile.read(file, name)) {
      case Reading.Refused refused -> new Bringing.Refused(refused.problems().stream().map(Reading.Problem::inWords).toList());
      case Reading.Read read -> strangers(read.agreement()).isEmpty() ? hold(by, read.agreement()) : new Bringing.Refused(strangers(read.agreement()));
    };
  }

  /** Parties of the file that this node's configuration does not know, and the other way round. */
  private List<String> strangers(Agreement agreement) {
    List<String> problems = new ArrayList<>();
    for (Agreement.Party party : agreement.parties()) {
      if (circle.parties().stream().noneMatch(known -> known.id().equals(party.id()))) {
        problems.add("The agreement names a party " + party.id() + " whose keys this node does not know. Exchange keys in person first, and add the party to the node's configuration.");
      }
    }
    for (Circle.Known known : circle.parties()) {
      if (agreement.parties().stream().noneMatch(party -> party.id().equals(known.id()))) {
        problems.add("This node knows a party " + known.id() + " that the agreement does not name. Name it, with its functions or none, or take it out of the node's configuration.");
      }
    }
    return problems;
  }

  private Bringing hold(Viewer by, Agreement agreement) {
    sql.sql("insert into agreement (text, brought_at, brought_by) values (?, ?, ?)")
        .params(AgreementFile.write(agreement), clock.now(), by.account())
        .update();
    return new Bringing.Held(agreement);
  }

  /** The agreement that was brought last. */
  @Transactional(readOnly = true)
  public Optional<Agreement> agreement() {
    return sql.sql("select text from agreement order by place desc limit 1").query(byte[].class).optional().map(Talks::read);
  }

  private static Agreement read(byte[] text) {
    return switch (AgreementFile.read(text, "agreement")) {
      case Reading.Read read -> read.agreement();
      case Reading.Refused refused -> throw new IllegalStateException("an agreement was stored that cannot be read");
    };
  }

  /** Its terms, with the parties' codes in the log. */
  public Terms terms(Agreement agreement) {
    return agreement.terms(ids(), Digest.of(agreement.words()));
  }

  private Map<String, PartyId> ids() {
    Map<String, PartyId> ids = new HashMap<>();
    circle.parties().forEach(known -> ids.put(known.id(), known.party()));
    return ids;
  }

  /** The code of a party that the agreement names. */
  public PartyId party(String id) {
    return Objects.requireNonNull(ids().get(id), "an agreement is held only when its parties are known");
  }

  /** Which tranche carries everybody of which category ({@link Agreement#everybody}). */
  public SortedMap<Integer, SortedMap<PartyId, SortedSet<String>>> everybody(Agreement agreement) {
    return agreement.everybody(ids());
  }

  /** What parties are called, by code, in the order of the configuration. */
  public Map<PartyId, String> names() {
    Map<PartyId, String> names = new LinkedHashMap<>();
    circle.parties().forEach(known -> names.put(known.party(), known.name()));
    return names;
  }

  /** The opening, when it is this party's to make and enough people can sign for it. */
  public Optional<Move.Open> opening(Agreement agreement, List<Move.Delegate> delegates) {
    if (!agreement.opens().equals(circle.mine().id()) || delegates.size() < FEWEST_DELEGATES) {
      return Optional.empty();
    }
    List<Move.Member> members = new ArrayList<>();
    for (Agreement.Party party : agreement.parties()) {
      Circle.Known known = circle.parties().stream().filter(each -> each.id().equals(party.id())).findFirst().orElseThrow();
      members.add(new Move.Member(known.party(), agreement.sides().contains(party) ? Move.Kind.SIDE : Move.Kind.THIRD, known.keys()));
    }
    members.sort(Comparator.comparing(Move.Member::party));
    return Optional.of(new Move.Open(members, circle.me(), terms(agreement).functions(), delegates, PATIENCE_HOURS));
  }
}
