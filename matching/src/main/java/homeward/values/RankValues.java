package homeward.values;

import homeward.names.Names;
import homeward.names.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ranks as ordinals: one number for what Ukrainian, Russian and English call alike, army and navy, so that a promotion is
 * a short way. Below 100 a code is an ordinal; words that the table has not are codes from 100.
 */
final class RankValues extends Values {
  private static final int UNKNOWN = 100;
  /** From the statutes of service of both armed forces; one ordinal a line. */
  private static final String LADDER = """
      рекрут, новобранець, новобранец, recruit
      солдат, рядовий, рядовой, матрос, private, soldier, seaman, гвардии рядовой, sailor
      старший солдат, старший матрос, єфрейтор, ефрейтор, senior soldier, lance corporal, private first class
      молодший сержант, младший сержант, старшина 2 статті, старшина 2 статьи, junior sergeant, corporal, капрал
      сержант, старшина 1 статті, старшина 1 статьи, sergeant
      старший сержант, головний старшина, главный старшина, senior sergeant, staff sergeant
      головний сержант, старшина, головний корабельний старшина, главный корабельный старшина, chief sergeant, first sergeant, master sergeant
      штаб сержант, майстер сержант, прапорщик, мічман, мичман, warrant officer, ensign, штаб старшина
      старший прапорщик, старший мічман, старший мичман, старший майстер сержант, головний майстер сержант, senior warrant officer
      молодший лейтенант, младший лейтенант, junior lieutenant
      лейтенант, lieutenant
      старший лейтенант, senior lieutenant, first lieutenant
      капітан, капитан, капітан лейтенант, капитан лейтенант, captain
      майор, капітан 3 рангу, капитан 3 ранга, major
      підполковник, подполковник, капітан 2 рангу, капитан 2 ранга, lieutenant colonel
      полковник, капітан 1 рангу, капитан 1 ранга, colonel
      бригадний генерал, генерал майор, контр адмірал, контр адмирал, brigadier general, major general
      генерал лейтенант, віце адмірал, вице адмирал, lieutenant general
      генерал полковник, генерал, адмірал, адмирал, general
      """;
  private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("ст", "старший"), Map.entry("мол", "молодший"),
      Map.entry("мл", "младший"), Map.entry("л-т", "лейтенант"), Map.entry("серж", "сержант"), Map.entry("с-т", "сержант"),
      Map.entry("к-н", "капитан"), Map.entry("лейт", "лейтенант"), Map.entry("ряд", "рядовой"), Map.entry("сол", "солдат"),
      Map.entry("гол", "головний"), Map.entry("кап", "капитан"), Map.entry("солд", "солдат"), Map.entry("st", "starshyi"),
      Map.entry("sgt", "sergeant"), Map.entry("pvt", "private"), Map.entry("lt", "lieutenant"), Map.entry("capt", "captain"));
  private static final Map<String, Integer> ORDINALS = ordinals();

  private final Strings others = new Strings();

  private static Map<String, Integer> ordinals() {
    Map<String, Integer> ordinals = new HashMap<>();
    List<String> lines = LADDER.lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      for (String rank : lines.get(line).split(",", -1)) {
        ordinals.putIfAbsent(sound(rank.strip()), line + 1);
      }
    }
    return ordinals;
  }

  /** Skeletons, so that a rank in Latin letters is found too. */
  private static String sound(String rank) {
    String written = rank.replace("гвардии", "").replace("гв.", "").replace('.', ' ').strip();
    return Names.surname(written, false).words().stream()
        .map(word -> Names.surname(SHORT.getOrDefault(word.text(), word.text()), false).words())
        .flatMap(List::stream)
        .map(Word::skeleton)
        .collect(Collectors.joining(" "));
  }

  @Override
  int read(String raw) {
    String sound = sound(raw);
    if (sound.isBlank()) {
      return 0;
    }
    Integer known = ORDINALS.get(sound);
    return known != null ? known : UNKNOWN + others.intern(sound);
  }

  @Override
  public int level(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    if (one == other) {
      return 1;
    }
    int apart = Math.abs(one - other);
    return one >= UNKNOWN || other >= UNKNOWN ? 5 : apart == 1 ? 2 : apart <= 3 ? 3 : 4;
  }

  @Override
  public int group(int code) {
    return code;
  }

  @Override
  public long[] forms(int code) {
    return NO_FORMS;
  }

  @Override
  public String text(int code) {
    if (code == 0 || code >= UNKNOWN) {
      return code == 0 ? "" : others.get(code - UNKNOWN);
    }
    return LADDER.lines().skip(code - 1).findFirst().orElse("").split(",", -1)[0];
  }

  @Override
  int[] extent() {
    return new int[] {others.size()};
  }

  @Override
  void forget(int[] extent) {
    super.forget(extent);
    others.forget(extent[0]);
  }
}
