package homeward.names;

/** Which letters belong to which alphabet. */
final class Letters {
  private Letters() {}

  static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '\u00C0' && c <= '\u024F') || (c >= '\u1E00' && c <= '\u1EFF');
  }

  static boolean isCyrillic(char c) {
    return c >= '\u0400' && c <= '\u052F';
  }

  static boolean isCyrillicVowel(char c) {
    return "аеєиіїоуыэюяё".indexOf(c) >= 0;
  }
}
