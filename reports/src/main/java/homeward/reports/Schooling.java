package homeward.reports;

import homeward.clauses.Telling;
import homeward.language.Language;
import homeward.learning.Group;
import homeward.learning.Lesson;
import homeward.learning.Network;
import homeward.learning.Weights;
import homeward.reports.SecondLook.Sight;
import homeward.reports.SecondLook.Sureness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Teaches a reader by marked reports. What is thought at first sight of a report is learnt from the other lots of reports,
 * never from its own, so that the second look meets first thoughts as good and as bad as it will in use.
 */
public final class Schooling {
  private static final double PENALTY = 10;
  private static final int SELDOM = 3;
  private static final int SELDOM_TOGETHER = 12;
  /** What is left to chance in learning is drawn from this. */
  private static final long SEED = 1949;
  private static final int NETWORKS = 3;
  private static final int PERCENT = 100;
  private static final int LOTS = 5;
  /** How far behind the decisive word a mark may stand, in characters. */
  private static final int BEHIND = 40;
  private static final Set<String> ON_A_BASIS = Set.of("exchanged", "agreed", "monthly_average", "average_per_exchange");
  private static final String STAGE = "stage";
  private static final Sight NO_CLAIM = new Sight(SecondLook.NONE, "", "", Sureness.FULL);

  private final List<Pupil> pupils;
  private final Progress progress;

  /** The numbers of one report, their traits, and what they were marked as. */
  private record Pupil(
      int lot, List<Met> numbers, List<List<String>> traits, Telling telling, List<Sight> marked, Group.Taught course) {
    /** What a person answered about the numbers beside one another, and beside what was thought of them. */
    Group.Taught having(List<Sight> thought) {
      return new Group.Taught(new Beside(numbers, thought, telling).group(traits), Map.of(
          Experience.WHAT, marked.stream().map(Sight::what).toList(),
          Experience.WHO, marked.stream().map(Sight::who).toList(),
          Experience.WHOSE, marked.stream().map(mark -> ON_A_BASIS.contains(mark.what()) ? mark.whose() : "").toList()));
    }
  }

  /** Told how far the learning has come. */
  @FunctionalInterface
  public interface Progress {
    /** So many of so many steps are done. */
    void at(String what, long done, long total);
  }

  private Schooling(List<Pupil> pupils, Progress progress) {
    this.pupils = pupils;
    this.progress = progress;
  }

  /**
   * Learns weights, as lines of a file.
   *
   * @param language the language of the reports
   * @param lots at least two lots of reports of which none tells of the same events as another; in each some number is
   *     marked as people who were exchanged
   * @param progress told what is being done
   */
  public static List<String> learn(Language language, List<List<MarkedText>> lots, Progress progress) {
    Reader reader = Reader.byRules(language);
    List<Pupil> pupils = new ArrayList<>();
    for (int lot = 0; lot < lots.size(); lot++) {
      for (MarkedText text : lots.get(lot)) {
        pupils.add(pupil(reader, text, lot % LOTS));
      }
      progress.at("lots read", lot + 1L, lots.size());
    }
    return new Schooling(pupils, progress).experience().lines();
  }

  private static Pupil pupil(Reader reader, MarkedText text, int lot) {
    Drafts drafts = reader.drafts(text.report(), text.sides());
    List<Met> numbers = drafts.numbers();
    List<String> parties = text.sides().names().stream().map(side -> side.id()).toList();
    Traits traits = new Traits(numbers, drafts.course(), parties);
    List<Sight> marked = numbers.stream().map(met -> marked(text.marks(), met)).toList();
    return new Pupil(lot, numbers, IntStream.range(0, numbers.size()).mapToObj(traits::of).toList(),
        drafts.telling(), marked, course(text.marks(), drafts.course()));
  }

  /**
   * Lessons about how far the exchange has come. A word that says the same as the marked one elsewhere in the report is
   * neither a good nor a bad example.
   */
  private static Group.Taught course(Map<Integer, MarkedText.Mark> marks, Course course) {
    Set<String> said = marks.values().stream().filter(mark -> mark.what().equals(STAGE)).map(mark -> mark.who().replace('_', ' '))
        .collect(Collectors.toSet());
    Set<Integer> marked = new HashSet<>();
    marks.forEach((at, mark) -> IntStream.range(0, course.places().size())
        .filter(i -> mark.what().equals(STAGE) && course.places().get(i).wording().equals(mark.who().replace('_', ' ')))
        .filter(i -> course.places().get(i).span().end() <= at && at - course.places().get(i).span().end() <= BEHIND)
        .boxed().max(Comparator.naturalOrder()).ifPresent(marked::add));
    List<String> answers = IntStream.range(0, course.places().size()).mapToObj(
        i -> marked.contains(i) ? Course.SAID : said.contains(course.places().get(i).wording()) ? "" : Course.NOT_SAID).toList();
    return new Group.Taught(course.group(), Map.of(Experience.COURSE, answers));
  }

  /** What a number is marked as. */
  private static Sight marked(Map<Integer, MarkedText.Mark> marks, Met met) {
    return IntStream.rangeClosed(met.span().start() + 1, met.span().end()).mapToObj(marks::get)
        .filter(mark -> mark != null && !mark.what().equals(STAGE))
        .findFirst().map(mark -> new Sight(mark.what(), mark.who(), mark.whose(), Sureness.FULL)).orElse(NO_CLAIM);
  }

  private Experience experience() {
    List<Group.Taught> grown = new ArrayList<>();
    for (int lot = 0; lot < LOTS; lot++) {
      int left = lot;
      Experience taught = new Experience(
          look(pupils.stream().filter(pupil -> pupil.lot() != left).toList()), List.of(), List.of());
      pupils.stream().filter(pupil -> pupil.lot() == left && !pupil.numbers().isEmpty())
          .forEach(pupil -> grown.add(pupil.having(new SecondLook(pupil.numbers(), pupil.traits(), pupil.telling(), taught).sights())));
      progress.at("first looks learnt", lot + 1L, LOTS + 1L);
    }
    Experience.Look first = look(pupils);
    progress.at("first looks learnt", LOTS + 1L, LOTS + 1L);
    List<Network> second = networks("second looks", grown, SELDOM_TOGETHER);
    List<Group.Taught> course = pupils.stream().map(Pupil::course).filter(lesson -> lesson.group().size() > 0).toList();
    boolean taught = course.stream().anyMatch(lesson -> lesson.given(Experience.COURSE).contains(Course.SAID));
    return new Experience(first, second, taught ? networks("course", course, SELDOM_TOGETHER) : List.of());
  }

  /** Networks taught the same from different beginnings. */
  private List<Network> networks(String what, List<Group.Taught> lessons, int seldom) {
    return IntStream.range(0, NETWORKS).parallel().mapToObj(i -> Network.learnt(lessons, seldom, SEED + i,
        percent -> progress.at(what + ", " + (i + 1) + " of " + NETWORKS + ", percent", percent, PERCENT))).toList();
  }

  /** Weights for the three questions, each learnt from the numbers to which it is put. */
  private static Experience.Look look(List<Pupil> pupils) {
    List<Lesson> what = new ArrayList<>();
    List<Lesson> who = new ArrayList<>();
    List<Lesson> whose = new ArrayList<>();
    for (Pupil pupil : pupils) {
      List<List<String>> known = pupil.traits();
      for (int i = 0; i < known.size(); i++) {
        Sight marked = pupil.marked().get(i);
        what.add(new Lesson(known.get(i), marked.what()));
        if (!marked.what().equals(SecondLook.NONE)) {
          who.add(new Lesson(known.get(i), marked.who()));
        }
        if (ON_A_BASIS.contains(marked.what())) {
          whose.add(new Lesson(known.get(i), marked.whose()));
        }
      }
    }
    List<Weights> weights = new ArrayList<>(new TreeMap<>(Map.of(0, what, 1, who, 2, whose)).values().parallelStream()
        .map(lessons -> Weights.learnt(lessons, PENALTY, SELDOM)).toList());
    return new Experience.Look(weights.get(0), weights.get(1), weights.get(2));
  }
}
