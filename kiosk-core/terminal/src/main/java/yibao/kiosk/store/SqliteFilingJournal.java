package yibao.kiosk.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import yibao.kiosk.record.EarlierFiling;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.FilingTrace;
import yibao.kiosk.store.FilingDocument.Answer;

/** The journal of filings in the terminal's database; what is said of the person is encrypted. */
public final class SqliteFilingJournal implements FilingJournal {
  private static final String BY_KEY = "SELECT " + FilingRow.COLUMNS + " FROM filing WHERE key = ?";

  private final SqliteStore store;
  private final WriterThread writer;
  private final RecordCipher cipher;
  private final ScanTable scans;
  private final InstantSource clock;

  /**
   * Keeps the journal in a store.
   *
   * @param clock tells when a filing was settled
   */
  public SqliteFilingJournal(SqliteStore store, InstantSource clock) {
    this.store = store;
    this.writer = store.writer();
    this.cipher = store.cipher();
    this.scans = new ScanTable(cipher);
    this.clock = clock;
  }

  @Override
  public Filing commit(FilingDraft draft, Instant submittedAt) {
    String key = draft.key().value();
    FilingRow fresh =
        new FilingRow(
            key,
            draft.region(),
            draft.item(),
            FilingState.SUBMITTED.name(),
            null,
            submittedAt.toEpochMilli(),
            null,
            0,
            null,
            cipher.encrypt(FilingRow.documentPlace(key), FilingDocument.write(draft)),
            null,
            null);
    return filing(
        writer.write(
            connection -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO filing ("
                          + FilingRow.COLUMNS
                          + ") VALUES ("
                          + FilingRow.MARKS
                          + ")"
                          + " ON CONFLICT (key) DO NOTHING")) {
                fresh.bind(insert, cipher);
                if (insert.executeUpdate() == 0) {
                  return existing(connection, draft.key());
                }
                if (!draft.attachments().isEmpty()) {
                  scans.hold(connection, FilingRow.holder(key), draft.attachments());
                }
                return fresh;
              }
            }));
  }

  @Override
  public void tryDisk() {
    writer.write(
        connection -> {
          store.requireRoom();
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("UPDATE run SET started_at = started_at");
          }
        });
  }

  @Override
  public Filing noteAttempt(FilingKey key) {
    return change(key, row -> settled(row) ? row : row.sending());
  }

  @Override
  public Filing settle(
      FilingKey key,
      FilingState state,
      Optional<String> number,
      Optional<String> cause,
      Optional<String> words) {
    return answer(key, state, number, cause, new Answer(words, Optional.empty()));
  }

  @Override
  public Filing settleForEarlier(FilingKey key, String cause, EarlierFiling earlier) {
    return answer(
        key,
        FilingState.REFUSED,
        Optional.empty(),
        Optional.of(cause),
        new Answer(Optional.empty(), Optional.of(earlier)));
  }

  @Override
  public FilingTrace correct(FilingKey key, FilingState state, String number) {
    long now = clock.millis();
    return trace(
        changedRow(
            key,
            row ->
                row.answered(
                    state.name(),
                    number,
                    row.cause(),
                    row.answer(),
                    row.settledAt() == null ? Long.valueOf(now) : row.settledAt())));
  }

  @Override
  public Optional<Filing> find(FilingKey key) {
    return writer
        .read(connection -> row(connection, key))
        .filter(row -> row.document() != null)
        .map(this::filing);
  }

  @Override
  public Optional<FilingTrace> trace(FilingKey key) {
    return writer.read(connection -> row(connection, key)).map(SqliteFilingJournal::trace);
  }

  @Override
  public List<FilingTrace> submittedBetween(Instant from, Instant to, int limit) {
    List<FilingRow> rows =
        writer.read(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT "
                          + FilingRow.COLUMNS
                          + " FROM filing WHERE submitted_at >= ? AND submitted_at < ?"
                          + " ORDER BY submitted_at, seq LIMIT ?")) {
                select.setLong(1, from.toEpochMilli());
                select.setLong(2, to.toEpochMilli());
                select.setInt(3, limit);
                return rows(select);
              }
            });
    return rows.stream().map(SqliteFilingJournal::trace).toList();
  }

  @Override
  public List<Filing> unsettled(int limit) {
    return unsettled("0", "", limit);
  }

  @Override
  public List<Filing> parked(int limit) {
    List<FilingRow> rows =
        writer.read(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT "
                          + FilingRow.COLUMNS
                          + " FROM filing WHERE state = 'PARKED' ORDER BY seq LIMIT ?")) {
                select.setInt(1, limit);
                return rows(select);
              }
            });
    return rows.stream().map(this::filing).toList();
  }

  @Override
  public List<Filing> unsettledAfter(FilingKey last, int limit) {
    return unsettled("(SELECT seq FROM filing WHERE key = ?)", last.value(), limit);
  }

  private List<Filing> unsettled(String after, String key, int limit) {
    List<FilingRow> rows =
        writer.read(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT "
                          + FilingRow.COLUMNS
                          + " FROM filing WHERE state IN ('SUBMITTED', 'UNCONFIRMED') AND seq > "
                          + after
                          + " ORDER BY seq LIMIT ?")) {
                int parameter = 1;
                if (!key.isEmpty()) {
                  select.setString(parameter++, key);
                }
                select.setInt(parameter, limit);
                return rows(select);
              }
            });
    return rows.stream().map(this::filing).toList();
  }

  private Filing answer(
      FilingKey key,
      FilingState state,
      Optional<String> number,
      Optional<String> cause,
      Answer answer) {
    byte[] document =
        answer.equals(Answer.NONE)
            ? null
            : cipher.encrypt(FilingRow.answerPlace(key.value()), FilingDocument.write(answer));
    Long settledAt = state.settled() ? clock.millis() : null;
    return change(
        key,
        row ->
            settled(row) && !state.settled()
                ? row
                : row.answered(
                    state.name(), number.orElse(null), cause.orElse(null), document, settledAt));
  }

  private Filing change(FilingKey key, UnaryOperator<FilingRow> change) {
    return filing(changedRow(key, change));
  }

  private FilingRow changedRow(FilingKey key, UnaryOperator<FilingRow> change) {
    return writer.write(
        connection -> {
          FilingRow changed = change.apply(existing(connection, key));
          changed.update(connection, cipher);
          return changed;
        });
  }

  private FilingRow existing(Connection connection, FilingKey key) throws SQLException {
    return row(connection, key)
        .orElseThrow(() -> new IllegalArgumentException("no filing under " + key));
  }

  private Optional<FilingRow> row(Connection connection, FilingKey key) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(BY_KEY)) {
      select.setString(1, key.value());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(FilingRow.read(rows, cipher)) : Optional.empty();
      }
    }
  }

  private List<FilingRow> rows(PreparedStatement select) throws SQLException {
    try (ResultSet result = select.executeQuery()) {
      List<FilingRow> found = new ArrayList<>();
      while (result.next()) {
        found.add(FilingRow.read(result, cipher));
      }
      return found;
    }
  }

  private static boolean settled(FilingRow row) {
    return FilingState.valueOf(row.state()).settled();
  }

  private static FilingTrace trace(FilingRow row) {
    return new FilingTrace(
        new FilingKey(row.key()),
        row.region(),
        row.item(),
        FilingState.valueOf(row.state()),
        Optional.ofNullable(row.number()),
        Instant.ofEpochMilli(row.submittedAt()),
        row.document() == null);
  }

  private Filing filing(FilingRow row) {
    if (row.document() == null) {
      throw new IllegalStateException("filing " + row.key() + " is answered and purged");
    }
    Answer answer =
        row.answer() == null
            ? Answer.NONE
            : FilingDocument.readAnswer(
                cipher.decrypt(FilingRow.answerPlace(row.key()), row.answer()));
    return new Filing(
        FilingDocument.readDraft(
            cipher.decrypt(FilingRow.documentPlace(row.key()), row.document())),
        FilingState.valueOf(row.state()),
        Optional.ofNullable(row.number()),
        Instant.ofEpochMilli(row.submittedAt()),
        row.attempts(),
        Optional.ofNullable(row.cause()),
        answer.words(),
        answer.earlier());
  }
}
