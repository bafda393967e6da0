package homeward.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** Sealed interfaces: the fields of the record that it is, after the field {@code is} that names the record. */
record ChoiceBinding(Map<String, RecordBinding> byName, Map<Class<?>, String> names) implements Binding {
  static final String IS = "is";

  @Override
  public String wanted() {
    return "an object whose field \"is\" is one of " + String.join(", ", byName.keySet());
  }

  @Override
  public Json write(Object value) {
    String name = names.get(value.getClass());
    RecordBinding binding = name == null ? null : byName.get(name);
    if (name == null || binding == null) {
      throw new IllegalArgumentException(value.getClass() + " is none of " + names.keySet());
    }
    SequencedMap<String, Json> fields = new LinkedHashMap<>();
    fields.put(IS, Json.of(name));
    return binding.write(value, fields);
  }

  @Override
  public Object read(Json json) throws Malformed {
    if (!(json instanceof Json.Fields(SequencedMap<String, Json> fields))) {
      throw unlike(json);
    }
    if (!(fields.get(IS) instanceof Json.Text(String name))) {
      throw new Malformed(IS, "missing or no text; write one of " + String.join(", ", byName.keySet()));
    }
    RecordBinding binding = byName.get(name);
    if (binding == null) {
      String known = String.join(", ", byName.keySet());
      throw new Malformed(IS, "expected one of " + known + ", found \"" + Characters.shown(name) + "\"");
    }
    return binding.read(fields, Set.of(IS));
  }
}
