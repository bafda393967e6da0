package homeward;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One Java file, read by the compiler's own parser, so that the house counts what the compiler sees. */
record Source(String name, String text, String room, int imports, List<Type> types, List<Method> methods) {
  /** A type at any depth; parameters are the components of a record, else 0. */
  record Type(String name, boolean top, boolean visible, int components) {}

  /** A method or constructor; lines from its first annotation to its closing brace. */
  record Method(String name, int lines, int parameters, boolean ofRecord) {}

  private static final Pattern NOT_CODE = Pattern.compile(
      "\"\"\"[\\s\\S]*?\"\"\"|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'(?:\\\\.[^'\\n]*|[^'\\\\\\n])'"
          + "|//[^\\n]*|/\\*[\\s\\S]*?\\*/");

  static Source parse(String name, String text) {
    CompilationUnitTree unit = unit(name, text);
    var found = new Finder(unit);
    found.scan(unit, null);
    String room = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    return new Source(name, text, room, unit.getImports().size(), found.types, found.methods);
  }

  private static CompilationUnitTree unit(String name, String text) {
    var file = new SimpleJavaFileObject(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
    var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, null, List.of("-proc:none"), null, List.of(file));
    try {
      return task.parse().iterator().next();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  boolean isTest() {
    return name.contains("src/test/");
  }

  boolean isPackageInfo() {
    return name.endsWith("package-info.java");
  }

  /** The text with comments and the contents of literals blanked, line by line where it was. */
  String code() {
    Matcher matcher = NOT_CODE.matcher(text);
    return matcher.replaceAll(hit -> {
      boolean comment = hit.group().startsWith("/");
      return (comment ? "" : "\"\"") + "\n".repeat((int) hit.group().chars().filter(c -> c == '\n').count());
    });
  }

  /** Lines with code on them; a text block counts all its lines. */
  long codeLines() {
    Matcher matcher = NOT_CODE.matcher(text);
    String bare = matcher.replaceAll(
        hit -> hit.group().startsWith("/") ? hit.group().replaceAll("[^\\n]", "") : Matcher.quoteReplacement(hit.group()));
    return bare.lines().filter(line -> !line.isBlank()).count();
  }

  private static final class Finder extends TreeScanner<@Nullable Void, @Nullable ClassTree> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Type> types = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();

    Finder(CompilationUnitTree unit) {
      this.unit = unit;
      this.positions = Trees.instance(ToolProvider.getSystemJavaCompiler()
              .getTask(null, null, null, null, null, List.of()))
          .getSourcePositions();
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable ClassTree outer) {
      if (!type.getSimpleName().isEmpty()) {
        boolean visible = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
        types.add(new Type(type.getSimpleName().toString(), outer == null, visible, components(type)));
      }
      return super.visitClass(type, type);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable ClassTree outer) {
      String name = method.getName().contentEquals("<init>") ? "constructor" : method.getName().toString();
      String owner = outer == null ? "" : outer.getSimpleName() + ".";
      boolean ofRecord = outer != null && outer.getKind() == Kind.RECORD && name.equals("constructor");
      methods.add(new Method(owner + name, lines(method), method.getParameters().size(), ofRecord));
      return super.visitMethod(method, outer);
    }

    /** The components of a record are its only fields that are not static. */
    private static int components(ClassTree type) {
      return type.getKind() != Kind.RECORD ? 0 : (int) type.getMembers().stream()
          .filter(member -> member instanceof VariableTree field
              && !field.getModifiers().getFlags().contains(Modifier.STATIC))
          .count();
    }

    private int lines(MethodTree method) {
      long from = positions.getStartPosition(unit, method);
      long to = positions.getEndPosition(unit, method);
      return (int) (unit.getLineMap().getLineNumber(to) - unit.getLineMap().getLineNumber(from) + 1);
    }
  }
}
