package homeward.agreement;

import homeward.exchange.Function;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who takes part, as the file has it: sides, third parties, functions, and who opens and begins. */
record ReadingParties(List<Agreement.Party> sides, List<Agreement.Party> thirdParties, String opens, String begins) {
  private static final int MOST_THIRD_PARTIES = 20;

  static ReadingParties of(Form top, Findings findings) {
    top.requireLength("sides", 2, 2, "[{\"id\": \"A\"}, {\"id\": \"B\"}]");
    List<Agreement.Party> sides = top.each("sides", Written.PARTY).stream().map(ReadingParties::party).toList();
    List<Agreement.Party> thirdParties = top.each("thirdParties", Written.PARTY).stream().map(ReadingParties::party).toList();
    if (thirdParties.size() > MOST_THIRD_PARTIES) {
      findings.add("thirdParties", new Fault.WrongLength(thirdParties.size(), 0, MOST_THIRD_PARTIES));
    }
    List<Function> vacant = top.values("vacant", Kind.word(Fault.Unknown.What.FUNCTION, Written.FUNCTIONS));
    if (!findings.none() || sides.size() != 2) {
      return new ReadingParties(sides, thirdParties, "", "");
    }
    Kind<String> side = Kind.word(Fault.Unknown.What.SIDE, Written.each(ids(sides), id -> id));
    String opens = top.optional("opens", side).orElseGet(() -> firstWithNode(sides));
    String begins = top.optional("begins", side).orElse(sides.getFirst().id());
    ReadingParties read = new ReadingParties(sides, thirdParties, opens, begins).withKeeper(vacant);
    read.check(vacant, findings);
    return read;
  }

  static List<String> ids(List<Agreement.Party> parties) {
    return parties.stream().map(Agreement.Party::id).toList();
  }

  private static Agreement.Party party(Form form) {
    String id = form.required("id", "\"A\"", Kind.id());
    String name = form.optional("name", Kind.text(Written.LONGEST_NAME)).orElse(id);
    boolean onPaper = form.optional("onPaper", Kind.flag()).orElse(false);
    List<Function> functions = form.values("functions", Kind.word(Fault.Unknown.What.FUNCTION, Written.FUNCTIONS));
    return new Agreement.Party(id, name, onPaper, sorted(functions));
  }

  private static SortedSet<Function> sorted(List<Function> functions) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(functions));
  }

  private static String firstWithNode(List<Agreement.Party> sides) {
    return sides.stream().filter(side -> !side.onPaper()).findFirst().orElse(sides.getFirst()).id();
  }

  /** Where no third party has a node, the side that opens keeps the transcript itself. */
  private ReadingParties withKeeper(List<Function> vacant) {
    boolean held = all().anyMatch(party -> party.functions().contains(Function.KEEPER));
    boolean asked = held || vacant.contains(Function.KEEPER) || !thirdParties.stream().allMatch(Agreement.Party::onPaper);
    return asked
        ? this
        : new ReadingParties(
            sides.stream().map(side -> side.id().equals(opens) ? keeping(side) : side).toList(), thirdParties, opens, begins);
  }

  private static Agreement.Party keeping(Agreement.Party side) {
    List<Function> functions = new ArrayList<>(side.functions());
    functions.add(Function.KEEPER);
    return new Agreement.Party(side.id(), side.name(), side.onPaper(), sorted(functions));
  }

  Stream<Agreement.Party> all() {
    return Stream.concat(sides.stream(), thirdParties.stream());
  }

  private void check(List<Function> vacant, Findings findings) {
    idsOnce(findings);
    functionsOnce(vacant, findings);
    if (sides.stream().allMatch(Agreement.Party::onPaper)) {
      findings.add("sides", new Fault.BothOnPaper());
      return;
    }
    sides.stream().filter(side -> side.id().equals(opens) && side.onPaper())
        .forEach(side -> findings.add("opens", new Fault.OpenerOnPaper(opens)));
    keeper(findings);
  }

  private void keeper(Findings findings) {
    if (all().noneMatch(party -> party.functions().contains(Function.KEEPER))) {
      findings.add(thirdParties.isEmpty() ? "sides" : "thirdParties", new Fault.NoKeeper());
    }
    located().forEach((path, party) -> {
      if (party.onPaper() && party.functions().contains(Function.KEEPER)) {
        findings.add(path + ".functions", new Fault.KeeperOnPaper(party.id()));
      }
    });
  }

  /** Ids name files, and not every file system tells capital letters from small ones. */
  private void idsOnce(Findings findings) {
    List<String> seen = new ArrayList<>();
    located().forEach((path, party) -> {
      String id = party.id().toLowerCase(Locale.ROOT);
      if (seen.contains(id)) {
        findings.add(path + ".id", new Fault.Twice(party.id()));
      } else if (id.equals("day")) {
        findings.add(path + ".id", new Fault.Reserved(party.id()));
      }
      seen.add(id);
    });
  }

  private void functionsOnce(List<Function> vacant, Findings findings) {
    Map<Function, String> holders = new LinkedHashMap<>();
    located().forEach((path, party) -> party.functions().forEach(function -> {
      String before = holders.putIfAbsent(function, party.id());
      if (before != null) {
        findings.add(path + ".functions", new Fault.HeldTwice(function, before, party.id()));
      } else if (vacant.contains(function)) {
        findings.add("vacant", new Fault.HeldAndVacant(function, party.id()));
      }
    }));
  }

  private SequencedMap<String, Agreement.Party> located() {
    SequencedMap<String, Agreement.Party> located = new LinkedHashMap<>();
    for (int i = 0; i < sides.size(); i++) {
      located.put(Lines.item("sides", i + 1), sides.get(i));
    }
    for (int i = 0; i < thirdParties.size(); i++) {
      located.put(Lines.item("thirdParties", i + 1), thirdParties.get(i));
    }
    return located;
  }
}
