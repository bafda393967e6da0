package homeward.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One party's node: its rooms under one roof. */
@SpringBootApplication
public class Server {}
