package homeward.language;

import homeward.language.Chunk.Content;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Chunk.Content.Named;
import homeward.language.Quantity.Qualifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Joins tokens to dates, numbers, names and phrases, and numbers to the people they count. */
final class Chunker {
  static final String NUMBER = "N";
  private static final int FARTHEST_NOUN = 8;

  private final Lexicon lexicon;
  private final Places places;
  private final List<Token> tokens;
  private final List<Chunk> chunks = new ArrayList<>();

  private Chunker(Lexicon lexicon, Places places, List<Token> tokens) {
    this.lexicon = lexicon;
    this.places = places;
    this.tokens = tokens;
  }

  static List<Chunk> chunks(Lexicon lexicon, Places places, List<Token> tokens) {
    Chunker chunker = new Chunker(lexicon, places, tokens);
    int at = 0;
    while (at < tokens.size()) {
      at += chunker.take(at);
    }
    return chunker.countPeople();
  }

  /** Takes the chunk that begins at a token and says how many tokens it took. */
  private int take(int at) {
    var date = new Dates(lexicon, tokens).at(at);
    if (date.isPresent()) {
      Set<String> classes = date.get().respun() ? Set.of("date", Lexicon.RESPUN) : Set.of("date");
      return add(at, date.get().length(), classes, new Content.Dated(date.get().moment()));
    }
    Lexicon.Entry entry = lexicon.longest(tokens, at);
    var number = entry.words().size() > 1 ? Optional.<Numbers.Found>empty() : new Numbers(lexicon, tokens).at(at);
    if (number.isPresent()) {
      Quantity quantity = number.get().quantity();
      return add(at, number.get().length(), Set.of(NUMBER),
          new Counted(quantity, "", "", false, number.get().inWords()));
    }
    Places.Found place = places.at(tokens, at);
    if (place.length() > 0 && place.length() >= entry.words().size()) {
      return add(at, place.length(), Set.of("side"), new Named(place.side()));
    }
    return add(at, Math.max(1, entry.words().size()), entry.classes(), content(entry));
  }

  private static Content content(Lexicon.Entry entry) {
    for (String name : entry.classes()) {
      if (name.startsWith("when:")) {
        return new Content.Dated(Moment.of(Moment.Kind.valueOf(name.substring(5))));
      }
    }
    return Chunk.WORDS;
  }

  private int add(int at, int length, Set<String> classes, Content content) {
    Token first = tokens.get(at);
    Token last = tokens.get(at + length - 1);
    StringBuilder form = new StringBuilder(first.form());
    for (int i = at + 1; i < at + length; i++) {
      form.append(' ').append(tokens.get(i).form());
    }
    Set<String> all = new HashSet<>(classes);
    if (first.capital()) {
      all.add("capital");
    }
    if (content instanceof Content.Dated) {
      all.add("date");
    }
    if (length == 1 && first.form().endsWith("th") && Character.isDigit(first.form().charAt(0))) {
      all.add("ordinal");
    }
    chunks.add(new Chunk(form.toString(), new Span(first.start(), last.end()), all, content));
    return length;
  }

  private List<Chunk> countPeople() {
    List<Chunk> phrases = new ArrayList<>();
    int at = 0;
    while (at < chunks.size()) {
      if (chunks.get(at).content() instanceof Counted bare) {
        Phrase phrase = new Phrase(at, bare);
        phrase.bound(at);
        phrase.qualify(phrases);
        phrase.qualifyAfter();
        phrase.findPeople();
        phrase.shareWithLower(phrases);
        phrases.add(phrase.chunk());
        at = phrase.end;
      } else {
        phrases.add(chunks.get(at++));
      }
    }
    return phrases;
  }

  /** A number that takes in the qualifier before it and the people after it. */
  private final class Phrase {
    private Span span;
    private int end;
    private Quantity quantity;
    private String category = "";
    private String side = "";
    private boolean plainNoun;
    private boolean bothSides;
    private boolean upper;
    private final boolean inWords;
    private final Set<String> classes = new HashSet<>(Set.of(NUMBER));

    Phrase(int at, Counted bare) {
      this.span = chunks.get(at).span();
      this.end = at + 1;
      this.quantity = bare.quantity();
      this.inWords = bare.inWords();
    }

    /** "Between 8,000 and 10,000": no fewer than the one, no more than the other. */
    void bound(int at) {
      upper = bounded(at - 3, at - 2, at);
      if (upper) {
        quantity = quantity.as(Qualifier.UP_TO);
      } else if (bounded(at - 1, at, at + 2)) {
        quantity = quantity.as(Qualifier.AT_LEAST);
      }
    }

    /** "Between 8,000 and 10,000 soldiers": the lower bound counts the same people. */
    void shareWithLower(List<Chunk> before) {
      int at = before.size() - 2;
      if (upper && at >= 0 && before.get(at).content() instanceof Counted lower && lower.category().isEmpty()) {
        before.set(at, new Chunk("n", before.get(at).span(), before.get(at).classes(),
            new Counted(lower.quantity(), category, side, plainNoun, lower.inWords())));
      }
    }

    private boolean bounded(int between, int low, int high) {
      return between >= 0 && high < chunks.size() && lexicon.listed("bounding", chunks.get(between).form())
          && chunks.get(low).content() instanceof Counted && lexicon.listed("joining", chunks.get(low + 1).form())
          && chunks.get(high).content() instanceof Counted;
    }

    /** Swallows the qualifiers that stand directly before: "well over", "a total of about". */
    void qualify(List<Chunk> before) {
      while (!before.isEmpty()) {
        Chunk last = before.getLast();
        Qualifier found = qualifier(last);
        if (found == Qualifier.EXACT) {
          return;
        }
        quantity = quantity.as(found);
        span = span.with(last.span());
        before.removeLast();
      }
    }

    /** Takes in the qualifier behind: "8,000 or more". */
    void qualifyAfter() {
      Qualifier found = end < chunks.size() && lexicon.listed("trailing", chunks.get(end).form()) ? qualifier(chunks.get(end)) : Qualifier.EXACT;
      if (found != Qualifier.EXACT) {
        quantity = quantity.as(found);
        span = span.with(chunks.get(end).span());
        end++;
      }
    }

    private static Qualifier qualifier(Chunk chunk) {
      for (Qualifier qualifier : Qualifier.values()) {
        if (chunk.is(qualifier.name().toLowerCase(Locale.ROOT))) {
          return qualifier;
        }
      }
      return Qualifier.EXACT;
    }

    /** "31 injured soldiers", "31 wounded Norlandic soldiers": the wounded may be named by an adjective. */
    private boolean wounded(int at) {
      boolean named = at + 1 < chunks.size() && (chunks.get(at + 1).content() instanceof Named || chunks.get(at + 1).is("modifier"));
      int noun = named ? at + 2 : at + 1;
      return chunks.get(at).is("woundedone") && noun < chunks.size() && noun(chunks.get(noun));
    }

    void findPeople() {
      int strange = 0;
      for (int at = end; at < Math.min(chunks.size(), end + FARTHEST_NOUN); at++) {
        Chunk chunk = chunks.get(at);
        if (noun(chunk) && !wounded(at)) {
          takePeople(at);
          return;
        }
        boolean name = chunk.content() instanceof Named;
        boolean listed = chunk.is("modifier") || wounded(at) || chunk.is("we") || chunk.is("army") || betweenNames(at);
        strange += name || listed || chunk.is("capital") ? 0 : 1;
        boolean word = chunk.classes().isEmpty() || chunk.classes().equals(Set.of("capital"));
        boolean breaks = lexicon.listed("nounbreak", chunk.form()) || !Character.isLetter(chunk.form().charAt(0));
        if (!name && !listed && (!word || breaks || strange > 1)) {
          return;
        }
      }
    }

    /** "600 Norlandic and Vestrian soldiers". */
    private boolean betweenNames(int at) {
      return lexicon.listed("joining", chunks.get(at).form()) && at + 1 < chunks.size()
          && chunks.get(at - 1).content() instanceof Named && chunks.get(at + 1).content() instanceof Named;
    }

    private void takePeople(int noun) {
      for (int at = end; at < noun; at++) {
        note(chunks.get(at));
        if (lexicon.listed("ofword", chunks.get(at).form()) && lexicon.listed("partitive", chunks.get(at + 1).form())) {
          classes.add("ofthose");
        }
      }
      int at = noun;
      while (at < chunks.size() && noun(chunks.get(at)) && (at == noun || !chunks.get(at).is("woundedone"))) {
        category = narrower(category, chunks.get(at));
        note(chunks.get(at));
        at++;
      }
      category = category.equals("men") && classes.contains("we") ? "all" : category;
      end = joined(at);
      span = span.with(chunks.get(end - 1).span());
    }

    /** "prisoners and civilians", "soldiers, border guards and sailors": one number over several kinds. */
    private int joined(int after) {
      int next = after;
      while (next + 1 < chunks.size() && (lexicon.listed("joining", chunks.get(next).form()) || chunks.get(next).form().equals(","))) {
        int noun = next + 1;
        while (noun < chunks.size() && noun < next + 3 && !noun(chunks.get(noun))
            && (chunks.get(noun).is("modifier") || chunks.get(noun).content() instanceof Named)) {
          noun++;
        }
        if (noun >= chunks.size() || !noun(chunks.get(noun))) {
          return next;
        }
        category = category.equals(categoryOf(chunks.get(noun))) ? category : "all";
        boolean others = chunks.get(noun).content() instanceof Named name && !side.isEmpty() && !side.equals(name.side());
        side = others ? "" : side;
        next = noun + 1;
      }
      return next;
    }

    private void note(Chunk chunk) {
      if (chunk.content() instanceof Named name) {
        bothSides |= !side.isEmpty() && !side.equals(name.side());
        side = side.isEmpty() ? name.side() : side;
      }
      if (chunk.is("woundedone")) {
        category = "wounded";
      }
      for (String kept : List.of("part", "we", Lexicon.RESPUN)) {
        if (chunk.is(kept)) {
          classes.add(kept);
        }
      }
      if (lexicon.listed("possessive", chunk.form())) {
        classes.add("own");
      }
      if (chunk.is("give") || chunk.is("trade")) {
        classes.add("deed");
      }
      plainNoun |= chunk.is("who:all") && !chunk.is("anybody");
    }

    Chunk chunk() {
      if (bothSides) {
        classes.add("bothsided");
      }
      return new Chunk("n", span, classes, new Counted(quantity, category, bothSides ? "" : side, plainNoun, inWords));
    }
  }

  private static boolean noun(Chunk chunk) {
    boolean people = chunk.content() instanceof Named && chunk.form().endsWith("s") && !chunk.form().endsWith("us");
    return people || !categoryOf(chunk).isEmpty();
  }

  /** The category of a noun; the people of a side ("Norlanders") are people. */
  private static String categoryOf(Chunk chunk) {
    for (String name : chunk.classes()) {
      if (name.startsWith("who:")) {
        return name.substring(4);
      }
    }
    return chunk.content() instanceof Named && chunk.form().endsWith("s") ? "all" : "";
  }

  private static String narrower(String before, Chunk noun) {
    String category = categoryOf(noun);
    return before.isEmpty() || before.equals("all") ? category : before;
  }
}
