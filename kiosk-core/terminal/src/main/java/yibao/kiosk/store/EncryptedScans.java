package yibao.kiosk.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Scans in files beside the database, their keys in it. The file is on the disk before its key is,
 * and the key is gone before the file: whatever a power cut leaves is noise, and swept at the next
 * start.
 */
public final class EncryptedScans implements Scans {

  /** Name of the scans' folder in the data directory. */
  public static final String FOLDER = "scans";

  private final SecureRandom random = new SecureRandom();

  /** Keeping and shredding the same scan must not cross. */
  private final ReentrantLock turn = new ReentrantLock();

  private final Path folder;
  private final KeyRing keys;
  private final WriterThread writer;
  private final ScanTable table;
  private final StoreUpkeep upkeep;

  /**
   * Keeps scans beside a store and sweeps what an interrupted run left.
   *
   * @throws StoreFault when the folder cannot be used
   */
  public EncryptedScans(SqliteStore store) {
    this.folder = store.scanFolder();
    this.keys = store.keys();
    this.writer = store.writer();
    this.table = new ScanTable(store.cipher());
    this.upkeep = new StoreUpkeep(store);
    Set<String> known = writer.read(table::digests);
    disk(
        () -> {
          Files.createDirectories(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
          try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
              if (!known.contains(file.getFileName().toString())) {
                ScanFile.shred(file);
              }
            }
          }
          return null;
        });
  }

  @Override
  public Scan keep(byte[] bytes, String mediaType, Instant at) {
    if (bytes.length == 0 || bytes.length > LARGEST) {
      throw new IllegalArgumentException("a scan has 1 to " + LARGEST + " bytes");
    }
    String digest = sha256(bytes);
    turn.lock();
    try {
      Optional<ScanTable.Row> known = row(digest);
      ScanTable.Row row =
          new ScanTable.Row(
              known.map(ScanTable.Row::scan).orElse(new Scan(digest, mediaType, bytes.length)),
              at.toEpochMilli(),
              known
                  .map(ScanTable.Row::key)
                  .orElseGet(() -> ScanKeys.fresh(random, keys.current().cipher())));
      if (known.isEmpty()) {
        disk(
            () -> {
              file(row).write(bytes);
              return null;
            });
      }
      writer.write(
          connection -> {
            table.write(connection, row);
            return null;
          });
      return row.scan();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public Optional<Scan> find(String digest) {
    return row(digest).map(ScanTable.Row::scan);
  }

  @Override
  public byte[] read(String digest, int offset, int length) {
    ScanTable.Row row =
        row(digest)
            .orElseThrow(
                () -> new StoreFault(StoreFault.DAMAGED, "a scan that is needed is not here"));
    if (offset < 0 || length < 0 || offset > row.scan().size() - length) {
      throw new IllegalArgumentException("that part is outside the scan");
    }
    return disk(() -> file(row).read(offset, length));
  }

  @Override
  public void discard(String digest) {
    turn.lock();
    try {
      if (writer.write(connection -> table.deleteUnheld(connection, digest))) {
        shred(List.of(digest));
      }
    } finally {
      turn.unlock();
    }
  }

  @Override
  public int shredUnheldKeptBefore(Instant time) {
    turn.lock();
    try {
      List<String> gone =
          writer.write(connection -> table.deleteUnheldKeptBefore(connection, time.toEpochMilli()));
      shred(gone);
      return gone.size();
    } finally {
      turn.unlock();
    }
  }

  private void shred(List<String> digests) {
    if (!digests.isEmpty()) {
      upkeep.truncateLog();
    }
    for (String digest : digests) {
      disk(
          () -> {
            ScanFile.shred(folder.resolve(digest));
            return null;
          });
    }
  }

  private Optional<ScanTable.Row> row(String digest) {
    return writer.read(connection -> table.find(connection, digest));
  }

  private ScanFile file(ScanTable.Row row) {
    Scan scan = row.scan();
    return new ScanFile(
        folder.resolve(scan.digest()),
        scan.digest(),
        scan.size(),
        new RecordCipher(new ScanKeys(row.key()), random));
  }

  private interface DiskWork<T> {
    T run() throws IOException;
  }

  private static <T> T disk(DiskWork<T> work) {
    try {
      return work.run();
    } catch (FileSystemException e) {
      throw new StoreFault(code(e.getReason()), "check the data disk", e);
    } catch (IOException e) {
      throw new StoreFault(code(e.getMessage()), "check the data disk", e);
    }
  }

  /**
   * The system says why only in words, the same in every locale Java runs in without a catalogue.
   */
  private static String code(String reason) {
    String words = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
    if (words.contains("no space") || words.contains("quota")) {
      return StoreFault.DISK_FULL;
    }
    return words.contains("read-only") ? StoreFault.READ_ONLY : StoreFault.IO;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
