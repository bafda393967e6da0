package homeward.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Records: an object with a field for each component; beside them their places in the order of the canonical form. */
record RecordBinding(RecordHandles handles, List<Component> components, List<Integer> bytewise, Set<String> names)
    implements Binding {
  /** One component; an optional one is absent when empty. */
  record Component(String name, Binding binding, boolean optional) {}

  static RecordBinding of(RecordHandles handles, List<Component> components) {
    List<Integer> bytewise = IntStream.range(0, components.size()).boxed()
        .sorted((left, right) -> Characters.compareBytewise(components.get(left).name(), components.get(right).name()))
        .toList();
    return new RecordBinding(
        handles, components, bytewise, components.stream().map(Component::name).collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public String wanted() {
    return "an object with " + known();
  }

  private String known() {
    return components.isEmpty()
        ? "no field"
        : components.stream().map(Component::name).collect(Collectors.joining(", "));
  }

  @Override
  public Json write(Object value) {
    return write(value, new LinkedHashMap<>());
  }

  /** The fields after those that are there already. */
  Json write(Object value, SequencedMap<String, Json> fields) {
    for (int i = 0; i < components.size(); i++) {
      Component component = components.get(i);
      Object held = handles.get(i, value);
      if (!component.optional()) {
        fields.put(component.name(), component.binding().write(held));
      } else if (held instanceof Optional<?> optional && optional.isPresent()) {
        fields.put(component.name(), component.binding().write(optional.get()));
      }
    }
    return new Json.Fields(fields);
  }

  @Override
  public void writeCanonical(Object value, JsonWriter out) {
    out.open('{');
    for (int i : bytewise) {
      Component component = components.get(i);
      Object held = handles.get(i, value);
      if (!component.optional()) {
        out.name(component.name());
        component.binding().writeCanonical(held, out);
      } else if (held instanceof Optional<?> optional && optional.isPresent()) {
        out.name(component.name());
        component.binding().writeCanonical(optional.get(), out);
      }
    }
    out.close('}');
  }

  @Override
  public Object read(Json json) throws Malformed {
    if (json instanceof Json.Fields(SequencedMap<String, Json> fields)) {
      return read(fields, Set.of());
    }
    throw unlike(json);
  }

  /** Reads the components; fields with the names beside them were read by the caller. */
  Object read(SequencedMap<String, Json> fields, Set<String> beside) throws Malformed {
    for (String name : fields.keySet()) {
      if (!names.contains(name) && !beside.contains(name)) {
        throw new Malformed(Characters.shown(name), "an unknown field; known here: " + known());
      }
    }
    Object[] values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = component(components.get(i), fields);
    }
    return handles.construct(values);
  }

  private static Object component(Component component, SequencedMap<String, Json> fields) throws Malformed {
    Json json = fields.get(component.name());
    if (json == null) {
      if (component.optional()) {
        return Optional.empty();
      }
      throw new Malformed(component.name(), "missing; write " + component.binding().wanted());
    }
    try {
      Object value = component.binding().read(json);
      return component.optional() ? Optional.of(value) : value;
    } catch (Malformed e) {
      throw e.within(component.name());
    }
  }

  /** A record that only gives a text a type: written as the text. */
  record Named(RecordHandles handles) implements Binding {
    @Override
    public String wanted() {
      return "text";
    }

    @Override
    public Json write(Object value) {
      return Json.of((String) handles.get(0, value));
    }

    @Override
    public Object read(Json json) throws Malformed {
      if (json instanceof Json.Text(String value)) {
        return handles.construct(new Object[] {value});
      }
      throw unlike(json);
    }
  }
}
