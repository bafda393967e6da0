package homeward.server.register;

import homeward.node.Clock;
import homeward.node.Random;
import homeward.register.PeopleFile.Kind;
import homeward.server.delegations.Viewer;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody searched for, under a code that an address can have; it is there for that account alone, for a day at least. */
@Component
public class Searches {
  private static final long KEPT = 24 * 3_600_000L;

  private final JdbcClient sql;
  private final Clock clock;
  private final Random random;

  Searches(JdbcClient sql, Clock clock, Random random) {
    this.sql = sql;
    this.clock = clock;
    this.random = random;
  }

  /** Keeps a search; its code. */
  @Transactional
  public String keep(Viewer by, Filter filter) {
    sql.sql("delete from register_search where at < ?").param(clock.now() - KEPT).update();
    String code = Register.code(random);
    sql.sql("insert into register_search (code, account, at, filter) values (?, ?, ?, ?::jsonb)")
        .params(code, by.account(), clock.now(), Texts.JSON.writeValueAsString(filter))
        .update();
    return code;
  }

  /** A search that this account kept for this register; everybody without a code, and empty when there is no such search any more. */
  @Transactional(readOnly = true)
  public Optional<Filter> find(Viewer by, Kind register, String code) {
    if (code.isEmpty()) {
      return Optional.of(Filter.everybody(register));
    }
    return sql.sql("select filter from register_search where code = ? and account = ?").params(code, by.account()).query(String.class).optional()
        .map(filter -> Texts.JSON.readValue(filter, Filter.class))
        .filter(filter -> filter.register() == register);
  }
}
