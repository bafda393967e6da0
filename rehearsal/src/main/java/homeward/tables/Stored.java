package homeward.tables;

import homeward.evidence.Model;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.values.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Schemas and models as JSON files: the records are their form. */
public final class Stored {
  private static final Shape<Schema> SCHEMA = Shape.of(Schema.class);
  private static final Shape<Model> MODEL = Shape.of(Model.class);

  private Stored() {}

  /**
   * What came of reading one.
   *
   * @param <T> what it holds
   */
  public sealed interface Loaded<T> {
    /** It was read. */
    record Sound<T>(T value) implements Loaded<T> {}

    /** It was not; the cure says why and what to do. */
    record Unsound<T>(String cure) implements Loaded<T> {}
  }

  /** Reads a schema. */
  public static Loaded<Schema> schema(Path file) {
    return load(file, SCHEMA, schema -> "");
  }

  /** Reads a model; one of another version, or for other columns, is refused. */
  public static Loaded<Model> model(Path file, Schema schema) {
    return load(file, MODEL, model -> model.version() != Model.VERSION
        ? "it is of version " + model.version() + " and this program weighs by version " + Model.VERSION + ": learn it again with --save-model"
        : model.schema().equals(schema) ? "" : "it was learnt for other columns: bring the schema it was learnt with, or learn it again");
  }

  private static <T> Loaded<T> load(Path file, Shape<T> shape, Function<T, String> objection) {
    try {
      T value = shape.read(JsonReader.read(Files.readAllBytes(file)));
      String against = objection.apply(value);
      return against.isEmpty() ? new Loaded.Sound<>(value) : new Loaded.Unsound<>(file.getFileName() + ": " + against);
    } catch (Malformed malformed) {
      return new Loaded.Unsound<>(file.getFileName() + ": " + malformed.getMessage());
    } catch (IOException unreadable) {
      return new Loaded.Unsound<>(file.getFileName() + " cannot be opened: check that it exists and may be read");
    }
  }

  /** A model as text. */
  public static String text(Model model) {
    return MODEL.write(model).pretty();
  }
}
