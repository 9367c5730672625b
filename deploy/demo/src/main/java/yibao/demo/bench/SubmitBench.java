package yibao.demo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * From 提交 to the answer without the platform's time: encrypt, commit, note the attempt, settle; on
 * an empty journal and on one with a million filings, against three bare commits of SQLite.
 */
public final class SubmitBench {
  private static final int BLOCKS = 20;
  private static final int PER_BLOCK = 50;
  private static final int WARM_UP = 300;

  private final PrintStream out;
  private final Path directory;

  /**
   * @param out where the table goes
   * @param directory on the disk to be measured; must exist, is left empty
   */
  public SubmitBench(PrintStream out, Path directory) {
    this.out = out;
    this.directory = directory;
  }

  /**
   * {@code [ROWS]}, by default 1,000,000. The files are written below the system's temporary
   * directory; {@code -Dyibao.bench.disk=DIR} names another.
   */
  public static void main(String[] args) throws IOException, SQLException {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    Path disk =
        Path.of(
            Optional.ofNullable(System.getProperty("yibao.bench.disk"))
                .orElse(System.getProperty("java.io.tmpdir")));
    Path directory = Files.createTempDirectory(disk, "yibao-submit-bench");
    try {
      new SubmitBench(new PrintStream(System.out, true, StandardCharsets.UTF_8), directory)
          .run(rows);
    } finally {
      delete(directory);
    }
  }

  /** Measures both journals in turns, so that a noisy disk disturbs them alike. */
  public void run(int rows) throws IOException, SQLException {
    Path large = Files.createDirectory(directory.resolve("large"));
    try (JournalUnderTest first = new JournalUnderTest(large)) {
      first.submit();
    }
    fill(large, rows);
    out.printf(
        "%nsubmit, %s disk, %d filings each, milliseconds%n",
        Files.getFileStore(directory).type(), BLOCKS * PER_BLOCK);
    try (JournalUnderTest empty =
            new JournalUnderTest(Files.createDirectory(directory.resolve("empty")));
        JournalUnderTest full = new JournalUnderTest(large);
        BareCommits bare = new BareCommits(directory.resolve("bare.db"))) {
      List<Runnable> subjects = List.of(bare::threeCommits, empty::submit, full::submit);
      long[][] nanos = new long[subjects.size()][BLOCKS * PER_BLOCK];
      for (Runnable subject : subjects) {
        for (int i = 0; i < WARM_UP; i++) {
          subject.run();
        }
      }
      for (int block = 0; block < BLOCKS; block++) {
        for (int s = 0; s < subjects.size(); s++) {
          for (int i = 0; i < PER_BLOCK; i++) {
            long start = System.nanoTime();
            subjects.get(s).run();
            nanos[s][block * PER_BLOCK + i] = System.nanoTime() - start;
          }
        }
      }
      table(nanos, rows);
    }
  }

  private void table(long[][] nanos, int rows) {
    Arrays.stream(nanos).forEach(Arrays::sort);
    List<String> names =
        List.of("three bare commits", "submit, empty journal", "submit, %,d rows".formatted(rows));
    out.printf("%-28s %8s %8s %8s%n", "", "median", "p99", "ratio");
    for (int s = 0; s < nanos.length; s++) {
      out.printf(
          "%-28s %8.2f %8.2f %8.2f%n",
          names.get(s),
          at(nanos[s], 0.5),
          at(nanos[s], 0.99),
          at(nanos[s], 0.5) / at(nanos[0], 0.5));
    }
    double growth = at(nanos[2], 0.5) / at(nanos[1], 0.5) - 1;
    out.printf("grows by %.1f %% (budget 10 %%); median budget 15 ms%n", growth * 100);
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) ((sorted.length - 1) * share)] / 1e6;
  }

  /**
   * Fills a journal with answered filings whose documents are purged, as they are a day after the
   * answer: what a terminal holds after years.
   */
  private static void fill(Path journal, int rows) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + journal.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          INSERT INTO filing
            (key, region, item, state, number, submitted_at, settled_at, attempts, seal)
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
          SELECT lower(hex(randomblob(16))), 'yunlan', i %% 40, 'FINISHED', 'SL' || i,
                 1700000000000 + i * 1000, 1700000000000 + i * 1000, 1, randomblob(45)
          FROM n
          """
              .formatted(rows));
    }
  }

  /** What the disk itself costs: three commits of two kilobytes, nothing else. */
  private static final class BareCommits implements AutoCloseable {
    private final Connection connection;
    private final byte[] payload = new byte[2048];

    BareCommits(Path file) throws SQLException {
      new Random(1).nextBytes(payload);
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
        statement.execute("CREATE TABLE t (payload BLOB)");
      }
    }

    void threeCommits() {
      for (int i = 0; i < 3; i++) {
        try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO t (payload) VALUES (?)")) {
          insert.setBytes(1, payload);
          insert.executeUpdate();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
