package homeward.play;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody outside who adds up, from an agreement and four registers alone, what an exchange without mishaps must come to. It reads
 * the files by itself, after docs/formats.md, and uses nothing of Homeward.
 */
final class Adder {
  private final Map<String, Object> agreement;
  private final List<String> sides;
  private final List<Map<String, Object>> categories;
  private final Map<String, List<Map<String, String>>> sought = new HashMap<>();
  private final Map<String, List<Map<String, String>>> held = new HashMap<>();

  private Adder(Path agreementFile, Path folder) throws IOException {
    this.agreement = PlainJson.object(Files.readString(agreementFile));
    this.sides = PlainJson.objects(agreement, "sides").stream().map(side -> PlainJson.text(side, "id")).toList();
    this.categories = PlainJson.objects(agreement, "categories");
    for (String side : sides) {
      String name = side.toLowerCase(Locale.ROOT);
      sought.put(side, rows(folder.resolve(name + "-sought.csv")));
      held.put(side, rows(folder.resolve(name + "-held.csv")));
    }
  }

  /** The account as it must be: {@code state}, {@code sides}, {@code tranches} and {@code discrepancies}. */
  static Map<String, Object> account(Path agreement, Path folder) {
    try {
      return new Adder(agreement, folder).account();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> account() {
    Map<String, Object> bySide = new LinkedHashMap<>();
    for (String side : sides) {
      bySide.put(side, side(side));
    }
    List<Object> tranches = new ArrayList<>();
    for (Map<String, Object> tranche : PlainJson.objects(agreement, "tranches")) {
      Map<String, Object> day = new LinkedHashMap<>(Map.of("day", tranche.get("day"), "state", "RECONCILED"));
      sides.forEach(side -> day.put(side, Map.of("received", figures(counted(List.of(tranche), side)))));
      tranches.add(day);
    }
    return Map.of("state", "CLOSED", "sides", bySide, "tranches", tranches, "discrepancies", Map.of());
  }

  private Map<String, Object> side(String side) {
    List<Map<String, Object>> tranches = PlainJson.objects(agreement, "tranches");
    Map<String, Integer> received = counted(tranches, side);
    int outside = tranches.stream().mapToInt(tranche -> sum(PlainJson.fields(PlainJson.fields(tranche, "outside"), side))).sum();
    int direct = (int) offered(other(side)).stream().filter(this::direct).count();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("received", figures(received));
    figures.put("released", figures(counted(tranches, other(side))));
    figures.put("outside", outside);
    figures.put("direct", direct);
    List.of("unlisted", "withoutAuthority", "oneSided").forEach(none -> figures.put(none, 0));
    figures.put("home", received.values().stream().mapToInt(count -> count).sum() + outside + direct);
    figures.put("inTransit", 0);
    figures.put("debt", withTotal(counted(List.of(), side)));
    Map<String, Object> reported = new LinkedHashMap<>();
    List.of("outside", "direct").stream().filter(name -> anyOnPaper()).forEach(name -> reported.put(name, figures.get(name)));
    PlainJson.objects(agreement, "sides").stream().filter(each -> side.equals(each.get("id")) && Boolean.TRUE.equals(each.get("onPaper")))
        .forEach(onPaper -> reported.put("home", figures.get("home")));
    reported.values().removeIf(count -> count.equals(0));
    figures.putAll(reported.isEmpty() ? Map.of() : Map.of("reported", reported));
    return figures;
  }

  private boolean anyOnPaper() {
    return PlainJson.objects(agreement, "sides").stream().anyMatch(side -> Boolean.TRUE.equals(side.get("onPaper")));
  }

  private String other(String side) {
    return sides.getFirst().equals(side) ? sides.getLast() : sides.getFirst();
  }

  private static int sum(Map<String, Object> counts) {
    return counts.values().stream().mapToInt(count -> (Integer) count).sum();
  }

  /** By category how many return to a side, counted, in these tranches. */
  private Map<String, Integer> counted(List<Map<String, Object>> tranches, String home) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Map<String, Object> category : categories) {
      String code = PlainJson.text(category, "code");
      int count = 0;
      for (Map<String, Object> tranche : tranches) {
        Object people = PlainJson.fields(PlainJson.fields(tranche, "returns"), home).getOrDefault(code, 0);
        count += people instanceof Integer number ? number : accepted(home, code) - outside(home, code);
      }
      counts.put(code, count);
    }
    return counts;
  }

  /** How many of a category go outside the count: of a category that is exchanged all for all, the others are counted. */
  private int outside(String home, String category) {
    return PlainJson.objects(agreement, "tranches").stream()
        .mapToInt(tranche -> (Integer) PlainJson.fields(PlainJson.fields(tranche, "outside"), home).getOrDefault(category, 0))
        .sum();
  }

  private static Map<String, Object> withTotal(Map<String, Integer> counts) {
    Map<String, Object> figures = new LinkedHashMap<>(counts);
    figures.put("total", counts.values().stream().mapToInt(count -> count).sum());
    return figures;
  }

  /** Where a side acts on paper every receipt has a reported half. */
  private Map<String, Object> figures(Map<String, Integer> counts) {
    Map<String, Object> figures = withTotal(counts);
    if (anyOnPaper() && !Objects.equals(figures.get("total"), 0)) {
      figures.put("reported", figures.get("total"));
    }
    return figures;
  }

  /** The holder's rows that it can offer: still held, of a category of the agreement, each person once. */
  private List<Map<String, String>> offered(String holder) {
    Set<String> codes = categories.stream().map(category -> PlainJson.text(category, "code")).collect(Collectors.toSet());
    List<Map<String, String>> rows = Objects.requireNonNull(held.get(holder)).stream()
        .filter(row -> Set.of("", "held").contains(cell(row, "status")) && codes.contains(cell(row, "category")))
        .toList();
    return rows.stream().filter(row -> rows.stream().takeWhile(earlier -> !where(earlier).equals(where(row))).noneMatch(earlier -> same(rows, earlier, row))).toList();
  }

  private boolean direct(Map<String, String> row) {
    return !Boolean.FALSE.equals(agreement.get("directRepatriation")) && cell(row, "health").equals("seriously_wounded");
  }

  /** How many of a category the home side accepts of those who do not go home directly. */
  private int accepted(String home, String category) {
    List<Map<String, String>> offered = offered(other(home));
    return (int) offered.stream()
        .filter(row -> cell(row, "category").equals(category) && !direct(row))
        .filter(row -> accepts(known(home, offered, row), row))
        .count();
  }

  private static boolean accepts(Map<String, String> known, Map<String, String> row) {
    boolean gone = Set.of("exchanged", "released", "died").contains(cell(known, "status"));
    return !gone && Set.of("", cell(row, "category")).contains(cell(known, "category"));
  }

  /** The home side's row of the same person, when there is exactly one such row and one such person held; else an empty row. */
  private Map<String, String> known(String home, List<Map<String, String>> offered, Map<String, String> row) {
    List<Map<String, String>> rows = Objects.requireNonNull(sought.get(home));
    List<Map<String, String>> alike = rows.stream().filter(other -> same(List.of(other, row), other, row)).toList();
    Map<String, String> first = alike.isEmpty() ? Map.of() : alike.getFirst();
    boolean clear = alike.stream().allMatch(other -> same(rows, first, other))
        && offered.stream().noneMatch(other -> !where(other).equals(where(row)) && same(List.of(other, first), other, first));
    return clear ? first : Map.of();
  }

  /** One name and one full birth date; two fathers make two people, and then a row without a father is neither. */
  private static boolean same(List<Map<String, String>> among, Map<String, String> one, Map<String, String> two) {
    if (where(one).equals(where(two))) {
      return true;
    }
    boolean named = !plain(one, "surname").isEmpty() && !plain(one, "given_name").isEmpty() && cell(one, "birth_date").length() == 10;
    if (!named || !name(one).equals(name(two))) {
      return false;
    }
    Set<String> fathers = among.stream().filter(row -> name(row).equals(name(one))).map(row -> plain(row, "patronymic"))
        .filter(father -> !father.isEmpty()).collect(Collectors.toSet());
    return fathers.size() < 2 || (plain(one, "patronymic").equals(plain(two, "patronymic")) && !plain(one, "patronymic").isEmpty());
  }

  /** The file and the row: ids may stand in several files. */
  private static String where(Map<String, String> row) {
    return row.getOrDefault("", "");
  }

  private static List<String> name(Map<String, String> row) {
    return List.of(plain(row, "surname"), plain(row, "given_name"), cell(row, "birth_date"));
  }

  private static String plain(Map<String, String> row, String column) {
    return Normalizer.normalize(row.getOrDefault(column, ""), Normalizer.Form.NFKC)
        .replaceAll("[\u2019\u02BC`]", "'").replaceAll("[\u2010-\u2015\u2212]", "-").replaceAll("[\\s\u00A0]+", " ")
        .strip().toLowerCase(Locale.ROOT);
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "").strip();
  }

  /** The rows of a file of people, by the names of their columns. */
  private static List<Map<String, String>> rows(Path file) throws IOException {
    String text = Files.readString(file);
    List<List<String>> table = table(text.startsWith("\uFEFF") ? text.substring(1) : text);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : table.subList(1, table.size())) {
      Map<String, String> row = new HashMap<>(Map.of("", file + " " + rows.size()));
      for (int i = 0; i < cells.size(); i++) {
        row.put(table.getFirst().get(i).strip(), cells.get(i));
      }
      if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<List<String>> table(String text) {
    List<List<String>> table = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : (text.endsWith("\n") ? text : text + "\n").replace("\r\n", "\n").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
        cell.append(quoted && !cell.isEmpty() ? "\"" : "");
      } else if (quoted || (c != ',' && c != '\n')) {
        cell.append(c);
      } else {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          table.add(row);
          row = new ArrayList<>();
        }
      }
    }
    return table;
  }
}
