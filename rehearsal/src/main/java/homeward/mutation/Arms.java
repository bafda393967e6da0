package homeward.mutation;

import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.stream.Collectors;

/** Guards that are arms of a switch. */
final class Arms extends Finding {
  Arms(Text file) {
    super(file);
  }

  @Override
  public Void visitCase(CaseTree arm, String method) {
    String name = text(arm).replaceFirst(";$", "");
    if (arm.getBody() instanceof LiteralTree literal && literal.getValue() instanceof Boolean says) {
      add(method, name, literal, Boolean.toString(!says));
      words(arm, says, method);
    }
    if (arm.getBody() instanceof IdentifierTree set && isSetOfPhases(set)) {
      add(method, name, set, "ALWAYS");
    }
    if (arm.getGuard() != null) {
      add(method, "when " + text(arm.getGuard()), arm.getGuard(), "Boolean.parseBoolean(\"never\")");
    }
    return super.visitCase(arm, method);
  }

  /** Of several words that say the same, each says the opposite once, in an arm of its own before the others. */
  private void words(CaseTree arm, boolean says, String method) {
    List<? extends CaseLabelTree> labels = arm.getLabels();
    for (CaseLabelTree label : labels) {
      if (labels.size() > 1) {
        String others = labels.stream().filter(other -> other != label).map(this::text).collect(Collectors.joining(", "));
        String instead = "case " + text(label) + " -> " + !says + "; case " + others + " -> " + says + ";";
        add(method, "case " + text(label) + " -> " + says, arm, instead);
      }
    }
  }

  private boolean isSetOfPhases(Tree body) {
    return source().contains(" ALWAYS = ") && !text(body).equals("ALWAYS");
  }
}
