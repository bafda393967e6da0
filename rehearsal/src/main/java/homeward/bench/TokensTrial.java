package homeward.bench;

import homeward.names.Transcription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Latin words of many languages, each beside its Cyrillic form: how often that is the nearest of all Cyrillic words. */
final class TokensTrial {
  private static final int LOOKED_AT = 300;

  private final List<String> words;
  private final Map<String, List<Integer>> wordsOf = new HashMap<>();

  private TokensTrial(List<String> words) {
    this.words = words;
    for (int word = 0; word < words.size(); word++) {
      for (String pair : pairs(words.get(word))) {
        wordsOf.computeIfAbsent(pair, letters -> new ArrayList<>()).add(word);
      }
    }
  }

  /** The share of Latin words whose nearest Cyrillic word is one that the truth gives. */
  static double topOne(List<List<String>> rows) {
    Map<String, Set<String>> truth = new LinkedHashMap<>();
    for (List<String> row : rows) {
      truth.computeIfAbsent(row.get(0), latin -> new TreeSet<>()).add(row.get(1).replace(" ", ""));
    }
    TokensTrial trial = new TokensTrial(truth.values().stream().flatMap(Set::stream).distinct().toList());
    long right = truth.entrySet().parallelStream().filter(pair -> pair.getValue().contains(trial.nearest(pair.getKey()))).count();
    return right / (double) Math.max(1, truth.size());
  }

  private static Set<String> pairs(String word) {
    Set<String> pairs = new TreeSet<>();
    String edged = "^" + word + "$";
    for (int i = 0; i + 1 < edged.length(); i++) {
      pairs.add(edged.substring(i, i + 2));
    }
    return pairs;
  }

  /** The cheapest of those whose pairs of letters are most of all found in likely transcriptions. */
  private String nearest(String latin) {
    String likeliest = Transcription.likeliest(latin);
    int[] shared = new int[words.size()];
    for (String pair : Transcription.pairs(latin)) {
      wordsOf.getOrDefault(pair, List.of()).forEach(word -> shared[word]++);
    }
    int most = IntStream.of(shared).max().orElse(0);
    long[] order = IntStream.range(0, shared.length).filter(word -> shared[word] * 3 >= most && shared[word] > 0)
        .mapToLong(word -> (long) (1e6 * (1 - likeness(shared, word, likeliest))) << 32 | word).sorted().limit(LOOKED_AT).toArray();
    String nearest = "";
    double least = Double.MAX_VALUE;
    for (long found : order) {
      int word = (int) found;
      double cost = Transcription.cost(latin, words.get(word));
      if (cost < least) {
        least = cost;
        nearest = words.get(word);
      }
    }
    return nearest;
  }

  private double likeness(int[] shared, int word, String likeliest) {
    return 2.0 * shared[word] / (words.get(word).length() + likeliest.length() + 2);
  }
}
