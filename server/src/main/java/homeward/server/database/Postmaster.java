package homeward.server.database;

import homeward.transcript.Hash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The process that is PostgreSQL: started, waited for, stopped. */
final class Postmaster {
  /** Small on purpose: a node is to run in 350 MB with everything. Durability is not what is saved at. */
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=on", "synchronous_commit=on", "full_page_writes=on",
          "shared_buffers=16MB", "max_connections=20", "work_mem=4MB", "maintenance_work_mem=32MB", "effective_cache_size=256MB",
          "max_wal_size=256MB", "min_wal_size=32MB", "wal_level=minimal", "max_wal_senders=0", "io_method=sync", "jit=off",
          "max_worker_processes=0", "max_parallel_workers=0", "max_logical_replication_workers=0", "autovacuum_worker_slots=1",
          "autovacuum_max_workers=1", "huge_pages=off", "timezone=UTC", "log_timezone=UTC",
          // What a statement quotes stays out of the log.
          "log_min_messages=log", "log_min_error_statement=panic", "log_statement=none", "log_error_verbosity=terse",
          "log_parameter_max_length_on_error=0", "log_checkpoints=off");

  private static final long STEP = 20;
  private static final int STEPS_TO_START = 6_000;
  private static final int STEPS_TO_STOP = 250;
  private static final int PORTS_TO_TRY = 5;
  private static final long LOG_BYTES = 1 << 20;

  private final Cluster cluster;
  private final Leftovers leftovers;
  private @Nullable Process process;
  private int port;

  Postmaster(Cluster cluster) {
    this.cluster = cluster;
    this.leftovers = new Leftovers(mark(cluster.data()), pidFile());
  }

  /** Stands in the command line of every process of this database. */
  static String mark(Path data) {
    return "homeward-" + Hash.of(data.toString().getBytes(StandardCharsets.UTF_8)).value().substring(0, 16);
  }

  private Path pidFile() {
    return cluster.data().resolve("postmaster.pid");
  }

  int port() {
    return port;
  }

  /** Ends what is left of an earlier run, starts, and waits until connections are let in. */
  void start() throws Refusing {
    endLeftovers();
    try {
      for (int tried = 0; tried < PORTS_TO_TRY; tried++) {
        long logged = logSize();
        port = freePort();
        process = launch();
        if (isReady()) {
          Files.writeString(cluster.directory().resolve("port"), port + "\n");
          return;
        }
        String words = lastWords(logged);
        if (!words.contains("could not create any TCP/IP sockets")) {
          throw new Refusing(new Refusal.DidNotStart(cluster.log(), words));
        }
      }
      throw new Refusing(new Refusal.DidNotStart(cluster.log(), "no port was free"));
    } catch (IOException unwritable) {
      throw new Refusing(new Refusal.NotWritable(cluster.directory()));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process launch() throws IOException {
    List<String> words = new ArrayList<>(ownSession());
    words.addAll(List.of(cluster.programs().program("postgres").toString(), "-D", cluster.data().toString()));
    Stream.concat(SETTINGS.stream(), Stream.of("port=" + port, "cluster_name=" + leftovers.mark()))
        .forEach(setting -> words.addAll(List.of("-c", setting)));
    return cluster
        .account()
        .builder(words, cluster.directory())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
        .start();
  }

  /** Ctrl-C at a terminal reaches everything in its session; the node stops its database itself, when it is through with it. */
  private List<String> ownSession() {
    return Stream.of("/usr/bin/setsid", "/bin/setsid").filter(name -> Files.isExecutable(Path.of(name))).findFirst().stream().toList();
  }

  private long logSize() throws IOException {
    if (Files.exists(cluster.log()) && Files.size(cluster.log()) > LOG_BYTES) {
      Files.delete(cluster.log());
    }
    return Files.exists(cluster.log()) ? Files.size(cluster.log()) : 0;
  }

  /** PostgreSQL writes its own state into the file with its number: the eighth line says when it is ready. */
  private boolean isReady() {
    for (int step = 0; step < STEPS_TO_START && isAlive(); step++) {
      if (state().map("ready"::equals).orElse(false)) {
        return true;
      }
      pause();
    }
    return false;
  }

  private boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** The state of the process on this port: what an earlier one left behind names another. */
  private Optional<String> state() {
    try {
      List<String> lines = Files.readAllLines(pidFile());
      boolean complete = lines.size() >= 8 && lines.get(3).strip().equals(Integer.toString(port));
      return complete ? Optional.of(lines.get(7).strip()) : Optional.empty();
    } catch (IOException notYet) {
      return Optional.empty();
    }
  }

  private String lastWords(long from) {
    try {
      String text = Files.readString(cluster.log(), StandardCharsets.ISO_8859_1);
      return text.substring((int) Math.min(from, text.length())).lines()
          .filter(line -> line.contains("FATAL:"))
          .map(line -> line.replaceFirst(".*FATAL: *", ""))
          .findFirst()
          .orElse("");
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** Returns when the process has ended. */
  void awaitEnd() {
    @Nullable Process watched = process;
    try {
      if (watched != null) {
        watched.waitFor();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends in order: open transactions are rolled back, everything committed is on the disk. */
  void stop() {
    endLeftovers();
  }

  /**
   * Ends whatever runs on these data; only the node that holds the lock gets here. What then is left of the file with the number
   * names nobody that lives, though the number itself may be somebody else's by now.
   */
  private void endLeftovers() {
    if (!leftovers.alive().isEmpty()) {
      cluster.account().run(
          List.of(cluster.programs().program("pg_ctl").toString(), "stop", "-D", cluster.data().toString(), "-m", "fast", "-t", "30"),
          cluster.directory());
      awaitNobody();
      leftovers.alive().forEach(ProcessHandle::destroyForcibly);
      awaitNobody();
    }
    if (leftovers.alive().isEmpty()) {
      try {
        Files.deleteIfExists(pidFile());
      } catch (IOException untouchable) {
        // PostgreSQL itself will say what is wrong with it.
      }
    }
  }

  private void awaitNobody() {
    for (int step = 0; step < STEPS_TO_STOP && !leftovers.alive().isEmpty(); step++) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
