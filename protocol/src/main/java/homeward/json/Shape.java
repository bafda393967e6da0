package homeward.json;

/**
 * Binds a record, or a sealed interface of records, to JSON, so that the record is the schema.
 *
 * <p>Kinds: String, long, int, boolean, {@link Json} itself, enum (its name), {@code Optional} (an absent field),
 * {@code List}, {@code SortedSet} (written and expected sorted bytewise, each once), {@code SortedMap} with text-like
 * keys, records by component name, sealed interfaces with the field {@code is} naming the record in lowerCamel. A
 * record whose only component is {@code String value} is plain text. Nothing unknown, nothing missing. Thread-safe.
 *
 * @param <T> the record or sealed interface
 */
public final class Shape<T> {
  private final Class<T> type;
  private final Binding binding;

  private Shape(Class<T> type, Binding binding) {
    this.type = type;
    this.binding = binding;
  }

  /**
   * The shape of a record or sealed interface. Throws IllegalArgumentException for a type that has no shape, or that
   * its module does not let us construct.
   */
  public static <T> Shape<T> of(Class<T> type) {
    return new Shape<>(type, Bindings.of(type));
  }

  /** The value as JSON. */
  public Json write(T value) {
    return binding.write(value);
  }

  /** The same bytes as {@code write(value).canonical()}, in half the time: for what is hashed by the hundred thousand. */
  public byte[] canonical(T value) {
    return JsonWriter.canonical(binding, value);
  }

  /** The value that the JSON stands for; an IllegalArgumentException of a record's constructor becomes Malformed. */
  public T read(Json json) throws Malformed {
    return type.cast(binding.read(json));
  }
}
