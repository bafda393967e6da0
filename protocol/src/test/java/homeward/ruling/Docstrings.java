package homeward.ruling;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the sources say of their records, and what the records are made of, in words for a page. */
final class Docstrings {
  private static final Pattern DOCUMENTED =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?(?:sealed )?(?:record|interface|enum) (\\w+)", Pattern.DOTALL);

  private static final Map<String, String> WORDS = Map.of(
      "String", "text", "long", "number", "int", "number", "Integer", "number", "boolean", "true or false", "Digest", "digest",
      "Ref", "reference", "PartyId", "party");

  private final Map<String, String> sentences = new HashMap<>();

  private Docstrings(String source) {
    Matcher found = DOCUMENTED.matcher(source);
    while (found.find()) {
      sentences.put(found.group(2), plain(found.group(1)));
    }
  }

  /** Of the source of a public type of the room {@code exchange}. */
  static Docstrings of(Class<?> type) {
    String path = "protocol/src/main/java/" + type.getName().replace('.', '/') + ".java";
    return new Docstrings(Page.read(Page.root().resolve(path)));
  }

  private static String plain(String comment) {
    return comment.replaceAll("(?m)^\\s*\\*", "")
        .replaceAll("(?s)@param.*", "")
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\{@link ([^}]*)}", "`$1`")
        .replace('#', '.')
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** The sentences above a record. */
  String of(String name) {
    return Optional.ofNullable(sentences.get(name)).orElse("");
  }

  /** The records at the leaves of a sealed interface, in the order of its source. */
  static Stream<Class<?>> leaves(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses()).flatMap(each -> each.isSealed() ? leaves(each) : Stream.of(each));
  }

  /** The fields of a record with what stands in each; a question mark for one that may be absent. */
  static String fields(Class<?> type) {
    List<String> fields = Arrays.stream(type.getRecordComponents()).map(Docstrings::field).toList();
    return fields.isEmpty() ? "no fields" : String.join(", ", fields);
  }

  private static String field(RecordComponent component) {
    return Page.code(component.getName()) + ": " + words(component.getGenericType());
  }

  private static String words(Type type) {
    if (!(type instanceof ParameterizedType of)) {
      String name = ((Class<?>) type).getSimpleName();
      return WORDS.getOrDefault(name, name);
    }
    List<String> parts = Arrays.stream(of.getActualTypeArguments()).map(Docstrings::words).toList();
    return switch (((Class<?>) of.getRawType()).getSimpleName()) {
      case "Optional" -> parts.getFirst() + "?";
      case "List" -> "list of " + parts.getFirst();
      case "Set", "SortedSet" -> "set of " + parts.getFirst();
      case "SortedMap" -> parts.get(0) + " → " + parts.get(1);
      case String other -> throw new IllegalStateException("no words for " + other);
    };
  }

  /** The name under which a record stands in the field {@code is}. */
  static String is(Class<?> type) {
    String name = type.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
