package homeward.server.candidates;

import homeward.evidence.Model;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.node.Clock;
import homeward.values.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comparisons in the database. */
@Component
class Runs {
  private static final String SELECT =
      "select place, code, what, account, at, state, basis, said, ones, others, matches, reviews, part from comparison ";
  private static final int LATEST = 50;
  private static final Shape<Model> MODEL = Shape.of(Model.class);

  private final JdbcClient sql;
  private final Clock clock;

  Runs(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Puts one into the row, unless one of its sort waits there already; the code of the one that waits. */
  String add(What what, String account, String code, boolean part) {
    Optional<String> waiting = sql.sql("select code from comparison where what = ? and state in ('WAITING', 'COMPARING') order by place desc limit 1")
        .param(what.name()).query(String.class).optional();
    if (waiting.isEmpty()) {
      sql.sql("insert into comparison (code, what, account, at, state, part) values (?, ?, ?, ?, 'WAITING', ?)")
          .params(code, what.name(), account, clock.now(), part).update();
    } else if (!part) {
      sql.sql("update comparison set part = false where code = ? and state = 'WAITING'").param(waiting.get()).update();
    }
    return waiting.orElse(code);
  }

  /** What a stop of the node left half done waits again. */
  void wake() {
    sql.sql("update comparison set state = 'WAITING' where state = 'COMPARING'").update();
  }

  Optional<Run> next() {
    return sql.sql(SELECT + "where state = 'WAITING' order by place limit 1").query(Runs::run).optional();
  }

  /** Begins one; what was compared is written down first, so that one that is called off does not begin again by itself. */
  void begin(Run run, String basis, long said) {
    sql.sql("update comparison set state = case when cancel then 'CANCELLED' else 'COMPARING' end, basis = ?, said = ? where place = ?")
        .params(basis, said, run.place()).update();
  }

  boolean cancelled(Run run) {
    return sql.sql("select cancel from comparison where place = ?").param(run.place()).query(Boolean.class).single();
  }

  void cancel(String code) {
    sql.sql("update comparison set cancel = true where code = ?").param(code).update();
  }

  void over(Run run, Run.State state) {
    sql.sql("update comparison set state = ? where place = ?").params(state.name(), run.place()).update();
  }

  void done(Run run, List<Integer> counts, Optional<Model> model) {
    sql.sql("update comparison set state = 'DONE', ones = ?, others = ?, matches = ?, reviews = ?, model = ? where place = ?")
        .params(counts.get(0), counts.get(1), counts.get(2), counts.get(3), model.map(each -> MODEL.write(each).pretty()).orElse(""), run.place()).update();
  }

  /** All of it is compared, whatever was meant when it was put into the row. */
  void isWhole(Run run) {
    sql.sql("update comparison set part = false where place = ? and part").param(run.place()).update();
  }

  /** Which version of each record was compared last, by code. */
  Map<String, Long> versions(What what) {
    Map<String, Long> versions = new HashMap<>();
    sql.sql("select record, version from comparison_record where what = ?").param(what.name())
        .query(row -> {
          versions.put(row.getString("record"), row.getLong("version"));
        });
    return versions;
  }

  /** Keeps which version of these records was compared. */
  void keepVersions(What what, Map<String, Long> versions) {
    sql.sql("""
            insert into comparison_record (what, record, version) select ?, record, version from unnest(?::text[], ?::bigint[]) as t(record, version)
            on conflict (what, record) do update set version = excluded.version where comparison_record.version <> excluded.version
            """)
        .params(what.name(), versions.keySet().toArray(String[]::new), versions.values().toArray(Long[]::new)).update();
  }

  Optional<Run> find(String code) {
    return sql.sql(SELECT + "where code = ?").param(code).query(Runs::run).optional();
  }

  /** The latest of a sort, whatever became of it. */
  Optional<Run> latest(What what) {
    return sql.sql(SELECT + "where what = ? order by place desc limit 1").param(what.name()).query(Runs::run).optional();
  }

  /** The latest of a sort that came to its end. */
  Optional<Run> latestDone(What what) {
    return sql.sql(SELECT + "where what = ? and state = 'DONE' order by place desc limit 1").param(what.name()).query(Runs::run).optional();
  }

  /** The latest first. */
  List<Run> latest() {
    return sql.sql(SELECT + "order by place desc limit " + LATEST).query(Runs::run).list();
  }

  /** The model that a comparison weighed by, in the form that {@code ./homeward match --model} reads; none of an earlier version. */
  Optional<Model> model(Run run) {
    String text = sql.sql("select model from comparison where place = ?").param(run.place()).query(String.class).single();
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(MODEL.read(JsonReader.read(text)))
          .filter(model -> model.version() == Model.VERSION && model.schema().equals(Schema.people()));
    } catch (Malformed e) {
      throw new IllegalStateException("a model that was kept can be read", e);
    }
  }

  private static Run run(ResultSet row, int number) throws SQLException {
    return new Run(row.getLong("place"), row.getString("code"), What.valueOf(row.getString("what")), row.getString("account"), row.getLong("at"),
        Run.State.valueOf(row.getString("state")), row.getString("basis"), row.getLong("said"), row.getInt("ones"), row.getInt("others"),
        row.getInt("matches"), row.getInt("reviews"), row.getBoolean("part"));
  }
}
