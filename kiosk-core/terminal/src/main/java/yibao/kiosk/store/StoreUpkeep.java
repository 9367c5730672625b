package yibao.kiosk.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a store needs now and then: deleting what need not be kept, checking, copying, changing
 * keys. All of it goes on beside submissions, in portions.
 */
public final class StoreUpkeep {
  private static final int PORTION = 200;
  private static final long LONGEST_MINUTES = 30;

  private final SqliteStore store;
  private final WriterThread writer;
  private final RecordCipher cipher;
  private final ScanTable scans;

  /** Looks after a store. */
  public StoreUpkeep(SqliteStore store) {
    this.store = store;
    this.writer = store.writer();
    this.cipher = store.cipher();
    this.scans = new ScanTable(cipher);
  }

  /**
   * Deletes the person's part of every filing the platform answered before a time; key, state,
   * number, times and a keyed digest of what was handed in stay; its scans are let go. The bytes
   * are overwritten in the database and, by a checkpoint, in its log.
   *
   * @return how many were purged
   */
  public int purgeAnsweredBefore(Instant time) {
    int purged = 0;
    int portion = PORTION;
    while (portion == PORTION) {
      portion = writer.write(connection -> purgePortion(connection, time));
      purged += portion;
    }
    if (purged > 0) {
      truncateLog();
    }
    return purged;
  }

  /** Writes the log back into the database and empties it. */
  public void truncateLog() {
    writer.read(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
          }
        });
  }

  /**
   * Checks the database's structure and every row's seal.
   *
   * @return what is wrong, for a technician; empty when all is sound
   */
  public Optional<String> fault() {
    Optional<String> structure = besideTheWriter("store-check", this::structuralFault);
    if (structure.isPresent()) {
      return structure;
    }
    try {
      Portion portion = new Portion(0, 0);
      do {
        portion = onePortion(portion.last(), (_, _) -> false);
      } while (portion.rows() == PORTION);
      return Optional.empty();
    } catch (StoreFault fault) {
      return Optional.of(fault.getMessage());
    }
  }

  /**
   * Writes a copy of the whole database as it stands now, while it is in use. Personal data in it
   * is as encrypted as in the original.
   *
   * @param target replaced whole when the copy is complete; the scans' files, encrypted too, are
   *     copied into a folder of its name with {@code -scans} behind, and those shredded here are
   *     shredded there
   */
  public void backUp(Path target) {
    besideTheWriter("store-backup", () -> copy(target));
  }

  /**
   * Writes everything that stands under an older key anew under the current one, and forgets the
   * older keys. Digests of purged documents stay under the key they were made with.
   *
   * @return how many rows were written
   */
  public int changeKeys() {
    int written = 0;
    Portion portion = new Portion(0, 0);
    do {
      portion = onePortion(portion.last(), this::encryptAgain);
      written += portion.changed();
    } while (portion.rows() == PORTION);
    written += writer.write(scans::encryptAgain);
    written += writer.write(connection -> new SavedFormTable(cipher).encryptAgain(connection));
    written += writer.write(connection -> new ContactColumn(cipher).encryptAgain(connection));
    writer.write(store::forgetOldKeys);
    truncateLog();
    return written;
  }

  private int purgePortion(Connection connection, Instant time) throws SQLException {
    List<FilingRow> rows = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + FilingRow.COLUMNS
                + " FROM filing WHERE document IS NOT NULL AND settled_at IS NOT NULL"
                + " AND settled_at < ? LIMIT "
                + PORTION)) {
      select.setLong(1, time.toEpochMilli());
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          rows.add(FilingRow.read(result, cipher));
        }
      }
    }
    for (FilingRow row : rows) {
      byte[] document = cipher.decrypt(FilingRow.documentPlace(row.key()), row.document());
      row.purged(cipher.seal(document)).update(connection, cipher);
      scans.release(connection, FilingRow.holder(row.key()));
    }
    return rows.size();
  }

  private interface Change {
    /** Whether the row was written. */
    boolean apply(Connection connection, FilingRow row) throws SQLException;
  }

  private record Portion(long last, int rows, int changed) {
    Portion(long last, int rows) {
      this(last, rows, 0);
    }
  }

  private Portion onePortion(long after, Change change) {
    return writer.write(
        connection -> {
          List<FilingRow> rows = new ArrayList<>();
          long last = after;
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT seq, "
                      + FilingRow.COLUMNS
                      + " FROM filing WHERE seq > ? ORDER BY seq LIMIT "
                      + PORTION)) {
            select.setLong(1, after);
            try (ResultSet result = select.executeQuery()) {
              while (result.next()) {
                last = result.getLong("seq");
                rows.add(FilingRow.read(result, cipher));
              }
            }
          }
          int changed = 0;
          for (FilingRow row : rows) {
            changed += change.apply(connection, row) ? 1 : 0;
          }
          return new Portion(last, rows.size(), changed);
        });
  }

  private boolean encryptAgain(Connection connection, FilingRow row) throws SQLException {
    row.encryptedAgain(
            again(FilingRow.documentPlace(row.key()), row.document()),
            again(FilingRow.answerPlace(row.key()), row.answer()))
        .update(connection, cipher);
    return true;
  }

  private byte[] again(String place, byte[] record) {
    return record == null ? null : cipher.encrypt(place, cipher.decrypt(place, record));
  }

  private Optional<String> structuralFault() throws SQLException {
    try (Connection connection = store.connectToRead();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check(1)")) {
      String found = rows.next() ? rows.getString(1) : "no answer";
      return found.equals("ok") ? Optional.empty() : Optional.of(found);
    }
  }

  private Path copy(Path target) throws SQLException, IOException {
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Connection connection = store.connectToRead();
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, fresh.toString());
      copy.execute();
    }
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    copyScans(target.resolveSibling(target.getFileName() + "-scans"));
    return target;
  }

  private void copyScans(Path folder) throws IOException {
    Set<String> kept = writer.read(scans::digests);
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder)) {
      for (Path copy : copies) {
        if (!kept.remove(copy.getFileName().toString())) {
          ScanFile.shred(copy);
        }
      }
    }
    for (String digest : kept) {
      Path fresh = folder.resolve(digest + ".new");
      try {
        Files.copy(store.scanFolder().resolve(digest), fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, folder.resolve(digest), StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException shreddedMeanwhile) {
        // Then it is not to be kept anywhere.
      }
    }
  }

  /**
   * Runs long work with a connection of its own on a thread of its own: submissions go on
   * meanwhile, and native calls belong on platform threads.
   */
  private static <T> T besideTheWriter(String name, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().name(name).daemon().start(task);
    try {
      return task.get(LONGEST_MINUTES, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SQLException fault
          ? SqliteFaults.of(fault)
          : new StoreFault(StoreFault.IO, "check the disk", e.getCause());
    } catch (TimeoutException e) {
      throw new StoreFault(StoreFault.STALLED, "the disk does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFault(StoreFault.BUSY, "the work was broken off", e);
    }
  }
}
