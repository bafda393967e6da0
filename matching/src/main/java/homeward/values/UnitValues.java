package homeward.values;

import homeward.names.Names;
import homeward.names.Word;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Units: the number that stands in them and what the letters say, by their skeletons. */
final class UnitValues extends Values {
  private final Strings texts = new Strings();
  private final Strings numbers = new Strings();
  private final Strings kinds = new Strings();
  private int[] numberOf = new int[1 << 6];
  private int[] kindOf = new int[1 << 6];

  @Override
  int read(String raw) {
    String cut = raw.length() > 80 ? raw.substring(0, 80) : raw;
    String number = number(cut);
    String letters = Names.surname(cut.replaceAll("[0-9]+", " "), false).words().stream()
        .map(Word::skeleton).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    if (number.isEmpty() && letters.isEmpty()) {
      return 0;
    }
    int before = texts.size();
    int code = texts.intern(Names.repaired(cut));
    if (code > before) {
      if (code >= numberOf.length) {
        numberOf = Arrays.copyOf(numberOf, code + (code >> 1));
        kindOf = Arrays.copyOf(kindOf, code + (code >> 1));
      }
      numberOf[code] = number.isEmpty() ? 0 : numbers.intern(number);
      kindOf[code] = letters.isEmpty() ? 0 : kinds.intern(letters);
    }
    return code;
  }

  /** The longest run of digits: in "в/ч А1234" and "95 омбр, 2 бат." it is the unit's. */
  private static String number(String text) {
    String longest = "";
    for (String run : text.split("[^0-9]+", -1)) {
      longest = run.length() > longest.length() ? run : longest;
    }
    return longest;
  }

  @Override
  public int level(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    if (one == other) {
      return 1;
    }
    boolean bothNumbered = numberOf[one] > 0 && numberOf[other] > 0;
    if (bothNumbered) {
      return numberOf[one] == numberOf[other] ? (kindOf[one] == kindOf[other] ? 1 : 2)
          : numbers.length(numberOf[one]) > 2 && Distance.between(numbers.get(numberOf[one]), numbers.get(numberOf[other])) == 1 ? 3 : 5;
    }
    if (numberOf[one] == numberOf[other] && kindOf[one] == kindOf[other]) {
      return 1;
    }
    boolean alike = kindOf[one] > 0 && kindOf[other] > 0
        && (kindOf[one] == kindOf[other] || Distance.between(kinds.get(kindOf[one]), kinds.get(kindOf[other])) < Distance.FAR);
    return alike ? 4 : 5;
  }

  @Override
  public void levels(int one, int[] others, int count, int[] levels) {
    for (int at = 0; at < count; at++) {
      int other = others[at];
      levels[at] = other == 0 ? 0 : other == one ? 1 : quickLevel(one, other);
    }
  }

  private int quickLevel(int one, int other) {
    int first = numberOf[one];
    int second = numberOf[other];
    if (first == 0 || second == 0) {
      return UNTOLD;
    }
    if (first == second) {
      return kindOf[one] == kindOf[other] ? 1 : 2;
    }
    int longer = numbers.length(first) - numbers.length(second);
    return longer == 0 ? (isOneDigitApart(first, second) ? 3 : 5) : longer > 1 || longer < -1 || numbers.length(first) <= 2 ? 5 : UNTOLD;
  }

  /** Of two numbers that are as long: one digit another, or two neighbours exchanged. */
  private boolean isOneDigitApart(int one, int other) {
    int length = numbers.length(one);
    int apart = 0;
    int last = -1;
    boolean exchanged = false;
    for (int at = 0; at < length; at++) {
      if (numbers.at(one, at) != numbers.at(other, at)) {
        exchanged = last == at - 1 && at > 0 && numbers.at(one, at) == numbers.at(other, last) && numbers.at(one, last) == numbers.at(other, at);
        last = at;
        apart++;
      }
    }
    return length > 2 && (apart == 1 || (apart == 2 && exchanged));
  }

  @Override
  public int group(int code) {
    return numberOf[code] > 0 ? numberOf[code] * 2 : kindOf[code] * 2 + 1;
  }

  @Override
  public long[] forms(int code) {
    return code == 0 ? NO_FORMS : new long[] {Hash.of(4, group(code))};
  }

  @Override
  public String text(int code) {
    return code == 0 ? "" : texts.get(code);
  }

  @Override
  int[] extent() {
    return new int[] {texts.size(), numbers.size(), kinds.size()};
  }

  @Override
  void forget(int[] extent) {
    super.forget(extent);
    texts.forget(extent[0]);
    numbers.forget(extent[1]);
    kinds.forget(extent[2]);
  }
}
