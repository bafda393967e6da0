package homeward.server.candidates;

import homeward.node.Clock;
import homeward.node.Random;
import homeward.recognition.Comparison.Pair;
import homeward.server.candidates.Candidate.Proposal;
import homeward.server.delegations.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Pairs and rulings in the database. */
@Component
class Pairs {
  private static final int CODE_BYTES = 16;
  private static final String SELECT = """
      select c.code, what, one, other, c.one_version, c.other_version, weight, probability, decision,
        r.ruling, r.reason, r.account, r.at, r.one_version as one_seen, r.other_version as other_seen
      from candidate c left join lateral
        (select * from candidate_ruling where candidate = c.code order by place desc limit 1) r on true
      """;

  private final JdbcClient sql;
  private final Clock clock;
  private final Random random;
  private final AtomicLong changes = new AtomicLong();

  Pairs(JdbcClient sql, Clock clock, Random random) {
    this.sql = sql;
    this.clock = clock;
    this.random = random;
  }

  /** A pair to keep, with the versions of its records. */
  record Kept(String one, String other, Pair pair, long oneVersion, long otherVersion) {}

  /** A fresh code: a letter first, so that no spreadsheet takes it for a number. */
  String code() {
    return "c" + HexFormat.of().formatHex(random.bytes(CODE_BYTES));
  }

  /** How often pairs or rulings have changed since the node started. */
  long changes() {
    return changes.get();
  }

  private void changed() {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        changes.incrementAndGet();
      }
    });
  }

  /** Adds pairs of a comparison, or tells of known ones what it found. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(What what, long comparison, Collection<Kept> pairs) {
    changed();
    List<Kept> all = List.copyOf(pairs);
    sql.sql("""
            insert into candidate (code, what, one, other, one_version, other_version, comparison, weight, probability, decision, reasons)
            select code, ?, one, other, one_version, other_version, ?, weight, probability, decision, reasons
            from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::float8[], ?::float8[], ?::text[], ?::text[])
              as t(code, one, other, one_version, other_version, weight, probability, decision, reasons)
            on conflict (what, one, other) do update set one_version = excluded.one_version, other_version = excluded.other_version,
              comparison = excluded.comparison, weight = excluded.weight, probability = excluded.probability,
              decision = excluded.decision, reasons = excluded.reasons
            """)
        .params(what.name(), comparison, all.stream().map(each -> code()).toArray(String[]::new),
            all.stream().map(Kept::one).toArray(String[]::new), all.stream().map(Kept::other).toArray(String[]::new),
            all.stream().map(Kept::oneVersion).toArray(Long[]::new), all.stream().map(Kept::otherVersion).toArray(Long[]::new),
            all.stream().map(each -> each.pair().weight()).toArray(Double[]::new), all.stream().map(each -> each.pair().probability()).toArray(Double[]::new),
            all.stream().map(each -> each.pair().decision().name()).toArray(String[]::new),
            all.stream().map(each -> Reasons.of(each.pair().why()).json()).toArray(String[]::new))
        .update();
  }

  /** What a comparison did not find again goes, unless somebody has ruled on it; that stays, and is proposed no longer. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forgetBefore(What what, long comparison) {
    changed();
    sql.sql("delete from candidate c where what = ? and comparison < ? and not exists (select 1 from candidate_ruling where candidate = c.code)")
        .params(what.name(), comparison).update();
    sql.sql("update candidate set decision = 'NONE' where what = ? and comparison < ?").params(what.name(), comparison).update();
  }

  /** The same of pairs of which one record was compared again; all others stand as they stood. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forgetBefore(What what, long comparison, Collection<String> again) {
    changed();
    String[] records = again.toArray(String[]::new);
    String those = "what = ? and comparison < ? and (one = any(?) or other = any(?))";
    sql.sql("delete from candidate c where " + those + " and not exists (select 1 from candidate_ruling where candidate = c.code)")
        .params(what.name(), comparison, records, records).update();
    sql.sql("update candidate set decision = 'NONE' where " + those).params(what.name(), comparison, records, records).update();
  }

  /** All of one sort. */
  List<Candidate> of(What what) {
    return sql.sql(SELECT + "where what = ?").param(what.name()).query(Pairs::candidate).list();
  }

  /** All that a record is one of. */
  List<Candidate> about(String record) {
    return sql.sql(SELECT + "where one = ? or other = ?").params(record, record).query(Pairs::candidate).list();
  }

  Optional<Candidate> find(String code) {
    return sql.sql(SELECT + "where c.code = ?").param(code).query(Pairs::candidate).optional();
  }

  Optional<Reasons> reasons(String code) {
    return sql.sql("select reasons from candidate where code = ?").param(code).query(String.class).optional().map(Reasons::read);
  }

  /** What was ruled on a pair, the latest first. */
  List<Ruling> rulings(String code) {
    return sql.sql("""
            select ruling, reason, account, at, one_version as one_seen, other_version as other_seen from candidate_ruling
            where candidate = ? order by place desc
            """)
        .param(code).query((row, number) -> ruling(row)).list();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void rule(Viewer by, Candidate candidate, Ruling.Word word, String reason, long oneVersion, long otherVersion) {
    changed();
    sql.sql("insert into candidate_ruling (candidate, ruling, reason, account, at, one_version, other_version) values (?, ?, ?, ?, ?, ?, ?)")
        .params(candidate.code(), word.name(), reason, by.account(), clock.now(), oneVersion, otherVersion)
        .update();
  }

  private static Candidate candidate(ResultSet row, int number) throws SQLException {
    Optional<Ruling> ruling = row.getString("ruling") == null ? Optional.empty() : Optional.of(ruling(row));
    return new Candidate(row.getString("code"), What.valueOf(row.getString("what")), row.getString("one"), row.getString("other"),
        row.getLong("one_version"), row.getLong("other_version"), row.getDouble("weight"), row.getDouble("probability"),
        Proposal.valueOf(row.getString("decision")), ruling);
  }

  private static Ruling ruling(ResultSet row) throws SQLException {
    return new Ruling(Ruling.Word.valueOf(row.getString("ruling")), row.getString("reason"), row.getString("account"), row.getLong("at"),
        row.getLong("one_seen"), row.getLong("other_seen"));
  }
}
