package homeward.mutation;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;

/**
 * Finds the guards of a source file. Each of these is one, and removing it means:
 *
 * <ul>
 *   <li>{@code .require(() -> condition, …)}: the rule is not asked;
 *   <li>{@code .and(() -> rules)}: the shared rules are not asked;
 *   <li>{@code .filter(x -> condition)}: everything passes;
 *   <li>an operand of {@code &&} or {@code ||}, wherever it stands: the others decide alone;
 *   <li>an {@code if} without else that ends in return or throw: it never leaves;
 *   <li>an arm of a switch that says true or false: it says the opposite;
 *   <li>an arm of a switch that names a set of phases, in a file that has the set {@code ALWAYS}: always;
 *   <li>a choice with {@code Optional.empty()} on one side: nothing is refused;
 *   <li>a choice that hands on a refusal ({@code x instanceof Outcome.Refused r ? r : …}): it goes on.
 * </ul>
 */
final class Guards extends TreeScanner<Void, String> {
  private final String file;
  private final String source;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<Guard> found = new ArrayList<>();

  private Guards(String file, String source, CompilationUnitTree unit, SourcePositions positions) {
    this.file = file;
    this.source = source;
    this.unit = unit;
    this.positions = positions;
  }

  /** Every guard of a file, in the order in which they stand there; no two have the same name. */
  static List<Guard> in(String file, String source) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, List.of(new SourceText(file, source)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      Guards guards = new Guards(file, source, unit, Trees.instance(task).getSourcePositions());
      guards.scan(unit, "");
      return withNamesOfTheirOwn(guards.found.stream().sorted(Comparator.comparingInt(Guard::from)).toList());
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

  @Override
  public Void visitMethod(MethodTree method, String outer) {
    return super.visitMethod(method, method.getName().toString());
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, String method) {
    if (call.getMethodSelect() instanceof MemberSelectTree select && isRule(select.getIdentifier().toString(), call)) {
      int from = end(select.getExpression());
      add(method, select.getIdentifier() + " " + condition(call), source.indexOf('.', from), from, end(call), "");
    }
    return super.visitMethodInvocation(call, method);
  }

  private static boolean isRule(String called, MethodInvocationTree call) {
    return switch (called) {
      case "require" -> call.getArguments().size() == 2;
      case "and", "filter" -> call.getArguments().size() == 1;
      default -> false;
    };
  }

  private String condition(MethodInvocationTree call) {
    ExpressionTree asked = call.getArguments().getFirst();
    return text(asked instanceof LambdaExpressionTree lambda ? lambda.getBody() : asked);
  }

  /** Of {@code a && b && c} the whole chain is looked at once, from its outermost operator. */
  @Override
  public Void visitBinary(BinaryTree binary, String method) {
    if (binary.getKind() == Kind.CONDITIONAL_AND || binary.getKind() == Kind.CONDITIONAL_OR) {
      List<ExpressionTree> operands = operands(binary, binary.getKind());
      for (int i = 0; i < operands.size(); i++) {
        String name = "operand " + text(operands.get(i));
        int from = i == 0 ? start(operands.getFirst()) : end(operands.get(i - 1));
        int to = i == 0 ? start(operands.get(1)) : end(operands.get(i));
        add(method, name, start(operands.get(i)), from, to, "");
      }
      operands.forEach(operand -> scan(operand, method));
      return null;
    }
    return super.visitBinary(binary, method);
  }

  private static List<ExpressionTree> operands(ExpressionTree tree, Kind operator) {
    if (tree.getKind() != operator) {
      return List.of(tree);
    }
    List<ExpressionTree> operands = new ArrayList<>(operands(((BinaryTree) tree).getLeftOperand(), operator));
    operands.addAll(operands(((BinaryTree) tree).getRightOperand(), operator));
    return operands;
  }

  @Override
  public Void visitIf(IfTree branch, String method) {
    if (branch.getElseStatement() == null && leaves(branch.getThenStatement())) {
      add(method, "if " + text(branch.getCondition()), start(branch), start(branch), end(branch), ";");
    }
    return super.visitIf(branch, method);
  }

  private static boolean leaves(StatementTree then) {
    boolean several = then instanceof BlockTree block && !block.getStatements().isEmpty();
    StatementTree last = several ? ((BlockTree) then).getStatements().getLast() : then;
    return last instanceof ReturnTree || last instanceof ThrowTree;
  }

  @Override
  public Void visitCase(CaseTree arm, String method) {
    Tree body = arm.getBody();
    Optional<String> instead = body == null ? Optional.empty() : otherwise(body);
    String name = text(arm).replaceFirst(";$", "");
    instead.ifPresent(other -> add(method, name, start(arm), start(body), end(body), other));
    return super.visitCase(arm, method);
  }

  private Optional<String> otherwise(Tree body) {
    if (body instanceof LiteralTree literal && literal.getValue() instanceof Boolean says) {
      return Optional.of(Boolean.toString(!says));
    }
    boolean phases = body instanceof IdentifierTree && source.contains(" ALWAYS = ") && !text(body).equals("ALWAYS");
    return phases ? Optional.of("ALWAYS") : Optional.empty();
  }

  @Override
  public Void visitConditionalExpression(ConditionalExpressionTree choice, String method) {
    String name = "choice " + text(choice.getCondition());
    goesOn(choice).ifPresent(side -> add(method, name, start(choice), start(choice), end(choice), text(side)));
    return super.visitConditionalExpression(choice, method);
  }

  /** The side of a choice on which nothing is refused, when it is that kind of choice. */
  private Optional<ExpressionTree> goesOn(ConditionalExpressionTree choice) {
    if (text(choice.getCondition()).contains("instanceof Outcome.Refused")) {
      return Optional.of(choice.getFalseExpression());
    }
    return List.of(choice.getTrueExpression(), choice.getFalseExpression()).stream()
        .filter(side -> text(side).equals("Optional.empty()"))
        .findFirst();
  }

  private void add(String method, String text, int at, int from, int to, String instead) {
    found.add(new Guard(file, method, (int) unit.getLineMap().getLineNumber(at), text, from, to, instead));
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  private String text(Tree tree) {
    return source.substring(start(tree), end(tree)).replaceAll("\\s+", " ");
  }
}
