package homeward.mutation;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Finds the guards of a source file: what a rule asks, whatever the words of Java for it. Each of these is one, and removing
 * it means:
 *
 * <ul>
 *   <li>{@code .require(() -> condition, …)}: the rule is not asked;
 *   <li>{@code .and(() -> rules)}: the shared rules are not asked;
 *   <li>{@code .filter(x -> condition)}, {@code takeWhile}, {@code limit}: everything passes;
 *   <li>{@code anyMatch}, {@code allMatch}, {@code noneMatch}: everything fits;
 *   <li>{@code removeIf}, {@code removeAll}, {@code retainAll} as a statement: nothing is taken out;
 *   <li>a statement {@code require…(…)}: it is not asked;
 *   <li>{@code .orElse(true)} or {@code .orElse(false)}: what is not there answers the opposite;
 *   <li>an operand of {@code &&} or {@code ||}, wherever it stands: the others decide alone;
 *   <li>an {@code if} without else that ends in return or throw: it never leaves;
 *   <li>any other {@code if}, and a choice {@code c ? a : b}: always the one; and, where there is another one, always that;
 *   <li>an arm of a switch that says true or false: it says the opposite, and each of its words alone does;
 *   <li>an arm of a switch with a condition: it is never taken;
 *   <li>an arm of a switch that names a set of phases, in a file that has the set {@code ALWAYS}: always.
 * </ul>
 */
final class Guards {
  private Guards() {}

  /** Every guard of a file, in the order in which they stand there; no two have the same name. */
  static List<Guard> in(String file, String source) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, List.of(new SourceText(file, source)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      var text = new Finding.Text(file, source, unit, Trees.instance(task).getSourcePositions());
      Stream<Guard> found = Stream.of(new Calls(text), new Conditions(text), new Arms(text)).flatMap(each -> each.found(unit));
      return withNamesOfTheirOwn(found.sorted(Comparator.comparingInt(Guard::from)).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The same condition twice in one method: the second and later are numbered. */
  private static List<Guard> withNamesOfTheirOwn(List<Guard> found) {
    Map<String, Integer> times = new HashMap<>();
    return found.stream()
        .map(
            guard -> {
              int time = times.merge(guard.name(), 1, Integer::sum);
              return time == 1 ? guard : guard.called(guard.text() + " [" + time + "]");
            })
        .toList();
  }
}
