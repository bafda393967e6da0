package homeward.mutation;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import java.util.ArrayList;
import java.util.List;

/** Guards that are conditions: operands, ifs and choices. */
final class Conditions extends Finding {
  Conditions(Text file) {
    super(file);
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
    String name = "if " + text(branch.getCondition());
    if (branch.getElseStatement() != null) {
      add(method, name + ": always", branch.getCondition(), "(true)");
      add(method, name + ": never", branch.getCondition(), "(false)");
    } else if (leaves(branch.getThenStatement())) {
      add(method, name, branch, ";");
    } else {
      add(method, name + ": always", branch.getCondition(), "(true)");
    }
    return super.visitIf(branch, method);
  }

  private static boolean leaves(StatementTree then) {
    boolean several = then instanceof BlockTree block && !block.getStatements().isEmpty();
    StatementTree last = several ? ((BlockTree) then).getStatements().getLast() : then;
    return last instanceof ReturnTree || last instanceof ThrowTree;
  }

  @Override
  public Void visitConditionalExpression(ConditionalExpressionTree choice, String method) {
    String name = "choice " + text(bare(choice.getCondition()));
    add(method, name + ": always", choice, text(choice.getTrueExpression()));
    add(method, name + ": never", choice, text(choice.getFalseExpression()));
    return super.visitConditionalExpression(choice, method);
  }

  private static Tree bare(ExpressionTree condition) {
    return condition instanceof ParenthesizedTree in ? in.getExpression() : condition;
  }
}
