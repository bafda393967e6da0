package homeward.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who runs PostgreSQL: whoever runs the node, or where that is root somebody with fewer rights, since PostgreSQL refuses to be root.
 *
 * @param prefix the command that becomes that account and then runs what follows; empty where nothing has to be done
 */
record Account(String name, List<String> prefix) {
  private static final List<String> CANDIDATES = List.of("homeward", "postgres", "nobody");

  private static final String ROOT = "root";

  /** Whoever runs this process. */
  static String current() {
    return System.getProperty("user.name", "");
  }

  boolean isOther() {
    return !prefix.isEmpty();
  }

  /** Who is to run PostgreSQL; {@code owner} is who owns data that is there already. */
  static Account choose(Optional<String> wished, Optional<String> owner) throws Refusing {
    if (!current().equals(ROOT)) {
      return new Account(current(), List.of());
    }
    String name = wished.or(() -> owner.filter(found -> !found.equals(ROOT))).or(Account::known).orElse("nobody");
    return becoming(name, prefix -> run(prefix, List.of("true"), Path.of("/")) == 0);
  }

  /** The first way of becoming somebody else that works here. */
  static Account becoming(String name, Predicate<List<String>> works) throws Refusing {
    return ways(name).stream()
        .filter(works)
        .findFirst()
        .map(prefix -> new Account(name, prefix))
        .orElseThrow(() -> new Refusing(new Refusal.NoAccount(name)));
  }

  /** setpriv becomes the other and is gone; runuser and su, where it is missing, stay as parents and end with their child. */
  static List<List<String>> ways(String name) {
    List<List<String>> ways = new ArrayList<>();
    group(name).ifPresent(group -> ways.add(List.of("setpriv", "--reuid=" + name, "--regid=" + group, "--clear-groups", "--")));
    ways.add(List.of("runuser", "-u", name, "--"));
    ways.add(List.of("su", "-s", "/bin/sh", name, "-c", "exec \"$0\" \"$@\"", "--"));
    return ways;
  }

  private static Optional<String> known() {
    return CANDIDATES.stream().filter(name -> group(name).isPresent()).findFirst();
  }

  private static Optional<String> group(String name) {
    try {
      return Files.readAllLines(Path.of("/etc/passwd")).stream()
          .map(line -> line.split(":"))
          .filter(fields -> fields.length > 3 && fields[0].equals(name))
          .map(fields -> fields[3])
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Refuses what this account cannot enter, naming the first directory on the way that keeps it out. */
  void requireReach(Path directory) throws Refusing {
    List<String> way = new ArrayList<>();
    for (Path at = directory.toAbsolutePath(); at != null; at = at.getParent()) {
      way.addFirst(at.toString());
    }
    for (String at : isOther() ? way : List.<String>of()) {
      if (run(prefix, List.of("test", "-x", at), Path.of("/")) != 0) {
        throw new Refusing(new Refusal.NotReachable(Path.of(at), name));
      }
    }
  }

  /** Gives a file to this account where the node is somebody else. */
  void give(Path file) throws IOException {
    if (isOther()) {
      Files.setOwner(file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
    }
  }

  int run(List<String> command, Path directory) {
    return run(prefix, command, directory);
  }

  /** The exit code; 127 where the first word is no program of this system. */
  private static int run(List<String> prefix, List<String> command, Path directory) {
    try {
      return builder(prefix, command, directory)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException missing) {
      return 127;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 127;
    }
  }

  /** A program as this account, with nothing of this process's environment but the way to the programs. */
  ProcessBuilder builder(List<String> command, Path directory) {
    return builder(prefix, command, directory);
  }

  private static ProcessBuilder builder(List<String> prefix, List<String> command, Path directory) {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/bin:/sbin:/bin";
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    return builder;
  }
}
