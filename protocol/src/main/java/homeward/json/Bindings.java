package homeward.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the binding of a type once, and notices at that moment what has no form in JSON. */
final class Bindings {
  private static final Map<Class<?>, Binding> KNOWN = new ConcurrentHashMap<>();

  private static final Map<Class<?>, Binding> PLAIN =
      Map.of(
          String.class, new PlainBinding.Text(),
          long.class, new PlainBinding.LongNumber(),
          Long.class, new PlainBinding.LongNumber(),
          int.class, new PlainBinding.IntNumber(),
          Integer.class, new PlainBinding.IntNumber(),
          boolean.class, new PlainBinding.Flag(),
          Boolean.class, new PlainBinding.Flag(),
          Json.class, new PlainBinding.Any());

  private final Map<Class<?>, Deferred> begun = new HashMap<>();

  private Bindings() {}

  static Binding of(Class<?> type) {
    Binding known = KNOWN.get(type);
    if (known == null) {
      known = new Bindings().bind(type);
      KNOWN.put(type, known);
    }
    return known;
  }

  private Binding bind(Type type) {
    return switch (type) {
      case Class<?> plain -> bindClass(plain);
      case ParameterizedType generic -> bindGeneric(generic);
      default -> throw unsupported(type);
    };
  }

  private Binding bindClass(Class<?> type) {
    Binding plain = PLAIN.get(type);
    if (plain != null) {
      return plain;
    }
    Deferred before = begun.get(type);
    if (before != null) {
      return before.binding == null ? before : before.binding;
    }
    Deferred deferred = new Deferred();
    begun.put(type, deferred);
    deferred.binding = compose(type);
    return deferred.binding;
  }

  private Binding compose(Class<?> type) {
    if (type.isEnum()) {
      return new PlainBinding.OneOf(type);
    } else if (type.isRecord()) {
      return isNamedText(type) ? new RecordBinding.Named(RecordHandles.of(type)) : bindRecord(type);
    } else if (type.isInterface() && type.isSealed()) {
      return bindChoice(type);
    }
    throw unsupported(type);
  }

  private static boolean isNamedText(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1
        && components[0].getName().equals("value")
        && components[0].getType() == String.class;
  }

  private RecordBinding bindRecord(Class<?> type) {
    List<RecordBinding.Component> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      boolean optional = component.getType() == Optional.class;
      Type held = optional ? argument(component.getGenericType(), 0) : component.getGenericType();
      components.add(new RecordBinding.Component(component.getName(), bind(held), optional));
    }
    return RecordBinding.of(RecordHandles.of(type), components);
  }

  private Binding bindChoice(Class<?> type) {
    Map<String, RecordBinding> byName = new LinkedHashMap<>();
    Map<Class<?>, String> names = new HashMap<>();
    for (Class<?> permitted : permitted(type, new LinkedHashSet<>())) {
      String simple = permitted.getSimpleName();
      String name = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
      RecordBinding binding = bindRecord(permitted);
      if (byName.put(name, binding) != null || binding.names().contains(ChoiceBinding.IS)) {
        throw new IllegalArgumentException(permitted + " shares its name, or has a component named \"is\"");
      }
      names.put(permitted, name);
    }
    return new ChoiceBinding(byName, names);
  }

  private static Set<Class<?>> permitted(Class<?> type, Set<Class<?>> found) {
    for (Class<?> each : type.getPermittedSubclasses()) {
      if (each.isRecord()) {
        found.add(each);
      } else if (each.isInterface() && each.isSealed()) {
        permitted(each, found);
      } else {
        throw unsupported(each);
      }
    }
    return found;
  }

  private Binding bindGeneric(ParameterizedType type) {
    Binding first = bind(argument(type, 0));
    if (type.getRawType() == List.class) {
      return new ManyBinding.Listed(first);
    } else if (type.getRawType() == SortedSet.class) {
      return new ManyBinding.Sorted(first, ManyBinding.order(raw(argument(type, 0)), first));
    } else if (type.getRawType() == SortedMap.class) {
      Class<?> key = raw(argument(type, 0));
      boolean textual = key == String.class || key.isEnum() || first instanceof RecordBinding.Named;
      if (textual) {
        return new ManyBinding.Mapped(first, bind(argument(type, 1)), ManyBinding.order(key, first));
      }
    }
    throw unsupported(type);
  }

  private static Type argument(Type type, int index) {
    if (type instanceof ParameterizedType generic) {
      return generic.getActualTypeArguments()[index];
    }
    throw unsupported(type);
  }

  private static Class<?> raw(Type type) {
    return type instanceof Class<?> plain ? plain : Object.class;
  }

  private static IllegalArgumentException unsupported(Type type) {
    return new IllegalArgumentException(
        type + " has no form in JSON; use records, sealed interfaces of records, and the kinds named at Shape");
  }

  /** Stands in for a type that is met again inside itself. */
  private static final class Deferred implements Binding {
    private @Nullable Binding binding;

    private Binding complete() {
      if (binding == null) {
        throw new IllegalStateException("used before it was complete");
      }
      return binding;
    }

    @Override
    public String wanted() {
      return complete().wanted();
    }

    @Override
    public Json write(Object value) {
      return complete().write(value);
    }

    @Override
    public Object read(Json json) throws Malformed {
      return complete().read(json);
    }
  }
}
