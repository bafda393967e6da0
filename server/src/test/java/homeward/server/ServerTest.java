package homeward.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class ServerTest {
  @Test
  void theContextStarts() {
    try (var context = SpringApplication.run(Server.class,
        "--server.port=0", "--spring.flyway.enabled=false", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none")) {
      assertThat(context.isRunning()).isTrue();
    }
  }
}
