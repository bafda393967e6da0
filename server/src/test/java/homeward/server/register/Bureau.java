package homeward.server.register;

import homeward.exchange.PartyId;
import homeward.node.Clock;
import homeward.node.Random;
import homeward.register.PeopleFile.Kind;
import homeward.server.candidates.Received;
import homeward.server.database.Database;
import homeward.server.database.Scratch;
import homeward.server.delegations.Role;
import homeward.server.delegations.Roles;
import homeward.server.delegations.Viewer;
import homeward.server.register.Statement.Standing;
import homeward.server.talks.Circle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A bureau's rooms with their pages on one real database, which all tests of these rooms share; each test begins with empty registers. */
public final class Bureau {
  public static final PartyId PARTY = new PartyId("LlGCeZ-oMhIZJ2h4lqf3tU");
  /** The other side's list, as a test has it. */
  public static final AtomicReference<Optional<Received.Listed>> THEIRS = new AtomicReference<>(Optional.empty());
  private static final ServletWebServerApplicationContext ROOMS = open();

  private Bureau() {}

  private static ServletWebServerApplicationContext open() {
    @SuppressWarnings("resource") // it lasts as long as the tests
    Database database = Scratch.open(Scratch.directory());
    SpringApplication rooms = new SpringApplication(Rooms.class);
    rooms.setRegisterShutdownHook(false);
    rooms.addInitializers(context -> ((GenericApplicationContext) context).registerBean(DataSource.class, database::source));
    return (ServletWebServerApplicationContext) rooms.run("--server.port=0");
  }

  /** No configuration by annotation: the whole server, which tests of other rooms start, would take it for a part of itself. */
  @EnableAutoConfiguration
  @ComponentScan({"homeward.server.register", "homeward.server.candidates", "homeward.server.disclosure", "homeward.server.delegations", "homeward.server.web"})
  static class Rooms {
    @Bean
    PartyId party() {
      return PARTY;
    }

    @Bean
    Circle circle() {
      return new Circle("spring", PARTY, List.of(new Circle.Known("A", "First side", PARTY, Optional.empty())));
    }

    @Bean
    Received received() {
      return () -> Objects.requireNonNull(THEIRS.get());
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

  /** Where its pages are. */
  static int port() {
    return Objects.requireNonNull(ROOMS.getWebServer()).getPort();
  }

  /** A room, with nobody in the registers. */
  public static <T> T empty(Class<T> room) {
    sql().sql("""
        truncate register_import, register_upload, register_person, register_word, register_statement, register_search, register_sheet,
          person_read, disclosure_clearance, disclosure_left, comparison, comparison_record, candidate, candidate_ruling, candidate_search cascade
        """).update();
    room(TransactionTemplate.class).executeWithoutResult(status -> room(Files.class).add(List.of()));
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
