package yibao.kiosk.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * The terminal's database file and the thread that owns it: SQLite with a write-ahead log, each
 * commit forced to the disk, deleted content overwritten.
 *
 * <p>On a full disk it opens and takes no filing.
 *
 * <p>A file that is damaged, that a newer program wrote or whose key is missing is never replaced:
 * opening raises a {@link StoreFault} and the file stays as it is.
 */
public final class SqliteStore implements AutoCloseable {

  /** Name of the database file in the data directory. */
  public static final String FILE_NAME = "journal.db";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration STALL = Duration.ofSeconds(30);

  /** A filing with its values, its index entries and the log's pages, in bytes. */
  private static final long ROOM_FOR_A_FILING = 256 << 10;

  /** Largest file that is checked whole before a start after a crash; larger ones later. */
  private static final long CHECKED_AT_START = 256L << 20;

  private final Path file;
  private final KeyRing keys;
  private final FileChannel lock;
  private final Reserve reserve;
  private final RecordCipher cipher;
  private final WriterThread writer;
  private final boolean crashedBefore;

  private SqliteStore(
      Path file,
      KeyRing keys,
      FileChannel lock,
      Reserve reserve,
      RecordCipher cipher,
      WriterThread writer,
      boolean crashedBefore) {
    this.file = file;
    this.keys = keys;
    this.lock = lock;
    this.reserve = reserve;
    this.cipher = cipher;
    this.writer = writer;
    this.crashedBefore = crashedBefore;
  }

  /**
   * Opens the journal in a directory, making both where there are none.
   *
   * @param directory the data directory, on a disk of this machine
   * @param keys what personal data is encrypted under
   * @param clock tells when this run began
   * @throws StoreFault when it cannot be opened; nothing is changed then
   */
  public static SqliteStore open(Path directory, KeyRing keys, InstantSource clock) {
    FileChannel lock = lock(directory);
    try {
      Path file = directory.resolve(FILE_NAME);
      refuseOrphanedLog(file);
      Reserve reserve = new Reserve(directory);
      reserve.yieldIfFull();
      RecordCipher cipher = new RecordCipher(keys, new SecureRandom());
      // The thread that opens the connection hands it over and never touches it again.
      Connection connection = connect(file);
      try {
        boolean crashed = crashedBefore(connection);
        if (crashed && Files.size(file) <= CHECKED_AT_START) {
          requireSound(connection);
        }
        requireKeys(connection, keys, cipher);
        noteRun(connection, clock);
        reserve.freeBeside();
        return new SqliteStore(
            file,
            keys,
            lock,
            reserve,
            cipher,
            new WriterThread(connection, PATIENCE, STALL),
            crashed);
      } catch (SQLException | IOException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      release(lock);
      throw SqliteFaults.of(e);
    } catch (IOException e) {
      release(lock);
      throw new StoreFault(StoreFault.CANNOT_OPEN, "check the data directory", e);
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  /** Whether the run before this one ended without closing the journal: power cut or crash. */
  public boolean crashedBefore() {
    return crashedBefore;
  }

  /** Ends the run in order. */
  @Override
  public void close() {
    try {
      writer.write(
          connection -> {
            execute(connection, "DELETE FROM run");
            return null;
          });
      writer.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      release(lock);
    }
  }

  /**
   * Makes sure that a filing would fit.
   *
   * @throws StoreFault when the disk is too full for one, or does not say
   */
  void requireRoom() {
    try {
      if (reserve.freeBeside() < ROOM_FOR_A_FILING) {
        throw new StoreFault(StoreFault.DISK_FULL, "free space on the data disk");
      }
    } catch (IOException e) {
      throw new StoreFault(StoreFault.IO, "check the data disk", e);
    }
  }

  WriterThread writer() {
    return writer;
  }

  KeyRing keys() {
    return keys;
  }

  /** Where scans are kept. */
  Path scanFolder() {
    return file.resolveSibling(EncryptedScans.FOLDER);
  }

  RecordCipher cipher() {
    return cipher;
  }

  /** A connection that can only read, beside the writer's. */
  Connection connectToRead() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(2_000);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source.getConnection();
  }

  /** Takes the keys nothing stands under any more out of the list of those needed to open. */
  int forgetOldKeys(Connection connection) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM data_key WHERE id <> ?")) {
      delete.setString(1, keys.current().id());
      return delete.executeUpdate();
    }
  }

  private static FileChannel lock(Path directory) {
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      if (!Files.isWritable(directory)) {
        throw new StoreFault(StoreFault.READ_ONLY, "make " + directory + " writable");
      }
      FileChannel channel =
          FileChannel.open(
              directory.resolve("journal.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      try {
        FileLock held = channel.tryLock();
        if (held == null) {
          throw new OverlappingFileLockException();
        }
        return channel;
      } catch (OverlappingFileLockException e) {
        channel.close();
        throw new StoreFault(
            StoreFault.IN_USE, "another terminal process uses " + directory + "; stop it first", e);
      }
    } catch (IOException e) {
      throw new StoreFault(
          StoreFault.CANNOT_OPEN, "cannot use " + directory + " as data directory", e);
    }
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // The process that ends gives the lock back by itself.
    }
  }

  /** SQLite throws away a log whose database file is gone; the log may hold all there was. */
  private static void refuseOrphanedLog(Path file) throws IOException {
    Path log = file.resolveSibling(FILE_NAME + "-wal");
    boolean noDatabase = Files.notExists(file) || Files.size(file) == 0;
    if (noDatabase && Files.exists(log) && Files.size(log) > 0) {
      throw new StoreFault(
          StoreFault.DAMAGED, "the journal's file is gone and its log is there; keep the log");
    }
  }

  private static Connection connect(Path file) throws SQLException, IOException {
    if (Files.notExists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setPragma(Pragma.SECURE_DELETE, "true");
    config.setBusyTimeout(2_000);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    Schema.bringUpToDate(source);
    return source.getConnection();
  }

  private static boolean crashedBefore(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1 FROM run")) {
      return rows.next();
    }
  }

  private static void requireSound(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
      if (!rows.next() || !rows.getString(1).equals("ok")) {
        throw new StoreFault(
            StoreFault.DAMAGED, "keep the file, restore the last backup beside it");
      }
    }
  }

  private static void requireKeys(Connection connection, KeyRing keys, RecordCipher cipher)
      throws SQLException {
    boolean currentKnown = false;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, proof FROM data_key")) {
      while (rows.next()) {
        String id = rows.getString(1);
        cipher.decrypt(proofPlace(id), rows.getBytes(2));
        currentKnown |= id.equals(keys.current().id());
      }
    }
    if (!currentKnown) {
      String id = keys.current().id();
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO data_key (id, proof) VALUES (?, ?)")) {
        insert.setString(1, id);
        insert.setBytes(2, cipher.encrypt(proofPlace(id), new byte[0]));
        insert.executeUpdate();
      }
    }
  }

  private static String proofPlace(String id) {
    return "data_key/" + id;
  }

  private static void noteRun(Connection connection, InstantSource clock) throws SQLException {
    execute(connection, "DELETE FROM run");
    execute(connection, "INSERT INTO run (started_at) VALUES (" + clock.millis() + ")");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
