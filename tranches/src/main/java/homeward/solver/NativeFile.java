package homeward.solver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The native library of HiGHS for this machine, as it lies in a jar. Its bytes are known: a library with any other SHA-256
 * is not loaded.
 */
record NativeFile(String resource, String sha256) {
  /** By system and processor, for version 9.15.6755 of the jars (which hold HiGHS 1.12.0). */
  private static final Map<String, NativeFile> KNOWN = Map.of(
      "linux-x86-64", new NativeFile("ortools-linux-x86-64/libhighs.so.1",
          "f1950bebd88b271821c7924527021b738a2a6c1cd4516cf97463a0f5e8f82973"),
      "linux-aarch64", new NativeFile("ortools-linux-aarch64/libhighs.so.1",
          "a7fc82c313f91d844ae4c5154841238b6ec96355d3d8fbfe6b360a159db4425e"),
      "darwin-x86-64", new NativeFile("ortools-darwin-x86-64/libhighs.1.dylib",
          "2018eccb4269fe158804fe6246a282a09c284d48c98157e88999e7e0241ff971"),
      "darwin-aarch64", new NativeFile("ortools-darwin-aarch64/libhighs.1.dylib",
          "1f988225955ba982fad9b6dbbe11c58b1cb741a3260b7c7bab512c7b95f2cf96"),
      "win32-x86-64", new NativeFile("ortools-win32-x86-64/highs.dll",
          "ecdc275b0cad340b9bc6b1c7e8c0e08ffb41ecfb2ae0730ede6fa6ac2d1e57e0"));

  /** A library that can be loaded, or why there is none. */
  sealed interface Unpacked {
    record At(Path file) implements Unpacked {}

    record Not(String why) implements Unpacked {}
  }

  /** The system and processor, as the jars name them. */
  static String platform(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    String os = name.startsWith("mac") || name.startsWith("darwin") ? "darwin" : name.startsWith("windows") ? "win32" : name;
    return os + "-" + switch (processor.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64", "x86-64" -> "x86-64";
      case "arm64", "aarch64" -> "aarch64";
      default -> processor;
    };
  }

  /** The library for a platform; empty where none is known. */
  static Optional<NativeFile> of(String platform) {
    return Optional.ofNullable(KNOWN.get(platform));
  }

  /** Writes the library into the directory, if its bytes are the right ones. */
  Unpacked unpackInto(Path directory) throws IOException {
    try (InputStream in = NativeFile.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        return new Unpacked.Not("the jar with " + resource + " is not on the class path; build Homeward on this machine");
      }
      byte[] bytes = in.readAllBytes();
      if (!sha256(bytes).equals(sha256)) {
        return new Unpacked.Not(resource + " is not the library that is known: its SHA-256 is " + sha256(bytes) + ", expected " + sha256);
      }
      Path file = directory.resolve(resource.substring(resource.lastIndexOf('/') + 1));
      Files.write(file, bytes);
      return new Unpacked.At(file);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
