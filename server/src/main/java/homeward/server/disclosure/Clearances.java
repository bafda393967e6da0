package homeward.server.disclosure;

import homeward.server.disclosure.Disclosure.Cleared;
import homeward.server.disclosure.Disclosure.Clearing;
import homeward.server.disclosure.PersonDisclosure.Left;
import homeward.server.register.Group;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Clearances in the database. One holds when nobody revoked it and the register has not changed its group of fields since: that is asked
 * of the register's table in the same statement, so that no change can slip between asking and answering.
 */
@Component
class Clearances {
  private static final String HOLDS = "%1$s.revoked_at is null and %1$s.version >= coalesce((p.changed ->> %1$s.field_group)::bigint, 0)";
  private static final String ONE_HOLDS = HOLDS.formatted("c");

  private final JdbcClient sql;

  Clearances(JdbcClient sql) {
    this.sql = sql;
  }

  /** A clearance that holds. */
  record Held(String person, Group group, Agency agency, String account, long at, boolean left) {}

  /** Those of these people that hold. */
  List<Held> of(Collection<String> people) {
    return sql.sql("""
            select c.person, c.field_group, c.agency, c.account, c.at, exists (
                select from disclosure_left l where l.person = c.person and l.field_group = c.field_group and l.version >= c.version) as gone
            from disclosure_clearance c join register_person p on p.code = c.person
            where c.person = any(?) and
            """ + ONE_HOLDS + " order by c.place")
        .param(people.toArray(String[]::new))
        .query((row, number) -> new Held(row.getString("person"), group(row.getString("field_group")), Agency.valueOf(row.getString("agency")),
            row.getString("account"), row.getLong("at"), row.getBoolean("gone")))
        .list();
  }

  /** Groups that both agencies cleared by different hands, of one register's people. */
  Map<String, Set<Group>> both(Collection<String> people) {
    return groups(of(people));
  }

  private static Map<String, Set<Group>> groups(List<Held> held) {
    Map<String, Map<Group, List<Held>>> all = new HashMap<>();
    held.forEach(one -> all.computeIfAbsent(one.person(), any -> new EnumMap<>(Group.class))
        .computeIfAbsent(one.group(), any -> new ArrayList<>(2)).add(one));
    Map<String, Set<Group>> both = new TreeMap<>();
    all.forEach((person, byGroup) -> byGroup.forEach((group, ones) -> {
      if (ones.stream().anyMatch(one -> ones.stream().anyMatch(other -> one.agency() != other.agency() && !one.account().equals(other.account())))) {
        both.computeIfAbsent(person, any -> EnumSet.noneOf(Group.class)).add(group);
      }
    }));
    return both;
  }

  /** Everybody held of whom both agencies have cleared the name. */
  List<String> named() {
    return sql.sql("""
            select distinct p.code from disclosure_clearance c
            join disclosure_clearance d on d.person = c.person and d.field_group = c.field_group and d.agency = 'SECURITY' and d.account <> c.account
            join register_person p on p.code = c.person and p.register = 'HELD'
            where c.agency = 'REGISTRAR' and c.field_group = 'name' and
            """ + ONE_HOLDS + " and " + HOLDS.formatted("d") + " order by p.code")
        .query(String.class)
        .list();
  }

  /** Nobody revokes what these people's clearances are until the transaction is over. */
  void hold(Collection<String> people) {
    sql.sql("select place from disclosure_clearance where person = any(?) and revoked_at is null order by place for update")
        .param(people.toArray(String[]::new))
        .query(Long.class)
        .list();
  }

  /**
   * Clears groups of these people as their files stood in these versions; what has changed since then is left out, and what this account
   * cleared for the other agency.
   */
  Clearing clear(Agency agency, String account, long at, Map<String, Long> versions, Set<Group> groups) {
    String[] people = versions.keySet().toArray(String[]::new);
    String[] words = groups.stream().map(Group::code).toArray(String[]::new);
    Map<String, Object> asked = Map.of("people", people, "versions", versions.values().toArray(Long[]::new), "groups", words,
        "agency", agency.name(), "other", agency.other().name(), "account", account, "at", at);
    String wanted = """
        from unnest(:people::text[], :versions::bigint[]) as w(person, version) cross join unnest(:groups::text[]) as g(field_group)
        join register_person p on p.code = w.person
        where w.version >= coalesce((p.changed ->> g.field_group)::bigint, 0) and
        """;
    String already = "exists (select from disclosure_clearance c where c.person = w.person and c.field_group = g.field_group and c.agency = :agency and "
        + ONE_HOLDS + ")";
    String ownHand = "exists (select from disclosure_clearance c where c.person = w.person and c.field_group = g.field_group and c.agency = :other"
        + " and c.account = :account and " + ONE_HOLDS + ")";
    int before = sql.sql("select count(*) " + wanted + already).params(asked).query(Integer.class).single();
    int own = sql.sql("select count(*) " + wanted + "not " + already + " and " + ownHand).params(asked).query(Integer.class).single();
    int cleared = sql.sql("insert into disclosure_clearance (person, field_group, agency, version, account, at)"
        + " select w.person, g.field_group, :agency, w.version, :account, :at " + wanted + "not " + already + " and not " + ownHand)
        .params(asked).update();
    return new Clearing(cleared, before, own);
  }

  /** Revokes one agency's clearance where it has not left yet; how many were revoked. */
  int revoke(Agency agency, String account, long at, String person, Group group) {
    hold(List.of(person));
    return sql.sql("""
            update disclosure_clearance c set revoked_by = :account, revoked_at = :at
            where c.person = :person and c.field_group = :group and c.agency = :agency and c.revoked_at is null and not exists (
              select from disclosure_left l where l.person = c.person and l.field_group = c.field_group and l.version >= c.version)
            """)
        .params(Map.of("account", account, "at", at, "person", person, "group", group.code(), "agency", agency.name()))
        .update();
  }

  /** People held whose group the other agency has cleared and this one has not, nor this account for the other. */
  List<String> waiting(Agency agency, String account, Group group) {
    return sql.sql("""
            select distinct c.person from disclosure_clearance c join register_person p on p.code = c.person
            where c.agency = :other and c.field_group = :group and c.account <> :account and
            """ + ONE_HOLDS + """
             and not exists (select from disclosure_clearance d where d.person = c.person and d.field_group = c.field_group and d.agency = :agency and
            """ + HOLDS.formatted("d") + ") order by c.person")
        .params(Map.of("agency", agency.name(), "other", agency.other().name(), "group", group.code(), "account", account))
        .query(String.class)
        .list();
  }

  /** How many people's group one agency has cleared. */
  Map<Group, Long> counts(Agency agency) {
    Map<Group, Long> counts = new EnumMap<>(Group.class);
    sql.sql("select c.field_group, count(distinct c.person) as people from disclosure_clearance c join register_person p on p.code = c.person"
        + " where c.agency = ? and " + ONE_HOLDS + " group by c.field_group")
        .param(agency.name())
        .query(row -> {
          counts.put(group(row.getString("field_group")), row.getLong("people"));
        });
    return counts;
  }

  /** How many people's group has left. */
  Map<Group, Long> leftCounts() {
    Map<Group, Long> counts = new EnumMap<>(Group.class);
    sql.sql("select field_group, count(distinct person) as people from disclosure_left group by field_group").query(row -> {
      counts.put(group(row.getString("field_group")), row.getLong("people"));
    });
    return counts;
  }

  /** Writes what leaves onto the files. */
  void left(List<Cleared> what, String recipient, String digest, String account, long at) {
    List<String> people = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<Long> versions = new ArrayList<>();
    what.forEach(cleared -> cleared.groups().forEach(group -> {
      people.add(cleared.code());
      groups.add(group.code());
      versions.add(cleared.version());
    }));
    sql.sql("""
            insert into disclosure_left (person, field_group, version, recipient, digest, account, at)
            select person, field_group, version, ?, ?, ?, ? from unnest(?::text[], ?::text[], ?::bigint[]) as t(person, field_group, version)
            """)
        .params(recipient, digest, account, at, people.toArray(String[]::new), groups.toArray(String[]::new), versions.toArray(Long[]::new))
        .update();
  }

  /** What of a person left, the latest first. */
  List<Left> leftOf(String person) {
    return sql.sql("select field_group, version, recipient, digest, account, at from disclosure_left where person = ? order by place desc")
        .param(person)
        .query((row, number) -> new Left(group(row.getString("field_group")), row.getLong("version"), row.getString("recipient"),
            row.getString("digest"), row.getString("account"), row.getLong("at")))
        .list();
  }

  static Group group(String code) {
    return Group.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
