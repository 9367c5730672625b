package yibao.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * From 提交 to the answer without the platform's time: encrypt, commit, note the attempt, settle; on
 * an empty journal and on one with a million filings, against three bare commits of SQLite.
 */
final class SubmitBench implements Bench {
  private static final int BLOCKS = 20;
  private static final int PER_BLOCK = 50;
  private static final int WARM_UP = 300;

  private static final int ROWS = 1_000_000;
  private static final double BUDGET_MILLIS = 15;
  private static final double BUDGET_GROWTH = 1.10;

  private final Path directory;

  /**
   * @param directory on the disk to be measured; must exist and be empty
   */
  SubmitBench(Path directory) {
    this.directory = directory;
  }

  /** Measures both journals in turns, so that a noisy disk disturbs them alike. */
  @Override
  public List<Figure> run() throws IOException, SQLException {
    Path large = Files.createDirectory(directory.resolve("large"));
    try (JournalUnderTest first = new JournalUnderTest(large)) {
      first.submit();
    }
    fill(large);
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
      return figures(nanos);
    }
  }

  private static List<Figure> figures(long[][] nanos) {
    Arrays.stream(nanos).forEach(Arrays::sort);
    double bare = at(nanos[0], 0.5);
    double empty = at(nanos[1], 0.5);
    double full = at(nanos[2], 0.5);
    String commits = "three bare commits " + millis(bare);
    return List.of(
        Figure.alone("submit, empty journal", millis(empty))
            .beside(commits, empty / bare)
            .within("≤ " + millis(BUDGET_MILLIS), empty <= BUDGET_MILLIS),
        Figure.alone("submit, %,d filings".formatted(ROWS), millis(full))
            .beside("empty journal " + millis(empty), full / empty)
            .within("≤ %.2f".formatted(BUDGET_GROWTH), full / empty <= BUDGET_GROWTH),
        Figure.alone("submit, empty journal, p99", millis(at(nanos[1], 0.99)))
            .beside(
                "three bare commits " + millis(at(nanos[0], 0.99)),
                at(nanos[1], 0.99) / at(nanos[0], 0.99)));
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.2f ms", value);
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) ((sorted.length - 1) * share)] / 1e6;
  }

  /**
   * Fills a journal with answered filings whose documents are purged, as they are a day after the
   * answer: what a terminal holds after years.
   */
  private static void fill(Path journal) throws SQLException {
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
              .formatted(ROWS));
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
}
