package homeward.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulithTest {
  @Test
  void noRoomReachesIntoAnother() {
    ApplicationModules.of(Server.class).verify();
  }
}
