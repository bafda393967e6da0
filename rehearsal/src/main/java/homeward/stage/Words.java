package homeward.stage;

import java.util.List;
import java.util.Locale;

/** The words of the demonstration's page in one language. */
record Words(
    String language,
    String exchange,
    String soFar,
    String desks,
    String over,
    String pause,
    String play,
    String step,
    String playing,
    String paused,
    String publicPage,
    String taken,
    String back,
    String take) {

  private static final Words ENGLISH = new Words(
      "en", "an exchange", "What happened so far", "Every desk", "The play is over; the nodes go on.", "Pause", "Play", "Step", "playing", "paused",
      "public page", "You act for this party: the play waits for what is due at its desks.", "Hand back", "Take over");

  private static final Words UKRAINIAN = new Words(
      "uk", "обмін", "Що вже сталося", "Усі столи", "Виставу закінчено; вузли працюють далі.", "Пауза", "Грати", "Крок", "грає", "пауза",
      "публічна сторінка", "За цю сторону дієте ви: вистава чекає на те, що належить зробити за її столами.", "Повернути", "Перебрати на себе");

  /**
   * The first language that a browser asks for and the page has; English without any.
   *
   * @param accepted as the header Accept-Language has it
   */
  static Words of(String accepted) {
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), List.of(Locale.ENGLISH, Locale.of("uk")));
      return found != null && found.getLanguage().equals("uk") ? UKRAINIAN : ENGLISH;
    } catch (IllegalArgumentException unreadable) {
      return ENGLISH;
    }
  }
}
