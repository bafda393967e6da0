package homeward.agreement;

import homeward.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** One object of the file. Reading never stops at a problem: it is noted, and a placeholder stands in. */
final class Form {
  private final Findings findings;
  private final String path;
  private final SequencedMap<String, Json> fields;
  private final Set<String> meant = new HashSet<>();

  private Form(Findings findings, String path, SequencedMap<String, Json> fields) {
    this.findings = findings;
    this.path = path;
    this.fields = fields;
  }

  /** An object in which only these names mean something. */
  static Form of(Findings findings, String path, Json json, List<String> known) {
    Form form = open(findings, path, json);
    form.fields.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> {
      form.complain(name, Kind.unknown(Fault.Unknown.What.FIELD, name, known));
      Words.nearest(name, known).ifPresent(form.meant::add);
    });
    return form;
  }

  private static Form open(Findings findings, String path, Json json) {
    if (json instanceof Json.Fields(SequencedMap<String, Json> fields)) {
      return new Form(findings, path, fields);
    }
    note(findings, path, Kind.<Form>unlike("an object in braces { }", json));
    return new Form(findings.muted(), path, new LinkedHashMap<>());
  }

  private static void note(Findings findings, String path, Kind.Found<?> found) {
    if (found instanceof Kind.Found.Wrong<?>(Fault fault)) {
      findings.add(path, fault);
    }
  }

  String path(String name) {
    return Lines.field(path, name);
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  void complain(String name, Fault fault) {
    findings.add(path(name), fault);
  }

  <T> T required(String name, String example, Kind<T> kind) {
    if (!has(name)) {
      missing(name, example);
      return kind.placeholder();
    }
    return optional(name, kind).orElse(kind.placeholder());
  }

  /** What was mistyped was told already, and is not missing as well. */
  private void missing(String name, String example) {
    if (!meant.contains(name)) {
      complain(name, new Fault.Missing("\"" + name + "\": " + example));
    }
  }

  <T> Optional<T> optional(String name, Kind<T> kind) {
    Json json = fields.get(name);
    return json == null ? Optional.empty() : Optional.of(read(path(name), json, kind));
  }

  private <T> T read(String where, Json json, Kind<T> kind) {
    return switch (kind.reader().apply(json)) {
      case Kind.Found.Value<T>(T value) -> value;
      case Kind.Found.Wrong<T>(Fault fault) -> {
        findings.add(where, fault);
        yield kind.placeholder();
      }
    };
  }

  /** An object inside; one without anything in it when the field is left out. */
  Form inside(String name, List<String> known) {
    Json json = fields.get(name);
    return json == null ? new Form(findings, path(name), new LinkedHashMap<>()) : of(findings, path(name), json, known);
  }

  /** A list of objects; none when the field is left out. */
  List<Form> each(String name, List<String> known) {
    List<Form> forms = new ArrayList<>();
    for (Json json : items(name)) {
      forms.add(of(findings, Lines.item(path(name), forms.size() + 1), json, known));
    }
    return forms;
  }

  /** A list of values, each once; none when the field is left out. */
  <T> List<T> values(String name, Kind<T> kind) {
    List<T> values = new ArrayList<>();
    int number = 1;
    for (Json json : items(name)) {
      String where = Lines.item(path(name), number++);
      T value = read(where, json, kind);
      boolean right = kind.reader().apply(json) instanceof Kind.Found.Value<T>;
      if (right && values.contains(value) && json instanceof Json.Text(String text)) {
        findings.add(where, new Fault.Twice(text));
      }
      values.add(value);
    }
    return values;
  }

  private List<Json> items(String name) {
    Json json = fields.get(name);
    if (json == null) {
      return List.of();
    } else if (json instanceof Json.Items(List<Json> items)) {
      return items;
    }
    note(findings, path(name), Kind.<Form>unlike("a list in brackets [ ]", json));
    return List.of();
  }

  /** How many the list has to hold, said of the list as a whole. */
  void requireLength(String name, int least, int most, String example) {
    if (!has(name)) {
      missing(name, example);
    } else if (fields.get(name) instanceof Json.Items(List<Json> items) && (items.size() < least || items.size() > most)) {
      complain(name, new Fault.WrongLength(items.size(), least, most));
    }
  }

  /** An object whose names are a matter of the file: ids of sides, categories. Unknown ones are noted and left out. */
  SequencedMap<String, Form> byName(String name, Fault.Unknown.What what, List<String> known) {
    SequencedMap<String, Form> forms = new LinkedHashMap<>();
    Json json = fields.get(name);
    Form inside = json == null ? inside(name, known) : open(findings, path(name), json);
    for (String key : inside.knownNames(what, known)) {
      forms.put(key, open(inside.findings, inside.path(key), Objects.requireNonNull(inside.fields.get(key))));
    }
    return forms;
  }

  /** The values of this object by names that are a matter of the file. */
  <T> SequencedMap<String, T> valuesByName(Fault.Unknown.What what, List<String> known, Kind<T> kind) {
    SequencedMap<String, T> values = new LinkedHashMap<>();
    for (String key : knownNames(what, known)) {
      optional(key, kind).ifPresent(value -> values.put(key, value));
    }
    return values;
  }

  /** Where nothing is known yet, since what would be known is itself wrong, nothing more is said. */
  private List<String> knownNames(Fault.Unknown.What what, List<String> known) {
    fields.keySet().stream()
        .filter(key -> !known.isEmpty() && !known.contains(key))
        .forEach(key -> complain(key, Kind.unknown(what, key, known)));
    return known.stream().filter(fields::containsKey).toList();
  }
}
