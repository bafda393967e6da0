package homeward.values;

import homeward.names.Names;

/** Numbers and codes of one person: letters and digits count, in the alphabet their twins suggest. */
final class IdentifierValues extends Values {
  private static final String CYRILLIC = "авсенікмортху";
  private static final String LATIN = "abcehikmoptxy";

  private final Strings texts = new Strings();

  @Override
  int read(String raw) {
    String repaired = Names.repaired(raw);
    if (Names.isNothing(repaired)) {
      return 0;
    }
    StringBuilder kept = new StringBuilder(repaired.length());
    for (int i = 0; i < repaired.length(); i++) {
      char c = repaired.charAt(i);
      int twin = CYRILLIC.indexOf(c);
      if (Character.isLetterOrDigit(c)) {
        kept.append(twin >= 0 ? LATIN.charAt(twin) : c);
      }
    }
    boolean nothing = kept.chars().allMatch(c -> c == '0');
    return nothing ? 0 : texts.intern(kept.toString());
  }

  @Override
  public int level(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    if (one == other) {
      return 1;
    }
    int longer = Math.max(texts.length(one), texts.length(other));
    int shorter = Math.min(texts.length(one), texts.length(other));
    if (longer - shorter <= 1 && !isNear(one, other)) {
      return 4;
    }
    String first = texts.get(one);
    String second = texts.get(other);
    if (longer - shorter <= 1 && shorter >= 3) {
      return Distance.between(first, second) == 1 ? 2 : 4;
    }
    boolean within = shorter >= 4 && (first.length() > second.length() ? first.contains(second) : second.contains(first));
    return within ? 3 : 4;
  }

  /** One change leaves one half as it was. */
  private boolean isNear(int one, int other) {
    int half = Math.min(texts.length(one), texts.length(other)) / 2;
    boolean start = true;
    boolean end = true;
    for (int i = 0; i < half; i++) {
      start &= texts.at(one, i) == texts.at(other, i);
      end &= texts.at(one, texts.length(one) - 1 - i) == texts.at(other, texts.length(other) - 1 - i);
    }
    return start || end;
  }

  @Override
  public int group(int code) {
    return 0;
  }

  @Override
  public long[] forms(int code) {
    return code == 0 ? NO_FORMS : new long[] {Hash.of(5, code)};
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
