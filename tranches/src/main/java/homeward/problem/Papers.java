package homeward.problem;

import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.json.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Reads problems, policies and plans from files, whole or not at all, and writes them. */
public final class Papers {
  private static final long MOST_BYTES = 128L << 20;

  private Papers() {}

  /** What came of reading: a value without mistakes, or what to mend. */
  public sealed interface Reading<T> {
    /** It can be used. */
    record Read<T>(T value) implements Reading<T> {}

    /** It cannot; at least one mistake. */
    record Refused<T>(List<Mistake> mistakes) implements Reading<T> {}
  }

  /** A problem in which everything that it mentions is there, and the numbers can be. */
  public static Reading<Problem> problem(Path file) {
    return read(file, Problem.SHAPE, Problem::homeward, Problem.FORMAT, Sound::mistakes);
  }

  /** A policy. */
  public static Reading<Policy> policy(Path file) {
    return read(file, Policy.SHAPE, Policy::homeward, Policy.FORMAT, Sound::mistakes);
  }

  /** A plan; whether it fits a problem is not asked here. */
  public static Reading<Plan> plan(Path file) {
    return read(file, Plan.SHAPE, Plan::homeward, Plan.FORMAT, plan -> List.of());
  }

  /** What another side submitted, or asks for. */
  public static Reading<Submission> submission(Path file) {
    return read(file, Submission.SHAPE, Submission::homeward, Submission.FORMAT, submission -> List.of());
  }

  /** The same of a text that lies in no file. */
  public static Reading<Problem> problem(String text) {
    return read(text, Problem.SHAPE, Problem::homeward, Problem.FORMAT, Sound::mistakes);
  }

  /** The same of a text that lies in no file. */
  public static Reading<Policy> policy(String text) {
    return read(text, Policy.SHAPE, Policy::homeward, Policy.FORMAT, Sound::mistakes);
  }

  /** The same of a text that lies in no file. */
  public static Reading<Plan> plan(String text) {
    return read(text, Plan.SHAPE, Plan::homeward, Plan.FORMAT, plan -> List.of());
  }

  /** The same of a text that lies in no file. */
  public static Reading<Submission> submission(String text) {
    return read(text, Submission.SHAPE, Submission::homeward, Submission.FORMAT, submission -> List.of());
  }

  /** A problem as a file has it. */
  public static String text(Problem problem) {
    return Problem.SHAPE.write(problem).pretty();
  }

  /** A policy as a file has it. */
  public static String text(Policy policy) {
    return Policy.SHAPE.write(policy).pretty();
  }

  /** A plan as a file has it. */
  public static String text(Plan plan) {
    return Plan.SHAPE.write(plan).pretty();
  }

  /** What leaves a side, as a file has it. */
  public static String text(Submission submission) {
    return Submission.SHAPE.write(submission).pretty();
  }

  private static <T> Reading<T> read(
      Path file, Shape<T> shape, Function<T, String> format, String wanted, Function<T, List<Mistake>> mistakes) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return refused(Mistake.Kind.TOO_LARGE, "", "larger than " + (MOST_BYTES >> 20) + " MB; a problem has at most "
            + Problem.MOST_PEOPLE + " people. Plan for one region or one category at a time");
      }
      return read(Files.readString(file), shape, format, wanted, mistakes);
    } catch (IOException unreadable) {
      return refused(Mistake.Kind.UNREADABLE, "", "it cannot be opened; is the name right, and may you read it?");
    }
  }

  private static <T> Reading<T> read(
      String text, Shape<T> shape, Function<T, String> format, String wanted, Function<T, List<Mistake>> mistakes) {
    try {
      T value = shape.read(JsonReader.read(text));
      if (!format.apply(value).equals(wanted)) {
        return refused(Mistake.Kind.NOT_THIS_FORMAT, "homeward", "expected \"" + wanted + "\", found \"" + format.apply(value) + "\"");
      }
      List<Mistake> found = mistakes.apply(value);
      return found.isEmpty() ? new Reading.Read<>(value) : new Reading.Refused<>(found);
    } catch (Malformed malformed) {
      return refused(Mistake.Kind.MALFORMED, malformed.where(), malformed.what());
    }
  }

  private static <T> Reading<T> refused(Mistake.Kind kind, String where, String words) {
    return new Reading.Refused<>(List.of(new Mistake(kind, where, words)));
  }

  /** Writes a problem for people to read. */
  public static void write(Path file, Problem problem) throws IOException {
    Files.writeString(file, Problem.SHAPE.write(problem).pretty());
  }

  /** Writes a policy for people to read. */
  public static void write(Path file, Policy policy) throws IOException {
    Files.writeString(file, Policy.SHAPE.write(policy).pretty());
  }

  /** Writes a plan for people to read. */
  public static void write(Path file, Plan plan) throws IOException {
    Files.writeString(file, Plan.SHAPE.write(plan).pretty());
  }

  /** Writes a submission: references and counts. */
  public static void write(Path file, Submission submission) throws IOException {
    Files.writeString(file, Submission.SHAPE.write(submission).pretty());
  }
}
