package homeward.server.candidates;

import homeward.node.Clock;
import homeward.node.Random;
import homeward.server.delegations.Viewer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What somebody searched for, under a code that an address can have; it is there for that account alone, for a day at least. */
@Component
public class Asked {
  private static final long KEPT = 24 * 3_600_000L;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient sql;
  private final Clock clock;
  private final Random random;

  Asked(JdbcClient sql, Clock clock, Random random) {
    this.sql = sql;
    this.clock = clock;
    this.random = random;
  }

  /** Keeps a search; its code, empty when it asks for nothing. */
  @Transactional
  public String keep(Viewer by, List<String> texts) {
    if (texts.stream().allMatch(String::isEmpty)) {
      return "";
    }
    sql.sql("delete from candidate_search where at < ?").param(clock.now() - KEPT).update();
    String code = "s" + HexFormat.of().formatHex(random.bytes(16));
    sql.sql("insert into candidate_search (code, account, at, asked) values (?, ?, ?, ?)")
        .params(code, by.account(), clock.now(), JSON.writeValueAsString(texts)).update();
    return code;
  }

  /** A search that this account kept; empty when there is no such search, or no longer. */
  @Transactional(readOnly = true)
  public Optional<List<String>> find(Viewer by, String code) {
    return sql.sql("select asked from candidate_search where code = ? and account = ?").params(code, by.account()).query(String.class).optional()
        .map(texts -> JSON.readValue(texts, TEXTS));
  }
}
