package yibao.kiosk.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/** The terminal's memory in its database. */
public final class SqliteMemory implements Memory {
  private final WriterThread writer;

  /** Keeps the memory in a store. */
  public SqliteMemory(SqliteStore store) {
    this.writer = store.writer();
  }

  @Override
  public Optional<String> recall(String name) {
    return writer.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT value FROM memory WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
              return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public void remember(String name, String value) {
    writer.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO memory (name, value) VALUES (?, ?)"
                      + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")) {
            insert.setString(1, name);
            insert.setString(2, value);
            return insert.executeUpdate();
          }
        });
  }
}
