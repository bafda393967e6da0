package homeward.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as a guard, and that removing one leaves everything else as it was. */
class GuardsTest {
  private static List<String> names(String body) {
    return Guards.in("A.java", "class A { " + body + " }").stream().map(Guard::name).toList();
  }

  private static String without(String guard, String body) {
    return Guards.in("A.java", body).stream()
        .filter(each -> each.text().equals(guard))
        .map(each -> each.removedFrom(body))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRuleLeavesItsChain() {
    String chain = "class A { R f() { return begin().require(() -> a > 1, Too::new)\n.and(() -> more()).then(x); } }";
    assertThat(without("require a > 1", chain))
        .isEqualTo("class A { R f() { return begin()\n.and(() -> more()).then(x); } }");
    assertThat(without("and more()", chain))
        .isEqualTo("class A { R f() { return begin().require(() -> a > 1, Too::new).then(x); } }");
    assertThat(names("Object f() { return list.and(1, 2).require(x); }")).isEmpty();
  }

  @Test
  void aFilterLetsEverythingPass() {
    String stream = "class A { long f() { return all.filter(Wave::open).filter(w -> w.late()).count(); } }";
    assertThat(without("filter Wave::open", stream)).contains("all.filter(w -> w.late()).count()");
    assertThat(without("filter w.late()", stream)).contains("all.filter(Wave::open).count()");
  }

  @Test
  void anOperandLeavesTheOthers() {
    String three = "class A { boolean f() { return a && (b || c) && d; } }";
    assertThat(names(three)).containsExactly(
        "A.java f: operand a",
        "A.java f: operand (b || c)",
        "A.java f: operand b",
        "A.java f: operand c",
        "A.java f: operand d");
    assertThat(without("operand a", three)).isEqualTo("class A { boolean f() { return (b || c) && d; } }");
    assertThat(without("operand (b || c)", three)).isEqualTo("class A { boolean f() { return a && d; } }");
    assertThat(without("operand c", three)).isEqualTo("class A { boolean f() { return a && (b) && d; } }");
    assertThat(without("operand d", three)).isEqualTo("class A { boolean f() { return a && (b || c); } }");
  }

  @Test
  void anIfThatLeavesNeverDoes() {
    assertThat(names("void f() { if (a) { g(); return; } if (b) throw x; }"))
        .containsExactly("A.java f: if (a)", "A.java f: if (b)");
    assertThat(without("if (a)", "class A { void f() { if (a) { return; } g(); } }"))
        .isEqualTo("class A { void f() { ; g(); } }");
  }

  @Test
  void anyOtherIfIsAlwaysEntered() {
    assertThat(names("void f() { if (a) { g(); } }")).containsExactly("A.java f: if (a): always");
    assertThat(without("if (a): always", "class A { void f() { if (a) { g(); } h(); } }"))
        .isEqualTo("class A { void f() { if (true) { g(); } h(); } }");
  }

  @Test
  void anIfWithElseGoesEitherWay() {
    String both = "class A { void f() { if (a) { return; } else { g(); } } }";
    assertThat(without("if (a): always", both)).contains("if (true) { return; } else");
    assertThat(without("if (a): never", both)).contains("if (false) { return; } else");
  }

  @Test
  void whatIsDemandedOfAPartAndWhatIsTakenOutIsLeftOut() {
    String statements =
        "class A { void f() { Codes.requireThat(a > 1, b); all.forEach(x -> Codes.requireCode(x, c)); left.removeIf(A::late);"
            + " Objects.requireNonNull(x); return left.removeAll(x) ? 1 : 2; } }";
    assertThat(without("Codes.requireThat(a > 1, b)", statements)).contains("{ ; all.forEach(");
    assertThat(without("Codes.requireCode(x, c)", statements)).contains("all.forEach(x -> {});");
    assertThat(without("left.removeIf(A::late)", statements)).contains("c)); ; Objects");
    assertThat(names("void f() { Objects.requireNonNull(x); g(left.removeAll(x)); }")).isEmpty();
  }

  @Test
  void aMatchFitsEverythingAndWhatIsMissingAnswersTheOpposite() {
    String asked = "class A { boolean f() { return g(a.anyMatch(x -> x > 1), b.noneMatch(A::late), c.orElse(false), d.orElse(0)); } }";
    assertThat(without("anyMatch x > 1", asked)).contains("a.anyMatch(_ -> true)");
    assertThat(without("noneMatch A::late", asked)).contains("b.noneMatch(_ -> false)");
    assertThat(without("orElse false of c", asked)).contains("c.orElse(true), d.orElse(0)");
  }

  @Test
  void whatARecordDemandsIsCalledAfterTheRecord() {
    String nested = "void f() {} record B(int x) { B { Codes.requireThat(x > 1, c); } }";
    assertThat(names(nested)).containsExactly("A.java B: Codes.requireThat(x > 1, c)");
  }

  @Test
  void anArmThatSaysTrueOrFalseSaysTheOpposite() {
    String arms = "class A { boolean f() { return switch (x) { case B, C -> true; case D d -> g(d); }; } }";
    assertThat(names(arms))
        .containsExactly("A.java f: case B -> true", "A.java f: case C -> true", "A.java f: case B, C -> true");
    assertThat(without("case B, C -> true", arms)).contains("case B, C -> false; case D d -> g(d);");
    assertThat(without("case C -> true", arms)).contains("{ case C -> false; case B -> true; case D d -> g(d);");
  }

  @Test
  void aSetOfPhasesBecomesAlways() {
    String arms = "Object f() { return switch (x) { case B b -> EARLY; case C c -> ALWAYS; }; }";
    assertThat(names("Object ALWAYS = 1; " + arms)).containsExactly("A.java f: case B b -> EARLY");
    assertThat(without("case B b -> EARLY", "class A { Object ALWAYS = 1; " + arms + "}")).contains("case B b -> ALWAYS;");
    assertThat(names(arms)).isEmpty();
  }

  @Test
  void anArmWithAConditionIsNeverTaken() {
    String arms = "class A { Object f() { return switch (x) { case B b when b.c() -> 1; case B b -> 2; }; } }";
    assertThat(without("when b.c()", arms)).contains("case B b when Boolean.parseBoolean(\"never\") -> 1;");
  }

  @Test
  void aChoiceGoesEitherWay() {
    String choices = "class A { void f() { g(c instanceof Refused r ? r : d); g(e ? 1 : 2); } }";
    assertThat(without("choice c instanceof Refused r: never", choices)).contains("g(d); g(e ? 1 : 2);");
    assertThat(without("choice e: always", choices)).contains(" : d); g(1);");
  }

  @Test
  void theSameConditionTwiceInAMethodHasTwoNames() {
    assertThat(names("boolean f() { return a && b; } void g() { if (a) return; h(a && a); }")).containsExactly(
        "A.java f: operand a", "A.java f: operand b", "A.java g: if (a)", "A.java g: operand a", "A.java g: operand a [2]");
  }

  @Test
  void aGuardIsShownInOneLineAndKnowsItsOwn() {
    String source = "class A {\n void f() {\n  begin()\n   .require(\n    () -> a\n     > 1,\n    b);\n } }";
    Guard guard = Guards.in("A.java", source).getFirst();
    assertThat(guard.line()).isEqualTo(4);
    assertThat(guard.text()).isEqualTo("require a > 1");
  }
}
