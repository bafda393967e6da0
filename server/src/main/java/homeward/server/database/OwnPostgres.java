package homeward.server.database;

import homeward.node.Random;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL of the node's own: one node a directory, watched, and brought back when it dies while the node lives. */
final class OwnPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OwnPostgres.class);
  private static final long FIRST_WAIT = 100;
  private static final long LONGEST_WAIT = 5_000;

  private final DirectoryLock lock;
  private final Postmaster postmaster;
  private final PGSimpleDataSource source;
  private final Thread watch;
  private volatile boolean closing;

  private OwnPostgres(DirectoryLock lock, Postmaster postmaster, String password) {
    this.lock = lock;
    this.postmaster = postmaster;
    this.source = Database.source(Cluster.USER, password);
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setDatabaseName("postgres");
    follow();
    this.watch = Thread.ofVirtual().name("postgres-watch").start(this::watch);
  }

  static OwnPostgres start(Where.Own own, Random random) throws Refusing {
    DirectoryLock lock = DirectoryLock.take(own.directory());
    try {
      Account account = Account.choose(own.account(), Cluster.owner(own.directory()));
      Programs programs = Programs.in(own.programs().toAbsolutePath(), random);
      account.requireReach(own.directory());
      account.requireReach(programs.home());
      Cluster cluster = new Cluster(own.directory().toAbsolutePath().normalize(), programs, account);
      cluster.prepare(random);
      String password = cluster.password();
      Postmaster postmaster = new Postmaster(cluster);
      postmaster.start();
      return new OwnPostgres(lock, postmaster, password);
    } catch (Refusing refused) {
      lock.release();
      throw refused;
    }
  }

  PGSimpleDataSource source() {
    return source;
  }

  private void follow() {
    source.setPortNumbers(new int[] {postmaster.port()});
  }

  private void watch() {
    long wait = FIRST_WAIT;
    while (!closing) {
      postmaster.awaitEnd();
      if (closing) {
        return;
      }
      LOG.warn("PostgreSQL ended unasked; it is started again.");
      wait = Math.min(restarted() ? FIRST_WAIT : 2 * wait, LONGEST_WAIT);
      pause(wait);
    }
  }

  private synchronized boolean restarted() {
    try {
      if (!closing) {
        postmaster.start();
        follow();
      }
      return true;
    } catch (Refusing refused) {
      LOG.warn("{}", refused.refusal().sentence());
      return false;
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing = true;
    synchronized (this) {
      postmaster.stop();
    }
    watch.interrupt();
    lock.release();
  }
}
