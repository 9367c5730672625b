package yibao.kiosk.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes (sqlite.org "Result and Error Codes") mean to a technician. */
final class SqliteFaults {

  private SqliteFaults() {}

  static StoreFault of(SQLException fault) {
    // Primary codes are the low byte of the extended ones.
    SQLiteErrorCode code =
        fault instanceof SQLiteException own
            ? SQLiteErrorCode.getErrorCode(own.getResultCode().code & 0xff)
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (code) {
      case SQLITE_FULL ->
          new StoreFault(StoreFault.DISK_FULL, "free space on the data disk", fault);
      case SQLITE_READONLY ->
          new StoreFault(StoreFault.READ_ONLY, "make the data disk writable again", fault);
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT ->
          new StoreFault(
              StoreFault.DAMAGED, "keep the file, restore the last backup beside it", fault);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new StoreFault(StoreFault.BUSY, "another program holds the journal", fault);
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
          new StoreFault(
              StoreFault.CANNOT_OPEN, "check owner and rights of the data directory", fault);
      default -> new StoreFault(StoreFault.IO, "check the data disk", fault);
    };
  }
}
