package homeward.server.plans;

import homeward.problem.Papers.Reading;
import homeward.problem.Papers;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Sentence;
import homeward.server.plans.Job.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where plans are kept. */
@Component
class Jobs {
  private static final String LIGHT =
      "select code, purpose, at, state, done, total, people, policy_name, basis, one_more, put_in, taken_out, why_not, stands_since from plan_job ";
  /** Problems are large, and pages look at the same plan and the one before it again and again. */
  private static final int KEPT = 4;

  private final JdbcClient sql;
  private final SequencedMap<String, Read> read = new LinkedHashMap<>();

  Jobs(JdbcClient sql) {
    this.sql = sql;
  }

  @Transactional
  void add(Job job, String account) {
    sql.sql("""
            insert into plan_job
              (code, purpose, at, account, state, people, policy_name, problem, policy, basis, one_more, put_in, taken_out)
            values (?, ?, ?, ?, 'WAITING', ?, ?, ?, ?, nullif(?, ''), ?, ?, ?)
            """)
        .params(job.code(), job.purpose().name(), job.at(), account, job.problem().people().size(),
            job.policy().name() + " " + job.policy().version(), Papers.text(job.problem()), Papers.text(job.policy()), job.basis().orElse(""),
            job.oneMore().map(Job.OneMore::text).orElse(""), String.join(" ", job.putIn()), String.join(" ", job.takenOut()))
        .update();
  }

  @Transactional(readOnly = true)
  Optional<Job> find(String code) {
    return sql.sql(LIGHT + "where code = ?").param(code).query((row, number) -> job(row, read(code, State.valueOf(row.getString("state"))))).optional();
  }

  /** What a plan is made from and what came of it; neither changes any more once it is there. */
  private record Read(Problem problem, Policy policy, Optional<Plan> plan) {}

  private synchronized Read read(String code, State state) {
    Read known = read.remove(code);
    if (known == null || (state == State.DONE && known.plan().isEmpty())) {
      known = sql.sql("select problem, policy, plan from plan_job where code = ?").param(code).query((row, number) -> new Read(
          sound(row.getString("problem"), Papers::problem), sound(row.getString("policy"), Papers::policy),
          Optional.ofNullable(row.getString("plan")).map(text -> sound(text, Papers::plan)))).single();
    }
    read.putLast(code, known);
    if (read.size() > KEPT) {
      read.pollFirstEntry();
    }
    return known;
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  List<Job.Entry> latest(int most) {
    return sql.sql(LIGHT + "order by place desc limit ?").param(most).query((row, number) -> new Job.Entry(
        row.getString("code"), Job.Purpose.valueOf(row.getString("purpose")), row.getLong("at"), State.valueOf(row.getString("state")),
        row.getInt("people"), row.getString("policy_name"), since(row).isPresent())).list();
  }

  /** Those that a stop of the node left unfinished. */
  @Transactional(readOnly = true)
  List<String> unfinished() {
    return sql.sql("select code from plan_job where state in ('WAITING', 'SOLVING') order by place").query(String.class).list();
  }

  /** The code of the plan by which seats are filled. */
  @Transactional(readOnly = true)
  Optional<String> standing() {
    return sql.sql("select code from plan_job where stands_since is not null order by stands_since desc, place desc limit 1").query(String.class).optional();
  }

  /** Notes how far it is; whether somebody wants no more of it. */
  @Transactional
  boolean progress(String code, long done, long total) {
    return sql.sql("update plan_job set state = 'SOLVING', done = ?, total = ? where code = ? returning cancel")
        .params(done, total, code).query(Boolean.class).single();
  }

  @Transactional
  void cancel(String code) {
    sql.sql("update plan_job set cancel = true where code = ?").param(code).update();
  }

  @Transactional
  void over(String code, State state, Optional<Plan> plan, List<Sentence> whyNot) {
    sql.sql("update plan_job set state = ?, plan = nullif(?, ''), why_not = ? where code = ?")
        .params(state.name(), plan.map(Papers::text).orElse(""), String.join("\n", whyNot.stream().map(Sentence::line).toList()), code)
        .update();
  }

  @Transactional
  void stands(String code, long now) {
    sql.sql("update plan_job set stands_since = ? where code = ? and state = 'DONE' and purpose = 'RELEASE' and one_more = ''").params(now, code).update();
  }

  private static Job job(ResultSet row, Read read) throws SQLException {
    return new Job(
        row.getString("code"), Job.Purpose.valueOf(row.getString("purpose")), row.getLong("at"), State.valueOf(row.getString("state")),
        row.getLong("done"), row.getLong("total"), read.problem(), read.policy(), Optional.ofNullable(row.getString("basis")),
        Job.OneMore.of(row.getString("one_more")), words(row.getString("put_in")), words(row.getString("taken_out")), read.plan(),
        row.getString("why_not").lines().map(Sentence::ofLine).toList(), since(row));
  }

  private static Optional<Long> since(ResultSet row) throws SQLException {
    @Nullable Long since = row.getObject("stands_since", Long.class);
    return Optional.ofNullable(since);
  }

  private static SortedSet<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
  }

  private static <T> T sound(String text, Function<String, Reading<T>> reader) {
    return switch (reader.apply(text)) {
      case Reading.Read<T>(T value) -> value;
      case Reading.Refused<T> refused -> throw new IllegalStateException("a plan that is kept can be read: " + refused.mistakes());
    };
  }
}
