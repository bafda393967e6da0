package homeward.people;

import java.util.SplittableRandom;

/** An invented surname in the tongue it comes from: mostly put together of two roots, sometimes one hard to transliterate. */
record Surname(Tongue tongue, String text) {
  private static final String[] UKRAINIAN_FIRST =
      "Тихо Сиво Ясно Криво Добро Ново Твердо Рідко Гостро Бистро Вільно Густо Рівно Чорно Щиро Товсто".split(" ", -1);
  private static final String[] UKRAINIAN_SECOND =
      "дуб вус рук верб гай яр хліб міст брод кол ніж щит серп зуб вир лід жил хвиль птах".split(" ", -1);
  private static final String[] UKRAINIAN_END = {"енко", "чук", "ський", "ко", "ець"};
  private static final String[] UKRAINIAN_WHOLE =
      ("Лук'яненко Дем'янчук Їжаченко Єфремчук Згурський Щербань Юрчишин Жайворенко Ґудзенко Хвильовець Яцкевич"
          + " Об'їздчук Пив'юк Іллєнко Чуйко Хрущенець").split(" ", -1);
  private static final String[] RUSSIAN_FIRST =
      "Тихо Сиво Ясно Криво Добро Ново Твердо Редко Остро Быстро Вольно Густо Ровно Черно Щедро Толсто".split(" ", -1);
  private static final String[] RUSSIAN_SECOND =
      "дуб ус рук верб гай яр хлеб мост брод кол нож щит серп зуб вир лед жил волн птах".split(" ", -1);
  private static final String[] RUSSIAN_END = {"ов", "ов", "ский", "ин", "цев"};
  private static final String[] RUSSIAN_WHOLE =
      ("Лукьянихин Ёлочкин Эльчанинов Хрящиков Щегольков Юдинков Объёмов Пьянковский Жигалёв Ильинцев Цыпочкин"
          + " Чащинов Йогин Згурин Подъячин Яшинов").split(" ", -1);

  static Surname invent(Tongue tongue, SplittableRandom random) {
    boolean whole = random.nextInt(10) == 0;
    return new Surname(tongue, switch (tongue) {
      case UKRAINIAN -> whole
          ? any(UKRAINIAN_WHOLE, random)
          : any(UKRAINIAN_FIRST, random) + any(UKRAINIAN_SECOND, random) + any(UKRAINIAN_END, random);
      case RUSSIAN -> whole
          ? any(RUSSIAN_WHOLE, random)
          : any(RUSSIAN_FIRST, random) + any(RUSSIAN_SECOND, random) + any(RUSSIAN_END, random);
    });
  }

  private static String any(String[] words, SplittableRandom random) {
    return words[random.nextInt(words.length)];
  }

  /** As a woman of the family bears it. */
  Surname ofWoman() {
    return new Surname(tongue, switch (tongue) {
      case UKRAINIAN -> text.endsWith("ий") ? text.substring(0, text.length() - 2) + "а" : text;
      case RUSSIAN -> text.endsWith("ий") ? text.substring(0, text.length() - 2) + "ая" : text + "а";
    });
  }

  /** Double-barrelled with another. */
  Surname with(Surname other) {
    return new Surname(tongue, text + "-" + other.text());
  }
}
