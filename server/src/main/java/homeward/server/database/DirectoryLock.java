package homeward.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One running node a directory. The system gives the lock back when the process ends, however it ends. */
final class DirectoryLock {
  /** Asked first: closing a file gives back every lock that this process has on it, also those of another node in here. */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static DirectoryLock take(Path directory) throws Refusing {
    try {
      Path file = Files.createDirectories(directory).toRealPath().resolve("lock");
      if (!HELD_HERE.add(file)) {
        throw new Refusing(new Refusal.InUse(directory));
      }
      FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        new DirectoryLock(file, channel).release();
        throw new Refusing(new Refusal.InUse(directory));
      }
      return new DirectoryLock(file, channel);
    } catch (IOException unwritable) {
      throw new Refusing(new Refusal.NotWritable(directory));
    }
  }

  void release() {
    try {
      channel.close();
    } catch (IOException closed) {
      throw new IllegalStateException("a lock that cannot be given back", closed);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
