package homeward.server.delegations;

import homeward.exchange.PartyId;
import homeward.node.Clock;
import homeward.node.Random;
import homeward.transcript.SigningKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of one node. Passwords are kept as Argon2 hashes; a second factor is asked of everybody; the signing key of a delegate
 * is opened by the password, so that neither the database nor whoever runs the machine can sign for anybody.
 */
@Component
public class Accounts {
  private static final int SECRET = 20;
  private static final int SEED = 32;
  private static final int SHORTEST = 12;
  private static final int TRIES = 5;
  private static final long FIRST_WAIT = 60_000;
  private static final int LAST_DOUBLING = 6;

  private final JdbcClient sql;
  private final Roles roles = Roles.table();
  private final PartyId party;
  private final Clock clock;
  private final Random random;
  private final Argon2PasswordEncoder argon = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final String nobody;

  Accounts(JdbcClient sql, PartyId party, Clock clock, Random random) {
    this.sql = sql;
    this.party = party;
    this.clock = clock;
    this.random = random;
    this.nobody = argon.encode(Base64.getEncoder().encodeToString(random.bytes(SECRET)));
  }

  /** What came of making an account. */
  public sealed interface Making {
    /**
     * It is there. The secret is shown once, for the phone; nobody can see it again.
     *
     * @param secret base32, as authenticator applications take it
     */
    record Made(Account account, String secret) implements Making {}

    /** It is not there, because of this. */
    record Refused(Why why) implements Making {}

    /** Why not; pages word it with the cure. */
    enum Why {
      LOGIN_TAKEN,
      LOGIN_EMPTY,
      PASSWORD_SHORT,
      NO_ROLE
    }
  }

  /** Makes an account; one that is a delegate's gets a signing key. */
  @Transactional
  public Making make(Viewer by, String login, String password, SortedSet<Role> duties) {
    by.require(Right.ACCOUNTS_CHANGE);
    return make(login, password, duties);
  }

  /** Makes the first account of a node, which nobody is there to make; refused as soon as there is one. */
  @Transactional
  public Making makeFirst(String login, String password, SortedSet<Role> duties) {
    if (sql.sql("select count(*) from account").query(Long.class).single() > 0) {
      throw new IllegalStateException("the first account is made once");
    }
    return make(login, password, duties);
  }

  /** What came of making the first account with a password that nobody chose. */
  public sealed interface First {
    /** It is there; both are shown once. */
    record Employed(String password, String secret) implements First {}

    /** Somebody works here already. */
    record ThereAlready() implements First {}
  }

  /** Makes an administrator, when there is no account yet. */
  @Transactional
  public First employFirst(String login) {
    if (sql.sql("select count(*) from account").query(Long.class).single() > 0) {
      return new First.ThereAlready();
    }
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(SHORTEST));
    return switch (make(login, password, new TreeSet<>(List.of(Role.ADMINISTRATOR)))) {
      case Making.Made made -> new First.Employed(password, made.secret());
      case Making.Refused refused -> throw new IllegalArgumentException("a login is needed");
    };
  }

  private Making make(String login, String password, SortedSet<Role> duties) {
    Optional<Making.Why> why = objection(login, password, duties);
    if (why.isPresent()) {
      return new Making.Refused(why.get());
    }
    byte[] factor = random.bytes(SECRET);
    byte[] seed = duties.stream().anyMatch(Role::signs) ? random.bytes(SEED) : new byte[0];
    OpeningKey.Pair opening = OpeningKey.pair();
    String code = code();
    String key = seed.length == 0 ? "" : new SigningKey(seed).publicKey().value();
    String sealed = Secrets.of(factor, seed, Secrets.bytes(opening.secret())).seal(password);
    sql.sql("insert into account (code, login, password, sealed, public_key, opening_key, roles) values (?, ?, ?, ?, ?, ?, ?)")
        .params(code, login.strip(), argon.encode(password), sealed, key, opening.open(), words(duties))
        .update();
    return new Making.Made(new Account(code, login.strip(), duties, true, seed.length > 0, key), OneTimeCode.base32(factor));
  }

  /**
   * An account of a rehearsal or a demonstration: it has the key and the code it is given, no password opens it, and whoever starts the
   * node lets its viewer in by a door of their own.
   *
   * @param code as the log names the person
   */
  @Transactional
  public Principal rehearsing(String code, String login, Optional<SigningKey> key, SortedSet<Role> duties) {
    OpeningKey.Pair opening = OpeningKey.pair();
    sql.sql("""
            insert into account (code, login, password, sealed, public_key, opening_key, roles) values (?, ?, '!', '', ?, ?, ?)
            on conflict (code) do update set opening_key = excluded.opening_key
            """)
        .params(code, login, key.map(each -> each.publicKey().value()).orElse(""), opening.open(), words(duties))
        .update();
    return new Principal(new Viewer(code, party, duties, roles.of(duties)), login, key, new OpeningKey(Secrets.bytes(opening.secret())));
  }

  private Optional<Making.Why> objection(String login, String password, SortedSet<Role> duties) {
    if (login.isBlank()) {
      return Optional.of(Making.Why.LOGIN_EMPTY);
    }
    if (password.length() < SHORTEST) {
      return Optional.of(Making.Why.PASSWORD_SHORT);
    }
    if (duties.isEmpty()) {
      return Optional.of(Making.Why.NO_ROLE);
    }
    return find(login).isPresent() ? Optional.of(Making.Why.LOGIN_TAKEN) : Optional.empty();
  }

  /** 22 characters of base64url, as the log takes a person's code. */
  private String code() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(16));
  }

  private static String words(SortedSet<Role> duties) {
    return String.join(" ", duties.stream().map(Role::code).toList());
  }

  /** A row of the table, secrets included. */
  private record Stored(
      String code, String login, String password, String sealed, String publicKey, String openingKey, String roles, boolean active, long usedStep, int wrong,
      long waitUntil) {
    Account shown() {
      return new Account(code, login, duties(), active, !publicKey.isEmpty(), publicKey);
    }

    SortedSet<Role> duties() {
      TreeSet<Role> duties = new TreeSet<>();
      for (String word : roles.split(" ", -1)) {
        duties.add(Role.valueOf(word.toUpperCase(Locale.ROOT)));
      }
      return duties;
    }
  }

  private Optional<Stored> find(String login) {
    return sql.sql("select * from account where lower(login) = lower(?)").param(login.strip()).query(Stored.class).optional();
  }

  /** Everybody, by login. */
  @Transactional(readOnly = true)
  public List<Account> all(Viewer by) {
    by.require(Right.ACCOUNTS_CHANGE);
    return sql.sql("select * from account order by login").query(Stored.class).list().stream().map(Stored::shown).toList();
  }

  /** Those who speak for the party, for the entry that names them: delegates, and whoever clears. */
  @Transactional(readOnly = true)
  public List<Account> delegates() {
    return signing(account -> account.duties().contains(Role.DELEGATE) || account.duties().contains(Role.CLEARANCE));
  }

  /** Those who report what they see and sign nothing else: their keys are lent by a delegate, for a time. */
  @Transactional(readOnly = true)
  public List<Account> observers() {
    return signing(account -> account.duties().contains(Role.FIELD) && !account.duties().contains(Role.DELEGATE));
  }

  private List<Account> signing(Predicate<Stored> which) {
    return sql.sql("select * from account where active and public_key <> '' order by code").query(Stored.class).list().stream()
        .filter(which)
        .map(Stored::shown)
        .toList();
  }

  /** Whether an account is open. */
  @Transactional(readOnly = true)
  public boolean works(String code) {
    return sql.sql("select active from account where code = ?").param(code).query(Boolean.class).optional().orElse(false);
  }

  /** Closes an account, and its sessions with it; what it did stays on record. */
  @Transactional
  public void close(Viewer by, String code) {
    by.require(Right.ACCOUNTS_CHANGE);
    sql.sql("update account set active = false where code = ?").param(code).update();
  }

  /** Takes words at the door. It takes as long for an account that is not there as for one that is. */
  @Transactional
  public Admission admit(String login, String password, String oneTimeCode) {
    Optional<Stored> found = find(login).filter(Stored::active);
    if (found.isEmpty()) {
      argon.matches(password, nobody);
      return new Admission.Wrong();
    }
    Stored account = found.get();
    if (clock.now() < account.waitUntil()) {
      return new Admission.Wait(Instant.ofEpochMilli(account.waitUntil()));
    }
    Optional<Secrets> secrets = argon.matches(password, account.password()) ? Secrets.open(account.sealed(), password) : Optional.empty();
    OptionalLong step = secrets.map(opened -> OneTimeCode.step(Secrets.bytes(opened.factor()), oneTimeCode, clock.now(), account.usedStep()))
        .orElse(OptionalLong.empty());
    if (step.isEmpty()) {
      return wrong(account);
    }
    sql.sql("update account set used_step = ?, wrong = 0 where code = ?").params(step.getAsLong(), account.code()).update();
    return new Admission.Admitted(principal(account, secrets.orElseThrow()));
  }

  private Admission wrong(Stored account) {
    int wrong = account.wrong() + 1;
    long wait = wrong < TRIES ? 0 : clock.now() + (FIRST_WAIT << Math.min(wrong - TRIES, LAST_DOUBLING));
    sql.sql("update account set wrong = ?, wait_until = ? where code = ?").params(wrong, wait, account.code()).update();
    return new Admission.Wrong();
  }

  private Principal principal(Stored account, Secrets secrets) {
    Optional<SigningKey> key = secrets.signing().isEmpty() ? Optional.empty() : Optional.of(new SigningKey(Secrets.bytes(secrets.signing())));
    Viewer viewer = new Viewer(account.code(), party, account.duties(), roles.of(account.duties()));
    return new Principal(viewer, account.login(), key, new OpeningKey(Secrets.bytes(secrets.opening())));
  }

  /** Under which key something is sealed for an account alone (SubjectPublicKeyInfo, base64url), for every open account of a duty, by code. */
  @Transactional(readOnly = true)
  public SortedMap<String, String> openingKeys(Role duty) {
    SortedMap<String, String> keys = new TreeMap<>();
    sql.sql("select * from account where active").query(Stored.class).list().stream()
        .filter(account -> account.duties().contains(duty))
        .forEach(account -> keys.put(account.code(), account.openingKey()));
    return keys;
  }
}
