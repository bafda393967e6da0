package homeward.agreement;

import homeward.exchange.Function;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that is refused: what is wrong with it, at which line and place.
 *
 * @param text the file
 */
record RefusalCase(String text, int line, String path, Fault fault) {
  private static final String KEEPER = "\"functions\": [\"KEEPER\", \"HOST\", \"CLEARANCE\"]";
  private static final String MILITARY = "{\"A\": {\"military\": 230}, \"B\": {\"military\": 230}}";
  private static final String CATEGORY = "\"words\": \"Members of armed forces.\"";
  private static final String WITH_MORE = "\"exchange\": \"spring\",\n  \"deadlines\": {\"end\": \"2025-05-25\"},";

  private static RefusalCase of(String from, String to, int line, String path, Fault fault) {
    return new RefusalCase(Samples.with(from, to), line, path, fault);
  }

  /** With one more field at the top, on line 3. */
  private static RefusalCase more(String field, int line, String path, Fault fault) {
    return of("\"exchange\": \"spring\",", field + ", \"exchange\": \"spring\",", line, path, fault);
  }

  static Stream<RefusalCase> all() {
    return Stream.of(form(), words(), parties(), days(), counts(), all("all")).flatMap(cases -> cases);
  }

  static Stream<RefusalCase> form() {
    return Stream.of(
        new RefusalCase("{", 0, "", new Fault.NotJson("line 1, column 2", "expected a name in double quotes, found the end")),
        of("agreement/1", "agreement/2", 2, "homeward", new Fault.OtherFormat("agreement/2")),
        of("\"exchange\": \"spring\",", "", 0, "exchange", new Fault.Missing("\"exchange\": \"may-exchange\"")),
        of("230}}", "\"230\"}}", 15, "tranches[1].returns.B.military",
            new Fault.Unlike("a whole number such as 12, without quotation marks", "text in quotation marks")),
        of("230}}", "-230}}", 15, "tranches[1].returns.B.military", new Fault.OutOfRange(-230, 0, 1_000_000)),
        of("230}}", "2300000}}", 15, "tranches[1].returns.B.military", new Fault.OutOfRange(2_300_000, 0, 1_000_000)),
        more("\"people\": 1", 3, "people", new Fault.OutOfRange(1, 2, 9)),
        more("\"seatsPerWave\": 0", 3, "seatsPerWave", new Fault.OutOfRange(0, 1, 1_000)),
        more("\"deadlines\": {\"haltHours\": 0}", 3, "deadlines.haltHours", new Fault.OutOfRange(0, 1, 10_000)),
        of("{\"id\": \"A\"}, ", "", 5, "sides", new Fault.WrongLength(1, 2, 2)),
        of(CATEGORY, "\"words\": \" \"", 8, "categories[1].words", new Fault.Empty()),
        of(CATEGORY, "\"words\": \"" + "x".repeat(4_001) + "\"", 8, "categories[1].words", new Fault.TooLong(4_001, 4_000)));
  }

  static Stream<RefusalCase> words() {
    return Stream.of(
        of("\"tranches\"", "\"tranchs\"", 11, "tranchs",
            new Fault.Unknown(Fault.Unknown.What.FIELD, "tranchs", Optional.of("tranches"), Written.AGREEMENT)),
        of("\"day\": \"2025-05-23\",", "\"day\": \"2025-05-23\", \"spot\": 1,", 13, "tranches[1].spot",
            new Fault.Unknown(Fault.Unknown.What.FIELD, "spot", Optional.empty(), Written.TRANCHE)),
        of("{\"civilian\": 10}}", "{\"civillian\": 10}}", 20, "tranches[2].returns.B.civillian",
            new Fault.Unknown(
                Fault.Unknown.What.CATEGORY, "civillian", Optional.of("civilian"), List.of("military", "civilian"))),
        of("\"B\": {\"military\"", "\"C\": {\"military\"", 15, "tranches[1].returns.C",
            new Fault.Unknown(Fault.Unknown.What.SIDE, "C", Optional.empty(), List.of("A", "B"))),
        of("\"HOST\"", "\"host\"", 6, "thirdParties[1].functions[2]",
            new Fault.Unknown(
                Fault.Unknown.What.FUNCTION, "host", Optional.of("HOST"), List.copyOf(Written.FUNCTIONS.sequencedKeySet()))),
        more("\"parity\": \"agreed\"", 3, "parity",
            new Fault.Unknown(Fault.Unknown.What.WORD, "agreed", Optional.of("as agreed"), List.of("equal", "as agreed"))),
        of("\"north-crossing\",\n      \"returns\": {\"A\": {\"military\"", "\"North Crossing\",\n      \"returns\": {\"A\": {\"military\"",
            14, "tranches[1].place", new Fault.NotACode("North Crossing")),
        of("{\"id\": \"B\"}", "{\"id\": \"Side B\"}", 5, "sides[2].id", new Fault.NotAnId("Side B")),
        of("2025-05-23", "2025-02-30", 13, "tranches[1].day",
            new Fault.NotADay("2025-02-30", "that month has the days 01 to 28; find the right one")),
        of("2025-05-23", "23.05.2025", 13, "tranches[1].day",
            new Fault.NotADay("23.05.2025", "write the year first: \"2025-05-23\"")),
        of("\"day\": \"2025-05-23\",", "\"day\": \"2025-05-23\", \"window\": {\"from\": \"8:00\"},", 13, "tranches[1].window.from",
            new Fault.NotATime("8:00", "write two digits for the hour: \"08:00\"")),
        more("\"debts\": [{\"owedBy\": \"A\", \"category\": \"military\", \"count\": 5, \"closing\": \"see letter\"}]", 3,
            "debts[1].closing", new Fault.NotADigest("see letter")));
  }

  static Stream<RefusalCase> parties() {
    return Stream.of(
        of("{\"id\": \"B\"}", "{\"id\": \"a\"}", 5, "sides[2].id", new Fault.Twice("a")),
        of("\"civilian\", \"words\"", "\"military\", \"words\"", 9, "categories[2].code", new Fault.Twice("military")),
        of("{\"id\": \"M\", ", "{\"id\": \"Day\", ", 6, "thirdParties[1].id", new Fault.Reserved("Day")),
        of("\"civilian\", \"words\"", "\"total\", \"words\"", 9, "categories[2].code", new Fault.Reserved("total")),
        of("\"civilian\", \"words\"", "\"b\", \"words\"", 9, "categories[2].code", new Fault.NamesAParty("b", "B")),
        of("{\"id\": \"A\"}", "{\"id\": \"A\", \"functions\": [\"HOST\"]}", 6, "thirdParties[1].functions",
            new Fault.HeldTwice(Function.HOST, "A", "M")),
        more("\"vacant\": [\"HOST\"]", 3, "vacant", new Fault.HeldAndVacant(Function.HOST, "M")),
        of(KEEPER, "\"functions\": [\"HOST\", \"CLEARANCE\"]", 6, "thirdParties", new Fault.NoKeeper()),
        of(KEEPER, KEEPER + ", \"onPaper\": true", 6, "thirdParties[1].functions", new Fault.KeeperOnPaper("M")),
        of("[{\"id\": \"A\"}, {\"id\": \"B\"}]", "[{\"id\": \"A\", \"onPaper\": true}, {\"id\": \"B\", \"onPaper\": true}]", 5, "sides",
            new Fault.BothOnPaper()),
        of(KEEPER, "\"functions\": [\"KEEPER\", \"HOST\"]", 0, "travelWithoutInterview", new Fault.NobodyClears()),
        of("{\"id\": \"A\"}, {\"id\": \"B\"}],", "{\"id\": \"A\"}, {\"id\": \"B\", \"onPaper\": true}], \"opens\": \"B\",", 5, "opens",
            new Fault.OpenerOnPaper("B")));
  }

  static Stream<RefusalCase> days() {
    LocalDate may16 = LocalDate.of(2025, 5, 16);
    LocalDate may23 = LocalDate.of(2025, 5, 23);
    return Stream.of(
        of("2025-05-24", "2025-05-22", 18, "tranches[2].day", new Fault.OutOfOrder(LocalDate.of(2025, 5, 22), may23)),
        of("2025-05-24", "2025-05-23", 18, "tranches[2].day", new Fault.OutOfOrder(may23, may23)),
        of("\"day\": \"2025-05-23\",", "\"day\": \"2025-05-23\", \"window\": {\"from\": \"20:00\", \"until\": \"08:00\"},", 13,
            "tranches[1].window", new Fault.EndsBeforeItBegins("20:00", "08:00")),
        of("\"day\": \"2025-05-23\",", "\"day\": \"2025-05-23\", \"publishAt\": \"07:00\",", 13, "tranches[1].publishAt",
            new Fault.PublishedOutside("2025-05-23 08:00", "2025-05-24 20:00")),
        of("\"agreedOn\": \"2025-05-16\"", "\"agreedOn\": \"2025-05-23\"", 4, "agreedOn", new Fault.AgreedTooLate(may23, may23)),
        of("\"exchange\": \"spring\",", WITH_MORE, 4, "deadlines.end",
            new Fault.EndsTooEarly(LocalDate.of(2025, 5, 25), may16.plusDays(10))));
  }

  static Stream<RefusalCase> counts() {
    String million = "\"A\": {\"military\": 1000000, \"civilian\": 1}, \"B\": {\"military\": 999990}";
    return Stream.of(
        of("\"B\": {\"military\": 230}", "\"B\": {\"military\": 240}", 11, "tranches",
            new Fault.DoesNotBalance("B", 250, "A", 240)),
        of(MILITARY, "{}", 12, "tranches[1]", new Fault.EmptyTranche()),
        new RefusalCase(
            Samples.SMALL.replace(MILITARY, "{}").replace("{\"A\": {\"civilian\": 10}, \"B\": {\"civilian\": 10}}", "{\"A\": {}}"),
            11, "tranches", new Fault.NothingToExchange()),
        new RefusalCase(
            Samples.SMALL.replace(MILITARY, "{" + million + "}")
                .replace("\"exchange\": \"spring\",", "\"exchange\": \"spring\", \"parity\": \"as agreed\","),
            11, "tranches", new Fault.TooManyPeople("A", 1_000_011, 1_000_000)),
        more("\"surplus\": [{\"to\": \"B\", \"category\": \"civilian\", \"count\": 11}]", 3, "surplus[1].count",
            new Fault.MoreThanReturn("B", "civilian", 11, 10)));
  }

  /** All for all. */
  static Stream<RefusalCase> all(String word) {
    String all = CATEGORY + ", \"all\": true";
    String carried = Samples.SMALL.replace("230", "\"" + word + "\"").replace(CATEGORY, all);
    return Stream.of(
        new RefusalCase(
            carried.replace("\"B\": {\"military\": \"all\"}", "\"B\": {\"military\": 230}"), 15, "tranches[1].returns.B.military",
            new Fault.NumberForAll("military")),
        of("230}}", "\"all\"}}", 15, "tranches[1].returns.B.military", new Fault.NotAllForAll("military")),
        new RefusalCase(
            carried.replace("\"B\": {\"civilian\": 10}", "\"B\": {\"civilian\": 10, \"military\": \"all\"}"), 20,
            "tranches[2].returns.B.military", new Fault.AllTwice("B", "military")),
        new RefusalCase(
            carried.replace(", \"B\": {\"military\": \"all\"}", ""), 11, "tranches", new Fault.AllNowhere("military", "B")),
        new RefusalCase(
            carried.replace("\"exchange\": \"spring\",",
                "\"surplus\": [{\"to\": \"B\", \"category\": \"military\", \"count\": 1}], \"exchange\": \"spring\","),
            3, "surplus[1].category", new Fault.NotCounted("military")));
  }
}
