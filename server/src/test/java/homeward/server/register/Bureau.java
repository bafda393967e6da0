package homeward.server.register;

import homeward.exchange.PartyId;
import homeward.node.Clock;
import homeward.node.Random;
import homeward.register.PeopleFile.Kind;
import homeward.server.database.Database;
import homeward.server.database.Scratch;
import homeward.server.delegations.Role;
import homeward.server.delegations.Roles;
import homeward.server.delegations.Viewer;
import homeward.server.register.Statement.Standing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A bureau's rooms on one real database, which all tests of these rooms share; each test begins with empty registers. */
public final class Bureau {
  public static final PartyId PARTY = new PartyId("LlGCeZ-oMhIZJ2h4lqf3tU");
  private static final AnnotationConfigApplicationContext ROOMS = open();

  private Bureau() {}

  private static AnnotationConfigApplicationContext open() {
    @SuppressWarnings("resource") // it lasts as long as the tests
    Database database = Scratch.open(Scratch.directory());
    Flyway.configure().dataSource(database.source()).load().migrate();
    AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();
    rooms.registerBean(DataSource.class, database::source);
    rooms.register(Rooms.class);
    rooms.refresh();
    return rooms;
  }

  @EnableTransactionManagement(proxyTargetClass = true)
  @ComponentScan({"homeward.server.register", "homeward.server.disclosure", "homeward.server.delegations"})
  static class Rooms {
    @Bean
    JdbcClient sql(DataSource source) {
      return JdbcClient.create(source);
    }

    @Bean
    JdbcTemplate template(DataSource source) {
      return new JdbcTemplate(source);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource source) {
      return new JdbcTransactionManager(source);
    }

    @Bean
    PartyId party() {
      return PARTY;
    }

    @Bean
    Clock clock() {
      AtomicLong now = new AtomicLong(1_750_000_000_000L);
      return () -> now.addAndGet(1_000);
    }

    @Bean
    Random random() {
      return Scratch.RANDOM;
    }
  }

  /** A room, with nobody in the registers. */
  public static <T> T empty(Class<T> room) {
    sql().sql("""
        truncate register_import, register_upload, register_person, register_word, register_statement, register_search, register_sheet,
          person_read, disclosure_clearance, disclosure_left cascade
        """).update();
    return room(room);
  }

  public static <T> T room(Class<T> room) {
    return ROOMS.getBean(room);
  }

  public static JdbcClient sql() {
    return ROOMS.getBean(JdbcClient.class);
  }

  /** Somebody with these duties. */
  public static Viewer viewer(String account, Role... duties) {
    TreeSet<Role> roles = new TreeSet<>(List.of(duties));
    return new Viewer(account, PARTY, roles, Roles.table().of(roles));
  }

  /** Brings a file and waits until it is over. */
  public static Import bring(Kind register, String text) {
    return bring(register, "file.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  static Import bring(Kind register, String name, byte[] content) {
    Imports imports = room(Imports.class);
    Viewer registrar = viewer("reg-1", Role.REGISTRAR);
    return switch (imports.bring(registrar, register, name, content, Standing.LIST, "Camp list")) {
      case Import.Bringing.Brought(String code) -> {
        imports.run(code);
        yield imports.find(registrar, code).orElseThrow();
      }
      case Import.Bringing.There there -> throw new AssertionError("it is there already");
      case Import.Bringing.Missing missing -> throw new AssertionError("nothing was brought");
    };
  }

  /** The code of the only person whose name begins so. */
  public static String code(Kind register, String name) {
    return sql().sql("select code from register_person where register = ? and surname = ?").params(register.name(), name).query(String.class).single();
  }
}
