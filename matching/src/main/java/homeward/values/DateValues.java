package homeward.values;

/** Days, months and years. The code is the date itself: year, month and day packed, 0 for a part that is not known. */
final class DateValues extends Values {
  private static final int EARLIEST = 1850;
  private static final int LATEST = 2150;

  @Override
  int read(String raw) {
    int[] numbers = new int[3];
    int[] lengths = new int[3];
    int count = 0;
    boolean within = false;
    for (int i = 0; i < Math.min(raw.length(), 40); i++) {
      char c = raw.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (digit && !within) {
        count++;
      }
      within = digit;
      if (count > 3) {
        break;
      }
      if (digit) {
        numbers[count - 1] = numbers[count - 1] * 10 + (c - '0');
        lengths[count - 1]++;
      }
      if (digit && lengths[count - 1] > 8) {
        return 0;
      }
    }
    return ordered(numbers, lengths, count);
  }

  private static int ordered(int[] numbers, int[] lengths, int count) {
    if (lengths[0] == 8) {
      return packed(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100);
    }
    if (lengths[0] == 4) {
      return packed(numbers[0], numbers[1], numbers[2]);
    }
    if (count >= 3 && lengths[2] == 4) {
      return packed(numbers[2], numbers[1], numbers[0]);
    }
    return count == 2 && lengths[1] == 4 ? packed(numbers[1], numbers[0], 0) : 0;
  }

  /** A day that no calendar has keeps its numbers: 31 February is a slip of somebody who knew a day. */
  private static int packed(int year, int month, int day) {
    if (year < EARLIEST || year > LATEST) {
      return 0;
    }
    boolean exchanged = month > 12 && day >= 1 && day <= 12 && month <= 31;
    int realMonth = exchanged ? day : month > 12 ? 0 : month;
    int realDay = exchanged ? month : day > 31 || realMonth == 0 ? 0 : day;
    return year << 9 | realMonth << 5 | realDay;
  }

  static int year(int code) {
    return code >>> 9;
  }

  static int month(int code) {
    return code >>> 5 & 15;
  }

  static int day(int code) {
    return code & 31;
  }

  @Override
  public int level(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    boolean whole = day(one) > 0 && day(other) > 0;
    return one == other && whole ? 1 : whole ? days(one, other) : partial(one, other);
  }

  @Override
  public void levels(int one, int[] others, int count, int[] levels) {
    for (int at = 0; at < count; at++) {
      levels[at] = level(one, others[at]);
    }
  }

  private static int partial(int one, int other) {
    if (year(one) != year(other)) {
      return Math.abs(year(one) - year(other)) == 1 ? 11 : 12;
    }
    boolean months = month(one) > 0 && month(other) > 0;
    return !months ? 6 : month(one) == month(other) ? 5 : 10;
  }

  private static int days(int one, int other) {
    boolean sameYear = year(one) == year(other);
    if (sameYear && month(one) == day(other) && day(one) == month(other)) {
      return 2;
    }
    int parts = (sameYear ? 1 : 0) + (month(one) == month(other) ? 1 : 0) + (day(one) == day(other) ? 1 : 0);
    if (parts == 2 && digits(one, other) == 1) {
      return 3;
    }
    int apart = apart(one, other);
    if (parts == 2) {
      return apart <= 7 ? 7 : 4;
    }
    if (apart <= 7) {
      return 7;
    }
    if (sameYear && ((one & 511) == (1 << 5 | 1) || (other & 511) == (1 << 5 | 1))) {
      return 8;
    }
    return apart <= 62 ? 9 : sameYear ? 10 : Math.abs(year(one) - year(other)) == 1 ? 11 : 12;
  }

  private static int digits(int one, int other) {
    int first = year(one) * 10_000 + month(one) * 100 + day(one);
    int second = year(other) * 10_000 + month(other) * 100 + day(other);
    int changed = 0;
    for (int i = 0; i < 8; i++) {
      changed += first % 10 == second % 10 ? 0 : 1;
      first /= 10;
      second /= 10;
    }
    return changed;
  }

  private static int apart(int one, int other) {
    if (Math.abs(year(one) - year(other)) > 1) {
      return Integer.MAX_VALUE;
    }
    return Math.abs((year(one) - year(other)) * 372 + (month(one) - month(other)) * 31 + day(one) - day(other));
  }

  @Override
  public int group(int code) {
    return 0;
  }

  @Override
  public long[] forms(int code) {
    return day(code) == 0 ? NO_FORMS : new long[] {Hash.of(3, code)};
  }

  @Override
  public String text(int code) {
    return code == 0 ? ""
        : month(code) == 0 ? String.valueOf(year(code))
        : day(code) == 0 ? "%d-%02d".formatted(year(code), month(code))
        : "%d-%02d-%02d".formatted(year(code), month(code), day(code));
  }
}
