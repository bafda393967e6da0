package homeward.mutation;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.Set;

/** Guards that are asked by calling something. */
final class Calls extends Finding {
  private static final Set<String> STAGES = Set.of("and", "filter", "takeWhile", "dropWhile", "limit", "skip");
  private static final Set<String> SIEVES = Set.of("removeIf", "removeAll", "retainAll");

  Calls(Text file) {
    super(file);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, String method) {
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      String called = select.getIdentifier().toString();
      if (isStage(called, call)) {
        int from = end(select.getExpression());
        add(method, called + " " + asked(call), source().indexOf('.', from), from, end(call), "");
      } else if (call.getArguments().size() == 1) {
        answers(call.getArguments().getFirst(), called, method, select.getExpression());
      }
    }
    return super.visitMethodInvocation(call, method);
  }

  /** A stage of a chain can be left out, and the chain goes on without it. */
  private static boolean isStage(String called, MethodInvocationTree call) {
    return called.equals("require") ? call.getArguments().size() == 2 : STAGES.contains(called) && call.getArguments().size() == 1;
  }

  private void answers(ExpressionTree argument, String called, String method, Tree of) {
    switch (called) {
      case "anyMatch", "allMatch" -> add(method, called + " " + asked(argument), argument, "_ -> true");
      case "noneMatch" -> add(method, called + " " + asked(argument), argument, "_ -> false");
      case "orElse" -> {
        if (argument instanceof LiteralTree literal && literal.getValue() instanceof Boolean says) {
          add(method, "orElse " + says + " of " + text(of), argument, Boolean.toString(!says));
        }
      }
      default -> {}
    }
  }

  private String asked(MethodInvocationTree call) {
    return asked(call.getArguments().getFirst());
  }

  private String asked(ExpressionTree argument) {
    return text(argument instanceof LambdaExpressionTree lambda ? lambda.getBody() : argument);
  }

  @Override
  public Void visitExpressionStatement(ExpressionStatementTree statement, String method) {
    if (statement.getExpression() instanceof MethodInvocationTree call && standsAlone(call)) {
      add(method, text(call), statement, ";");
    }
    return super.visitExpressionStatement(statement, method);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree lambda, String method) {
    if (lambda.getBody() instanceof MethodInvocationTree call && standsAlone(call)) {
      add(method, text(call), call, "{}");
    }
    return super.visitLambdaExpression(lambda, method);
  }

  /**
   * What is demanded of the parts of a record, by a call that throws, and what is taken out of a set. A rule in a chain has
   * two arguments and is neither.
   */
  private static boolean standsAlone(MethodInvocationTree call) {
    String called = called(call);
    boolean rule = called.equals("require") && call.getArguments().size() == 2;
    boolean demand = called.startsWith("require") && !rule && !called.equals("requireNonNull");
    return demand || SIEVES.contains(called);
  }

  private static String called(MethodInvocationTree call) {
    return switch (call.getMethodSelect()) {
      case MemberSelectTree select -> select.getIdentifier().toString();
      case IdentifierTree name -> name.getName().toString();
      default -> "";
    };
  }
}
