package yibao.hall.store;

import java.nio.file.Path;
import java.util.Optional;

/** Where a monitor keeps what it has taken. */
public sealed interface StorePlace {

  /**
   * In a file of its own, SQLite: one monitor, one hall.
   *
   * @param directory made where it is missing
   */
  record InFile(Path directory) implements StorePlace {}

  /**
   * On a PostgreSQL server, which several monitors may share.
   *
   * @param url JDBC address, e.g. {@code jdbc:postgresql://db1,db2/hall?targetServerType=primary}
   * @param user whose tables they are
   * @param password file with the password alone; none where the server knows the user otherwise
   */
  record OnServer(String url, String user, Optional<Path> password) implements StorePlace {}
}
