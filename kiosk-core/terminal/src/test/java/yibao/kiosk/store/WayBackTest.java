package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingKey;

/** A release that was given up has changed the structure; the one before it serves all the same. */
class WayBackTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T02:00:00Z"));
  private static final int NEXT = Schema.NEWEST + 1;

  /** What every program before may not know of and still read and write beside. */
  private static final Pattern ADDS =
      Pattern.compile(
          "CREATE TABLE [^;]*|CREATE INDEX [^;]*"
              + "|ALTER TABLE \\w+ ADD COLUMN (?!.*NOT NULL(?!.* DEFAULT))[^;]*"
              + "|INSERT INTO MEMORY [^;]*|PRAGMA USER_VERSION = \\d+");

  private static final Pattern SINCE =
      Pattern.compile("'" + Schema.READABLE_SINCE + "', *'(\\d+)'");

  @TempDir private Path directory;

  private SqliteStore open() {
    return SqliteStore.open(directory, Keys.named("k1"), CLOCK);
  }

  private Path file() {
    return directory.resolve(SqliteStore.FILE_NAME);
  }

  private void migrated(String... statements) throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      statement.execute("PRAGMA user_version = " + NEXT);
    }
  }

  @Test
  void what_a_newer_release_added_is_left_alone_and_filings_go_on() throws Exception {
    FilingKey before;
    try (SqliteStore store = open()) {
      before =
          new SqliteFilingJournal(store, CLOCK).commit(Drafts.relocation(), CLOCK.instant()).key();
    }
    migrated(
        "CREATE TABLE visit (id INTEGER PRIMARY KEY, begun_at INTEGER NOT NULL) STRICT",
        "ALTER TABLE filing ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0",
        "INSERT INTO visit (begun_at) VALUES (7)");

    FilingKey after;
    try (SqliteStore store = open()) {
      FilingJournal journal = new SqliteFilingJournal(store, CLOCK);
      assertTrue(journal.find(before).isPresent());
      after = journal.commit(Drafts.relocation(), CLOCK.instant()).key();
    }

    try (SqliteStore store = open();
        Connection newer = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = newer.createStatement()) {
      assertTrue(new SqliteFilingJournal(store, CLOCK).find(after).isPresent());
      assertEquals(1, statement.executeQuery("SELECT count(*) FROM visit").getInt(1));
      assertEquals(NEXT, statement.executeQuery("PRAGMA user_version").getInt(1));
    }
  }

  @Test
  void a_structure_that_says_it_needs_a_newer_program_is_refused_and_kept() throws Exception {
    open().close();
    migrated(
        "INSERT INTO memory (name, value) VALUES ('%s', '%d')"
            .formatted(Schema.READABLE_SINCE, NEXT));
    byte[] kept = Files.readAllBytes(file());

    assertEquals(StoreFault.NEWER, assertThrows(StoreFault.class, this::open).code());
    assertArrayEquals(kept, Files.readAllBytes(file()));

    migrated("UPDATE memory SET value = '%d'".formatted(Schema.NEWEST));
    open().close();
  }

  @Test
  void every_file_leaves_a_way_back_to_the_release_before() throws IOException {
    Path folder = Path.of("src/main/resources/yibao/kiosk/store/migrations");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path migration : files.toList()) {
        int number =
            Integer.parseInt(migration.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"));
        if (number >= Schema.FIRST_TO_GO_BACK) {
          assertEquals(
              List.of(), deadEnds(number, Files.readString(migration)), migration.toString());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE filing",
        "ALTER TABLE filing DROP COLUMN cause",
        "ALTER TABLE filing RENAME COLUMN cause TO reason",
        "ALTER TABLE filing ADD COLUMN urgent INTEGER NOT NULL",
        "CREATE UNIQUE INDEX filing_number ON filing (number)",
        "CREATE TRIGGER t AFTER INSERT ON filing BEGIN SELECT 1; END",
        "UPDATE filing SET state = 'ANEW'",
        "DELETE FROM filing",
        "INSERT INTO memory (name, value) VALUES ('schema.readable-since', '12')",
      })
  void what_the_release_before_cannot_live_with_is_found(String sql) {
    assertEquals(1, deadEnds(12, sql + ";\nPRAGMA user_version = 12;").size(), sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE visit (id INTEGER NOT NULL) STRICT",
        "CREATE INDEX filing_region ON filing (region)",
        "ALTER TABLE filing ADD COLUMN urgent INTEGER",
        "ALTER TABLE filing ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0",
        "INSERT INTO memory (name, value) VALUES ('schema.readable-since', '11');"
            + " ALTER TABLE filing DROP COLUMN cause",
      })
  void what_the_release_before_can_live_with_is_let_through(String sql) {
    assertEquals(List.of(), deadEnds(12, "-- Why; told.\n" + sql + ";\nPRAGMA user_version = 12;"));
  }

  /** The statements of a file after which the release before could not start. */
  private static List<String> deadEnds(int number, String sql) {
    Matcher since = SINCE.matcher(sql);
    if (since.find()) {
      return Integer.parseInt(since.group(1)) < number ? List.of() : List.of(since.group());
    }
    return Pattern.compile(";")
        .splitAsStream(sql.replaceAll("--[^\n]*", ""))
        .map(statement -> statement.strip().replaceAll("\\s+", " "))
        .filter(statement -> !statement.isEmpty() && !statement.equals("END"))
        .filter(statement -> !ADDS.matcher(statement.toUpperCase(Locale.ROOT)).matches())
        .toList();
  }
}
