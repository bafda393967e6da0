package homeward.mutation;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Walks through a file and notes guards of some kinds, each under the method (or the type) in which it stands. */
abstract class Finding extends TreeScanner<Void, String> {
  private final Text file;
  private final List<Guard> found = new ArrayList<>();
  private String type = "";

  /** A source file, read. */
  record Text(String name, String source, CompilationUnitTree unit, SourcePositions positions) {}

  Finding(Text file) {
    this.file = file;
  }

  Stream<Guard> found(CompilationUnitTree unit) {
    scan(unit, "");
    return found.stream();
  }

  @Override
  public Void visitClass(ClassTree declared, String outer) {
    String around = type;
    type = declared.getSimpleName().toString();
    super.visitClass(declared, type);
    type = around;
    return null;
  }

  /** What a record asks of its parts stands in a constructor, and that is called after the record. */
  @Override
  public Void visitMethod(MethodTree method, String outer) {
    boolean constructor = method.getName().contentEquals("<init>");
    return super.visitMethod(method, constructor ? type : method.getName().toString());
  }

  /** Notes that the whole tree is to be replaced. */
  final void add(String method, String text, Tree tree, String instead) {
    add(method, text, start(tree), start(tree), end(tree), instead);
  }

  final void add(String method, String text, int at, int from, int to, String instead) {
    int line = (int) file.unit().getLineMap().getLineNumber(at);
    found.add(new Guard(file.name(), method, line, text, from, to, instead));
  }

  final String source() {
    return file.source();
  }

  final int start(Tree tree) {
    return (int) file.positions().getStartPosition(file.unit(), tree);
  }

  final int end(Tree tree) {
    return (int) file.positions().getEndPosition(file.unit(), tree);
  }

  final String text(Tree tree) {
    return source().substring(start(tree), end(tree)).replaceAll("\\s+", " ");
  }
}
