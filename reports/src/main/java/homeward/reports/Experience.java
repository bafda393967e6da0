package homeward.reports;

import homeward.learning.Network;
import homeward.learning.Weights;
import homeward.learning.WeightsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What marked reports have taught: weights for what a number measures, what kind of people it counts and whose, at first
 * sight, and networks for the same when all numbers of the report have been seen.
 *
 * @param first weights for a number by itself
 * @param second networks that judge all numbers of a report beside one another, and what was thought of them at first sight;
 *     none while it is being learnt
 * @param course networks that judge the words of a report that may say how far the exchange has come; none where nobody marked any
 */
record Experience(Look first, List<Network> second, List<Network> course) {
  /** What a number measures, or that it is no claim; what kind of people it counts; on what basis they are counted. */
  static final String WHAT = "what";
  static final String WHO = "who";
  static final String WHOSE = "whose";
  /** Whether words say how far the exchange has come. */
  static final String COURSE = "course";
  private static final String FILE = "weights-en.txt";
  private static final String NETWORK = "network ";
  private static final String SECOND = "second";

  /** Weights for the three questions. */
  record Look(Weights what, Weights who, Weights whose) {}

  /** The experience that comes with the program, for reports in English. */
  static Experience english() {
    try (InputStream file = Experience.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the resource " + FILE + " is missing from this program");
      }
      return of(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Experience of(List<String> lines) {
    List<String> tables = new ArrayList<>();
    Map<String, List<List<String>>> networks = new HashMap<>();
    List<String> part = tables;
    for (String line : lines) {
      if (line.startsWith(NETWORK)) {
        part = new ArrayList<>();
        networks.computeIfAbsent(line.substring(NETWORK.length()), name -> new ArrayList<>()).add(part);
      } else {
        part.add(line);
      }
    }
    Map<String, Weights> weights = WeightsFile.read(tables);
    return new Experience(new Look(table(weights, WHAT), table(weights, WHO), table(weights, WHOSE)),
        networks.getOrDefault(SECOND, List.of()).stream().map(Network::read).toList(),
        networks.getOrDefault(COURSE, List.of()).stream().map(Network::read).toList());
  }

  private static Weights table(Map<String, Weights> tables, String question) {
    Weights table = tables.get(question);
    if (table == null) {
      throw new IllegalStateException("the weights lack the table " + question);
    }
    return table;
  }

  /** The weights as lines of a file: the tables, and behind a line "network NAME" each network. */
  List<String> lines() {
    Map<String, Weights> tables = new LinkedHashMap<>();
    tables.put(WHAT, first.what());
    tables.put(WHO, first.who());
    tables.put(WHOSE, first.whose());
    List<String> lines = new ArrayList<>(WeightsFile.lines(tables));
    second.forEach(network -> lines.addAll(named(SECOND, network)));
    course.forEach(network -> lines.addAll(named(COURSE, network)));
    return lines;
  }

  private static List<String> named(String name, Network network) {
    List<String> lines = new ArrayList<>(List.of(NETWORK + name));
    lines.addAll(network.lines());
    return lines;
  }
}
