package homeward.server.register;

import homeward.node.Clock;
import homeward.node.Random;
import homeward.register.PeopleFile;
import homeward.register.PeopleFile.Kind;
import homeward.register.Reading;
import homeward.register.Reading.Problem;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.register.Import.Bringing;
import homeward.server.register.Import.Outcome;
import homeward.server.register.Import.State;
import homeward.server.register.Statement.Standing;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files on their way into a register. A file is kept until it is over with, so that after any crash it is read again from its start: all
 * of it is taken in, in one transaction, or nothing is. One is read at a time.
 */
@Component
public class Imports {
  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final String SELECT = """
      select place, code, register, file_name, digest, standing, informant, account, at, state, rows_read, people_new, people_changed, outcome
      from register_import
      """;

  private final JdbcClient sql;
  private final Files files;
  private final Clock clock;
  private final Random random;
  private final TransactionTemplate whole;
  private final TransactionTemplate beside;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  Imports(JdbcClient sql, Files files, Clock clock, Random random, PlatformTransactionManager transactions) {
    this.sql = sql;
    this.files = files;
    this.clock = clock;
    this.random = random;
    this.whole = new TransactionTemplate(transactions);
    this.beside = new TransactionTemplate(transactions);
    this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Somebody wants no more of it. */
  private static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    Cancelled() {
      super("an import was cancelled");
    }
  }

  /** Keeps a file for reading; whoever brings it names the source once for all of its rows. */
  Bringing bring(Viewer by, Kind register, String fileName, byte[] content, Standing standing, String informant) {
    by.require(Right.REGISTER_CHANGE);
    if (content.length == 0 || informant.isBlank()) {
      return new Bringing.Missing(content.length == 0, informant.isBlank());
    }
    String digest = digest(content);
    return Objects.requireNonNull(whole.execute(status -> {
      sql.sql("lock table register_import in share row exclusive mode").update();
      Optional<String> there = sql.sql("select code from register_import where digest = ? and register = ? and state in ('WAITING', 'READING', 'DONE')")
          .params(digest, register.name()).query(String.class).optional();
      if (there.isPresent()) {
        return new Bringing.There(there.get());
      }
      String code = Register.code(random);
      long place = sql.sql("""
              insert into register_import (code, register, file_name, digest, standing, informant, account, at, state)
              values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') returning place
              """)
          .params(code, register.name(), fileName, digest, standing.name(), informant.strip(), by.account(), clock.now())
          .query(Long.class).single();
      sql.sql("insert into register_upload (import, content) values (?, ?)").params(place, content).update();
      return new Bringing.Brought(code);
    }));
  }

  /** Brings a file and reads it before this returns, for programs; whether it was taken in, which it is as a whole or not at all. */
  public boolean takeIn(Viewer by, Kind register, String fileName, byte[] content, Standing standing, String informant) {
    if (!(bring(by, register, fileName, content, standing, informant) instanceof Bringing.Brought(String code))) {
      return false;
    }
    run(code);
    return find(by, code).map(read -> read.state() == State.DONE).orElse(false);
  }

  /** Reads a file that was brought, beside whoever asks. */
  void start(String code) {
    Thread.ofVirtual().name("import").start(() -> {
      try {
        run(code);
      } catch (RuntimeException e) {
        // The class alone: a message could quote what somebody typed.
        LOG.error("an import stopped ({}): it is read again when the node starts again", e.getClass().getName());
      }
    });
  }

  /** What a stop of the node left half read. */
  @EventListener(ApplicationReadyEvent.class)
  void startAgain() {
    sql.sql("select code from register_import where state in ('WAITING', 'READING') order by place").query(String.class).list().forEach(this::start);
  }

  /** Reads a file that was brought, and comes back when it is over. */
  void run(String code) {
    oneAtATime.lock();
    try {
      Import job = sql.sql(SELECT + "where code = ?").param(code).query(Imports::job).single();
      if (!job.state().isOver()) {
        take(job);
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  private void take(Import job) {
    byte[] content = sql.sql("select content from register_upload where import = ?").param(job.place()).query(byte[].class).single();
    Intake intake = new Intake(files, random, job, rows -> progress(job, rows));
    try {
      whole.executeWithoutResult(status -> {
        progress(job, 0);
        Outcome outcome = outcome(PeopleFile.take(content, job.fileName(), job.register(), intake), intake);
        if (outcome.problems().isEmpty()) {
          over(job, State.DONE, intake, outcome);
        } else {
          status.setRollbackOnly();
          beside.executeWithoutResult(other -> over(job, State.REFUSED, intake, outcome));
        }
      });
    } catch (Cancelled cancelled) {
      beside.executeWithoutResult(other -> over(job, State.CANCELLED, intake, Outcome.NOTHING));
    }
  }

  private static Outcome outcome(Reading reading, Intake intake) {
    List<Problem> problems = new ArrayList<>();
    int more = 0;
    List<String> notices = List.of();
    switch (reading) {
      case Reading.Refused refused -> {
        problems.addAll(refused.problems());
        more = refused.more();
      }
      case Reading.Read read -> {
        intake.flush();
        notices = read.notices();
      }
    }
    problems.addAll(intake.problems());
    return new Outcome(problems, more + intake.more(), notices);
  }

  /** In a transaction of its own, so that everybody sees how far it is, and it sees whether somebody cancelled. */
  private void progress(Import job, int rows) {
    boolean cancel = Objects.requireNonNull(beside.execute(status ->
        sql.sql("update register_import set state = 'READING', rows_read = ? where place = ? returning cancel")
            .params(rows, job.place()).query(Boolean.class).single()));
    if (cancel) {
      throw new Cancelled();
    }
  }

  private void over(Import job, State state, Intake intake, Outcome outcome) {
    boolean done = state == State.DONE;
    sql.sql("update register_import set state = ?, rows_read = ?, people_new = ?, people_changed = ?, outcome = ?::jsonb where place = ?")
        .params(state.name(), intake.rows(), done ? intake.fresh() : 0, done ? intake.changed() : 0, Texts.JSON.writeValueAsString(outcome), job.place())
        .update();
    sql.sql("delete from register_upload where import = ?").param(job.place()).update();
  }

  /** Nothing of it will be taken in, unless it is over already. */
  void cancel(Viewer by, String code) {
    by.require(Right.REGISTER_CHANGE);
    beside.executeWithoutResult(status -> sql.sql("update register_import set cancel = true where code = ?").param(code).update());
  }

  Optional<Import> find(Viewer by, String code) {
    by.require(Right.REGISTER_CHANGE);
    return sql.sql(SELECT + "where code = ?").param(code).query(Imports::job).optional();
  }

  /** The latest first. */
  List<Import> latest(Viewer by) {
    by.require(Right.REGISTER_CHANGE);
    return sql.sql(SELECT + "order by place desc limit 50").query(Imports::job).list();
  }

  private static Import job(ResultSet row, int number) throws SQLException {
    return new Import(row.getLong("place"), row.getString("code"), Kind.valueOf(row.getString("register")), row.getString("file_name"),
        row.getString("digest"), Standing.valueOf(row.getString("standing")), row.getString("informant"), row.getString("account"),
        row.getLong("at"), State.valueOf(row.getString("state")), row.getInt("rows_read"), row.getInt("people_new"),
        row.getInt("people_changed"), outcome(row.getString("outcome")));
  }

  private static Outcome outcome(String json) {
    return json.equals("{}") ? Outcome.NOTHING : Texts.JSON.readValue(json, Outcome.class);
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
