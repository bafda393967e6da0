package homeward.server.proceedings;

import java.sql.SQLException;

/** The database did not do what was asked. Whether a commit that failed was kept is known only after looking. */
public final class StoreFailure extends RuntimeException {
  StoreFailure(SQLException cause) {
    super("the database failed, SQL state " + cause.getSQLState(), cause);
  }
}
