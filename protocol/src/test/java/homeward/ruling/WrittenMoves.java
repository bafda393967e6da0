package homeward.ruling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every move in every situation by every function, with the answer that deciding gives. Which lines there are, and under which
 * headings, is taken from moves.table; the answers are not.
 */
final class WrittenMoves {
  private static final Pattern SITUATION = Pattern.compile("#   ([a-z][a-z0-9]) {2}(\\S+) +(\\S.*)");
  private static final Pattern GOES_ON = Pattern.compile("#                    +(\\S.*)");
  private static final String ACCEPTED = "+";

  private WrittenMoves() {}

  private static List<String> lines() {
    return Page.read(Page.root().resolve("protocol/src/test/resources/homeward/ruling/moves.table")).lines().toList();
  }

  /** A move as some make it, who are answered alike. */
  private record Line(String move, List<String> answers) {}

  static String situations() {
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      Matcher situation = SITUATION.matcher(lines.get(i));
      if (situation.matches()) {
        Matcher more = GOES_ON.matcher(lines.get(i + 1));
        rows.add(List.of(Page.code(situation.group(2)), situation.group(3) + (more.matches() ? " " + more.group(1) : "")));
      }
    }
    return Page.table(List.of("situation", "what stands in it"), rows);
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    lines().stream().map(SITUATION::matcher).filter(Matcher::matches).forEach(each -> names.put(each.group(1), each.group(2)));
    return names;
  }

  static String table() {
    Map<String, List<String>> answers = answers();
    StringBuilder text = new StringBuilder();
    Map<Line, List<String>> group = new LinkedHashMap<>();
    for (String line : lines()) {
      if (line.startsWith("== ")) {
        text.append(rows(group)).append("\n### ").append(line.substring(3).strip()).append('\n');
        group = new LinkedHashMap<>();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        List<String> names = List.of(line.substring(0, line.indexOf('|')).strip().split(" +", -1));
        List<String> answered = Objects.requireNonNull(answers.get(names.get(0) + " " + names.get(1)));
        group.computeIfAbsent(new Line(names.get(0), answered), none -> new ArrayList<>()).add(names.get(1));
      }
    }
    return text.append(rows(group)).toString();
  }

  private static Map<String, List<String>> answers() {
    Map<String, List<String>> answers = new HashMap<>();
    for (Tried tried : Tried.all()) {
      String key = tried.cell().move() + " " + tried.cell().who();
      answers.computeIfAbsent(key, none -> new ArrayList<>()).add(tried.attempt().answer());
    }
    return answers;
  }

  private static String rows(Map<Line, List<String>> group) {
    List<List<String>> rows = new ArrayList<>();
    group.forEach((line, who) -> rows.add(List.of(Page.code(line.move()), String.join(", ", who), where(line, ACCEPTED), refused(line))));
    return rows.isEmpty() ? "" : Page.table(List.of("move", "by", "accepted in", "refused"), rows);
  }

  private static String refused(Line line) {
    Map<String, String> reasons = new TreeMap<>();
    line.answers().stream().filter(answer -> !answer.equals(ACCEPTED)).forEach(answer -> reasons.put(answer, where(line, answer)));
    List<String> words = reasons.entrySet().stream().map(each -> "**" + each.getKey() + "** " + each.getValue()).toList();
    return words.isEmpty() ? "never" : String.join("; ", words);
  }

  /** The situations with this answer, three or more that follow on one another as first and last. */
  private static String where(Line line, String answer) {
    List<String> names = List.copyOf(names().values());
    List<String> words = new ArrayList<>();
    for (int from = 0; from < names.size(); from++) {
      int to = from;
      while (to < names.size() && line.answers().get(to).equals(answer)) {
        to++;
      }
      if (to - from > 2) {
        words.add(names.get(from) + " … " + names.get(to - 1));
      } else {
        words.addAll(names.subList(from, to));
      }
      from = Math.max(from, to);
    }
    boolean all = line.answers().stream().allMatch(answer::equals);
    return all ? "all" : words.isEmpty() ? "none" : String.join(", ", words);
  }
}
