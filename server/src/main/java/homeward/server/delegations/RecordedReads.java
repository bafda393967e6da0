package homeward.server.delegations;

import homeward.node.Clock;
import java.util.List;
import java.util.SortedSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads in the node's own database, in the transaction of whoever reads. */
@Component
class RecordedReads implements Reads, ReadsSeen {
  private static final int PAGE = 200;

  private final JdbcClient sql;
  private final Clock clock;

  RecordedReads(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Viewer viewer, String face, String subject, SortedSet<Right> fields) {
    sql.sql("insert into person_read (at, account, face, subject, fields) values (?, ?, ?, ?, ?)")
        .params(clock.now(), viewer.account(), face, subject, String.join(" ", fields.stream().map(Right::code).toList()))
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Seen> latest(Viewer by, String text, long before) {
    by.require(Right.AUDIT_SEE);
    return sql.sql("""
            select place, at, account, login, face, subject, fields from person_read left join account on code = account
            where place < ? and (? = '' or subject = ? or account = ? or login = ? or face = ?) order by place desc limit ?
            """)
        .params(before, text, text, text, text, text, PAGE)
        .query(Seen.class)
        .list();
  }
}
