package homeward.play;

import homeward.agreement.Agreement;
import homeward.agreement.AgreementFile;
import homeward.agreement.Reading;
import homeward.register.PeopleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Three days of two or three waves, small enough to be played often, large enough for every mishap of the reference case. */
final class SmallExchange {
  static final String AGREEMENT = """
      {
        "homeward": "agreement/1",
        "exchange": "small",
        "agreedOn": "2025-05-16",
        "sides": [{"id": "A", "name": "One side"}, {"id": "B", "name": "Another side"}],
        "thirdParties": [{"id": "M", "functions": ["HOST", "KEEPER", "CLEARANCE", "HANDOVER", "AUTHORISER"]}],
        "opens": "A",
        "begins": "B",
        "seatsPerWave": 4,
        "categories": [{"code": "military", "words": "Soldiers."}, {"code": "civilian", "words": "Everybody else."}],
        "tranches": [
          {"day": "2025-05-23", "place": "north", "returns": {"A": {"military": 5, "civilian": 2}, "B": {"military": 7}}},
          {"day": "2025-05-24", "place": "north", "returns": {"A": {"military": 6}, "B": {"military": 6}}, "outside": {"A": {"civilian": 1}}},
          {"day": "2025-05-25", "place": "north", "returns": {"A": {"military": 3}, "B": {"military": 3}}}
        ]
      }
      """;

  private SmallExchange() {}

  static Agreement agreement() {
    return switch (AgreementFile.read(AGREEMENT.getBytes(java.nio.charset.StandardCharsets.UTF_8), "small.json")) {
      case Reading.Read(Agreement agreement) -> agreement;
      case Reading.Refused refused -> throw new IllegalStateException(refused.problems().toString());
    };
  }

  /** The agreement and the four registers as files. */
  static Path write(Path folder, long seed) {
    Registers registers = Registers.invented(agreement(), seed);
    try {
      for (String side : List.of("A", "B")) {
        String name = side.toLowerCase(Locale.ROOT);
        Files.writeString(folder.resolve(name + "-sought.csv"), PeopleFile.write(registers.sought().getOrDefault(side, List.of())));
        Files.writeString(folder.resolve(name + "-held.csv"), PeopleFile.write(registers.held().getOrDefault(side, List.of())));
      }
      return Files.writeString(folder.resolve("agreement.json"), AGREEMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
