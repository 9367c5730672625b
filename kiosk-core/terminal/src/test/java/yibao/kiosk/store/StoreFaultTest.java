package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingKey;

/** A store that cannot be trusted says so by name, and leaves the file as it is. */
class StoreFaultTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T02:00:00Z"));

  @TempDir Path directory;

  @Test
  void aFileThatIsNoDatabaseIsKept() throws IOException {
    byte[] garbage = new byte[8192];
    new Random(7).nextBytes(garbage);
    Path file = Files.write(directory.resolve(SqliteStore.FILE_NAME), garbage);
    assertFault(StoreFault.DAMAGED);
    assertArrayEquals(garbage, Files.readAllBytes(file));
  }

  @Test
  void aDatabaseWithItsPagesOverwrittenIsRefusedAfterACrashAndKept() throws Exception {
    try (SqliteStore store = open()) {
      FilingJournal journal = new SqliteFilingJournal(store, CLOCK);
      for (int i = 0; i < 50; i++) {
        journal.commit(Drafts.relocation(), Instant.EPOCH);
      }
    }
    alter("INSERT INTO run (started_at) VALUES (0)");
    Path file = directory.resolve(SqliteStore.FILE_NAME);
    byte[] damaged = Files.readAllBytes(file);
    int page = damaged.length / 4096 / 2;
    Arrays.fill(damaged, page * 4096, (page + 1) * 4096, (byte) 0x55);
    Files.write(file, damaged);
    assertFault(StoreFault.DAMAGED);
    assertArrayEquals(damaged, Files.readAllBytes(file));
  }

  @Test
  void aLogWhoseDatabaseIsGoneIsKept() throws IOException {
    byte[] log = new byte[5000];
    Path file = Files.write(directory.resolve(SqliteStore.FILE_NAME + "-wal"), log);
    assertFault(StoreFault.DAMAGED);
    assertEquals(log.length, Files.size(file));
  }

  @Test
  void aDatabaseWhoseMigrationsAreNotOursIsRefused() throws Exception {
    open().close();
    alter("UPDATE flyway_schema_history SET checksum = 1");
    alter("PRAGMA user_version = 0");
    assertFault(StoreFault.MIGRATION);
  }

  @Test
  void aSecondProcessIsTurnedAway() {
    try (SqliteStore first = open()) {
      assertFault(StoreFault.IN_USE);
      assertTrue(new SqliteFilingJournal(first, CLOCK).unsettled(1).isEmpty());
    }
  }

  @Test
  void whatAnotherProgramHoldsIsBusyAndNothingIsWritten() throws Exception {
    try (SqliteStore store = open()) {
      FilingJournal journal = new SqliteFilingJournal(store, CLOCK);
      FilingKey key = FilingKey.fresh();
      try (Connection other = connect();
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        StoreFault fault =
            assertThrows(
                StoreFault.class, () -> journal.commit(Drafts.relocation(key, "1"), Instant.EPOCH));
        assertEquals(StoreFault.BUSY, fault.code());
        statement.execute("ROLLBACK");
      }
      assertTrue(journal.find(key).isEmpty());
    }
  }

  @Test
  void aFullDiskIsNamedNothingIsHalfWrittenAndItRecoversWhenSpaceReturns() throws Exception {
    withSmallDisk(
        disk -> {
          try (SqliteStore store = SqliteStore.open(disk, Keys.named("k1"), CLOCK)) {
            FilingJournal journal = new SqliteFilingJournal(store, CLOCK);
            Path ballast = Files.write(disk.resolve("ballast"), new byte[512 << 10]);
            int written = 0;
            StoreFault fault = null;
            while (fault == null) {
              try {
                journal.commit(Drafts.relocation(), Instant.EPOCH);
                written++;
              } catch (StoreFault e) {
                fault = e;
              }
            }
            assertEquals(StoreFault.DISK_FULL, fault.code());
            assertEquals(
                StoreFault.DISK_FULL,
                assertThrows(StoreFault.class, journal::tryDisk).code(),
                "the next citizen is told before typing");
            assertEquals(written, journal.unsettled(100_000).size());
            Files.delete(ballast);
            journal.tryDisk();
            Filing after = journal.commit(Drafts.relocation(), Instant.EPOCH);
            assertTrue(journal.find(after.key()).isPresent());
            assertEquals(written + 1, journal.unsettled(100_000).size());
          }
        });
  }

  @Test
  void onADiskThatIsFullAlreadyItStartsReadsTakesNoFilingAndRecoversWhenSpaceReturns()
      throws Exception {
    withSmallDisk(
        "48m",
        disk -> {
          FilingKey before;
          try (SqliteStore store = SqliteStore.open(disk, Keys.named("k1"), CLOCK)) {
            before =
                new SqliteFilingJournal(store, CLOCK)
                    .commit(Drafts.relocation(), Instant.EPOCH)
                    .key();
          }
          Path ballast = disk.resolve("ballast");
          fill(ballast);
          for (int start = 0; start < 3; start++) {
            try (SqliteStore store = SqliteStore.open(disk, Keys.named("k1"), CLOCK)) {
              SqliteFilingJournal journal = new SqliteFilingJournal(store, CLOCK);
              assertTrue(journal.find(before).isPresent());
              assertEquals(
                  StoreFault.DISK_FULL,
                  assertThrows(StoreFault.class, journal::tryDisk).code(),
                  "the space that let it start is for no filing");
            }
          }
          try (SqliteStore store = SqliteStore.open(disk, Keys.named("k1"), CLOCK)) {
            SqliteFilingJournal journal = new SqliteFilingJournal(store, CLOCK);
            Files.delete(ballast);
            journal.tryDisk();
            journal.commit(Drafts.relocation(), Instant.EPOCH);
          }
          fill(ballast);
          SqliteStore.open(disk, Keys.named("k1"), CLOCK).close();
        });
  }

  /** Fills the disk to its last byte. */
  private static void fill(Path ballast) throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast)) {
      byte[] some = new byte[4096];
      while (true) {
        out.write(some);
      }
    } catch (IOException full) {
      assertEquals(0, Files.getFileStore(ballast).getUsableSpace());
    }
  }

  @Test
  void aDiskThatMayOnlyBeReadIsNamed() throws Exception {
    withSmallDisk(
        disk -> {
          SqliteStore.open(disk, Keys.named("k1"), CLOCK).close();
          run("mount", "-o", "remount,ro", disk.toString());
          StoreFault fault =
              assertThrows(StoreFault.class, () -> SqliteStore.open(disk, Keys.named("k1"), CLOCK));
          assertEquals(StoreFault.READ_ONLY, fault.code());
          run("mount", "-o", "remount,rw", disk.toString());
          SqliteStore.open(disk, Keys.named("k1"), CLOCK).close();
        });
  }

  @Test
  void aDatabaseThatIsUpToDateIsOpenedAgainWithTheNumberOfItsNewestMigration() throws Exception {
    open().close();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertEquals(Schema.NEWEST, statement.executeQuery("PRAGMA user_version").getInt(1));
      assertEquals(
          Schema.NEWEST,
          statement
              .executeQuery("SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history")
              .getInt(1));
    }
    open().close();
  }

  private interface OnDisk {
    void run(Path disk) throws Exception;
  }

  /** A real small disk where the machine allows one to be mounted, else the test is skipped. */
  private void withSmallDisk(OnDisk work) throws Exception {
    withSmallDisk("2m", work);
  }

  private void withSmallDisk(String size, OnDisk work) throws Exception {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()),
        "this machine lets no small disk be mounted");
    try {
      work.run(disk);
    } finally {
      run("umount", disk.toString());
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private SqliteStore open() {
    return SqliteStore.open(directory, Keys.named("k1"), CLOCK);
  }

  private void assertFault(String code) {
    assertEquals(code, assertThrows(StoreFault.class, this::open).code());
  }

  private void alter(String sql) throws SQLException {
    alterIn(directory, sql);
  }

  private static void alterIn(Path directory, String sql) throws SQLException {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteStore.FILE_NAME));
        Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteStore.FILE_NAME));
  }
}
