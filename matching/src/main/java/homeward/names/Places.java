package homeward.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads places: the words that say what kind of place it is are left out, and towns with two names are one. */
final class Places {
  private static final Set<String> KINDS = Set.of("м", "с", "г", "смт", "сел", "село", "селище", "місто", "город", "гор", "пос", "пгт",
      "обл", "область", "області", "области", "район", "району", "рн", "дер", "деревня", "хутір", "хутор", "misto", "selo",
      "smt", "oblast", "obl", "raion", "rayon", "gorod", "city", "village", "town", "region", "district", "near", "біля", "под", "під", "поблизу",
      "возле", "нп", "станиця", "станица", "ст", "рп");
  /** Towns and regions that Ukrainian and Russian do not spell after each other; written from the map. */
  private static final String TOWNS = """
      київ киев kyiv kiev
      харків харьков kharkiv kharkov
      львів львов lviv lvov
      чернігів чернигов chernihiv
      чернівці черновцы chernivtsi
      запоріжжя запорожье zaporizhzhia
      дніпро днепр дніпропетровськ днепропетровск dnipro
      миколаїв николаев mykolaiv
      рівне ровно rivne
      кропивницький кировоград кіровоград
      хмельницький хмельницкий
      тернопіль тернополь ternopil
      франківськ франковск
      кам'янець каменец
      подільський подольский
      кривий кривой
      ріг рог
      донецьк донецк
      маріуполь мариуполь
      сєвєродонецьк северодонецк
      бахмут артемівськ артемовск
      чорнобиль чернобыль
      одеса одесса
      вінниця винница
      суми сумы
      """;
  private static final Map<String, Integer> CLASSES = classes();

  private Places() {}

  private static Map<String, Integer> classes() {
    Map<String, Integer> classes = new HashMap<>();
    int line = 0;
    for (String town : TOWNS.strip().split("\n", -1)) {
      for (String name : town.strip().split(" ", -1)) {
        classes.putIfAbsent(Names.surname(name, false).words().get(0).text(), line);
      }
      line++;
    }
    return classes;
  }

  static Name read(String raw) {
    Name plain = Names.surname(raw.replace('.', ' ').replace(',', ' '), false);
    List<Word> words = new ArrayList<>(plain.words().size());
    for (Word word : plain.words()) {
      if (!KINDS.contains(word.text())) {
        words.add(new Word(word.text(), word.language(), word.spelling(), word.elsewhere(), word.skeletons(),
            CLASSES.getOrDefault(word.text(), -1), List.of()));
      }
    }
    return words.isEmpty() ? plain : new Name(plain.text(), words);
  }
}
