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
  int size() {
    return texts.size();
  }

  @Override
  void forget(int kept) {
    super.forget(kept);
    texts.forget(kept);
  }
}
