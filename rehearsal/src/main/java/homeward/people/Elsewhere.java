package homeward.people;

import java.util.SplittableRandom;

/** Names that no table of ours has: made of syllables in the manner of the Caucasus and the steppe, and longer Slavic ones. */
final class Elsewhere {
  private static final String[] FIRST = "Ба Гу До Зе Ка Ла Ма На Ра Са Та Ха Ша Ал Эл Ар Ор Ур Эр Жа Са Би Ти Ме Ну Ло Ву Чо Ге Ра".split(" ", -1);
  private static final String[] MIDDLE = "ра ли ма ну ти ба го де са ри ла ша мо та зи ку ва ди не хо".split(" ", -1);
  private static final String[] LAST = "н р м с л т бек хан дин мир зат шер гул рам тан лан вар дар ссан рим".split(" ", -1);
  private static final String[] FAMILY = "ов ев адзе швили ян оев аев баев ханов заде унов илов".split(" ", -1);
  private static final String[] ROOT_FIRST = ("Ба Бе Бо Бу Ва Ве Во Га Го Гу Да До Ду За Зо Ка Ко Ку Ла Ле Ло Лу Ма Ме Мо Му На Но Ну Па По Пе"
      + " Ра Ро Ру Са Се Со Су Та То Ту Ха Хо Ча Че Чо Ша Ше Шу Я Ю Жу").split(" ", -1);
  private static final String[] ROOT_LAST = ("бер вор гал дор жук зар кал лев мор нед пил рож сир тар хом цел чуп шиб щер бир вил гор дуб коп лит мел ник"
      + " пар руб сен тет фед хар чер шел ран лук рак мар ган дан бар вас гри").split(" ", -1);
  private static final String[] END_UKRAINIAN = "енко чук ко ук ський ець юк ик ак ій ло ань ишин".split(" ", -1);
  private static final String[] END_RUSSIAN = "ов ев ин ский кин иков яков нин онов ушкин".split(" ", -1);
  private static final String[] PLACE_FIRST = ("Верхньо Нижньо Ново Старо Біло Червоно Зелено Велико Мало Кам Крас Лип Дуб Сос Вер Тер Бор Гай Яв Рів Син Зол"
      + " Сер Тор Кон Сніг Хло Мар Вор").split(" ", -1);
  private static final String[] PLACE_LAST = ("петрівка миколаївка іванівка григорівка михайлівка павлівка ець івка ове янка инці ичі ополь город слав ськ яни"
      + " ари ин елі озеро поле рудня").split(" ", -1);
  private static final String SIGN = "\u2020";

  private Elsewhere() {}

  /** A given name and the patronymics it makes; the mark tells that it is from here and is never written. */
  static GivenName given(SplittableRandom random) {
    String name = of(FIRST, random) + (random.nextInt(3) == 0 ? "" : of(MIDDLE, random)) + of(LAST, random);
    return new GivenName(both(name, SIGN), both(name, "ович"), both(name, "івна", "овна"));
  }

  static boolean has(GivenName name) {
    return name.name().ukrainian().endsWith(SIGN);
  }

  static String unmarked(String name) {
    return name.replace(SIGN, "");
  }

  private static GivenName.Forms both(String name, String end) {
    return both(name, end, end);
  }

  private static GivenName.Forms both(String name, String ukrainian, String russian) {
    return new GivenName.Forms(Tongue.UKRAINIAN.write(name, Tongue.RUSSIAN) + ukrainian, name + russian);
  }

  static Surname surname(SplittableRandom random) {
    return new Surname(Tongue.RUSSIAN, of(FIRST, random) + of(MIDDLE, random) + (random.nextBoolean() ? of(MIDDLE, random) : "") + of(FAMILY, random));
  }

  /** A Slavic surname of more syllables than {@link Surname#invent} knows; frequent ones come often. */
  static Surname longer(Tongue tongue, SplittableRandom random) {
    String first = skewed(ROOT_FIRST, random);
    String root = first + skewed(ROOT_LAST, random);
    return new Surname(tongue, root + skewed(tongue == Tongue.UKRAINIAN ? END_UKRAINIAN : END_RUSSIAN, random));
  }

  static String place(SplittableRandom random) {
    return skewed(PLACE_FIRST, random) + skewed(PLACE_LAST, random);
  }

  private static String of(String[] words, SplittableRandom random) {
    return words[random.nextInt(words.length)];
  }

  private static String skewed(String[] words, SplittableRandom random) {
    return words[(int) (Math.pow(random.nextDouble(), 1.6) * words.length)];
  }
}
