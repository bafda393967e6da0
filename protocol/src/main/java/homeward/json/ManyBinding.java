package homeward.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values that hold any number of others. */
sealed interface ManyBinding extends Binding {
  /** The order of references in a signed body: bytewise, for any other order would tell something. */
  Comparator<Json> BYTEWISE =
      (left, right) ->
          switch (left) {
            case Json.Text(String one) when right instanceof Json.Text(String other) ->
                Characters.compareBytewise(one, other);
            case Json.Whole(long one) when right instanceof Json.Whole(long other) -> Long.compare(one, other);
            default -> Arrays.compareUnsigned(left.canonical(), right.canonical());
          };

  /** The natural order where the type has one, otherwise that of the written form. */
  static Comparator<Object> order(Class<?> type, Binding binding) {
    return (left, right) ->
        Comparable.class.isAssignableFrom(type)
            ? natural(left, right)
            : BYTEWISE.compare(binding.write(left), binding.write(right));
  }

  @SuppressWarnings("unchecked")
  private static int natural(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  private static Object read(Binding binding, String step, Json json) throws Malformed {
    try {
      return binding.read(json);
    } catch (Malformed e) {
      throw e.within(Characters.shown(step));
    }
  }

  /** A list in its own order. */
  record Listed(Binding element) implements ManyBinding {
    @Override
    public String wanted() {
      return "a list";
    }

    @Override
    public Json write(Object value) {
      return new Json.Items(((Collection<?>) value).stream().map(element::write).toList());
    }

    @Override
    public Object read(Json json) throws Malformed {
      if (!(json instanceof Json.Items(List<Json> items))) {
        throw unlike(json);
      }
      List<Object> values = new ArrayList<>(items.size());
      for (int i = 0; i < items.size(); i++) {
        values.add(ManyBinding.read(element, "[" + i + "]", items.get(i)));
      }
      return Collections.unmodifiableList(values);
    }
  }

  /** A sorted set. */
  record Sorted(Binding element, Comparator<Object> order) implements ManyBinding {
    @Override
    public String wanted() {
      return "a list, sorted bytewise, each once";
    }

    @Override
    public Json write(Object value) {
      return new Json.Items(((Collection<?>) value).stream().map(element::write).sorted(BYTEWISE).toList());
    }

    @Override
    public Object read(Json json) throws Malformed {
      if (!(json instanceof Json.Items(List<Json> items))) {
        throw unlike(json);
      }
      SortedSet<Object> values = new TreeSet<>(order);
      for (int i = 0; i < items.size(); i++) {
        Object value = ManyBinding.read(element, "[" + i + "]", items.get(i));
        boolean ascending = i == 0 || BYTEWISE.compare(items.get(i - 1), items.get(i)) < 0;
        if (!ascending || !values.add(value)) {
          throw new Malformed("[" + i + "]", "out of order or twice; the list is sorted bytewise, each once");
        }
      }
      return Collections.unmodifiableSortedSet(values);
    }
  }

  /** A sorted map with keys that are written as text. */
  record Mapped(Binding key, Binding value, Comparator<Object> order) implements ManyBinding {
    @Override
    public String wanted() {
      return "an object";
    }

    @Override
    public Json write(Object map) {
      SortedMap<String, Json> fields = new TreeMap<>(Characters::compareBytewise);
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
        fields.put(((Json.Text) key.write(entry.getKey())).value(), value.write(entry.getValue()));
      }
      return new Json.Fields(new LinkedHashMap<>(fields));
    }

    @Override
    public Object read(Json json) throws Malformed {
      if (!(json instanceof Json.Fields(SequencedMap<String, Json> fields))) {
        throw unlike(json);
      }
      SortedMap<Object, Object> values = new TreeMap<>(order);
      for (Map.Entry<String, Json> field : fields.entrySet()) {
        Object name = ManyBinding.read(key, field.getKey(), Json.of(field.getKey()));
        if (values.put(name, ManyBinding.read(value, field.getKey(), field.getValue())) != null) {
          throw new Malformed(Characters.shown(field.getKey()), "means the same as another name here; keep one");
        }
      }
      return Collections.unmodifiableSortedMap(values);
    }
  }
}
