package homeward.reports;

import homeward.language.Sentence;
import homeward.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a sentence says of the course of an exchange, and what it says beyond claims. */
final class Stages {
  private static final String PART = "part";
  private static final String LAST = "last part";

  private Stages() {}

  /** A stage and where in the sentence it hangs. */
  record Stage(String wording, int at) {}

  static List<Stage> of(Sentence sentence) {
    List<Stage> stages = new ArrayList<>();
    Set<String> said = new TreeSet<>();
    for (int at = 0; at < sentence.chunks().size(); at++) {
      Optional<Sentence.Finding> found = sentence.find("nostage", at).isPresent()
          ? Optional.empty() : sentence.find("stage", at);
      if (found.isPresent() && said.add(found.get().value())) {
        stages.add(new Stage(found.get().value(), at));
      }
    }
    boolean numbered = stages.stream().anyMatch(stage -> stage.wording().endsWith(PART) && !stage.wording().equals(LAST));
    return stages.stream().filter(stage -> !numbered || !stage.wording().equals(LAST)).toList();
  }

  static List<Reading.Remark> remarks(Sentence sentence) {
    List<Reading.Remark> remarks = new ArrayList<>();
    Set<String> said = new TreeSet<>();
    for (int at = 0; at < sentence.chunks().size(); at++) {
      Optional<Sentence.Finding> found = sentence.find("remark", at);
      if (found.isPresent() && said.add(found.get().value())) {
        Span span = sentence.chunks().get(at).span();
        remarks.add(new Reading.Remark(
            Reading.Remark.Kind.valueOf(found.get().value().toUpperCase(Locale.ROOT)), span));
      }
    }
    return remarks;
  }
}
