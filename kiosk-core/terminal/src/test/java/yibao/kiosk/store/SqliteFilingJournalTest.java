package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.EarlierFiling;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

class SqliteFilingJournalTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00.123Z");

  @TempDir Path directory;
  private SqliteStore store;
  private FilingJournal journal;

  @BeforeEach
  void open() {
    store = SqliteStore.open(directory, Keys.named("k1"), InstantSource.fixed(NOW));
    journal = new SqliteFilingJournal(store, InstantSource.fixed(NOW));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aCommittedFilingIsTheSameAfterTheJournalWasClosedAndOpened() {
    FilingDraft draft = Drafts.relocation();
    Filing committed = journal.commit(draft, NOW);
    store.close();
    open();
    assertEquals(Optional.of(committed), journal.find(draft.key()));
    assertEquals(draft, committed.draft());
    assertEquals(FilingState.SUBMITTED, committed.state());
    assertEquals(NOW, committed.submittedAt());
    assertEquals(0, committed.attempts());
  }

  @Test
  void theSameKeyTwiceIsOneFilingAndTheFirstOneStays() {
    FilingDraft first = Drafts.relocation();
    FilingDraft second = Drafts.relocation(first.key(), "63000000000000009999");
    journal.commit(first, NOW);
    Filing again = journal.commit(second, NOW.plusSeconds(1));
    assertEquals(first, again.draft());
    assertEquals(1, journal.unsettled(10).size());
  }

  @Test
  void aFilingThatIsBeingSentIsUnconfirmedUntilAnAnswerIsWritten() {
    FilingKey key = journal.commit(Drafts.relocation(), NOW).key();
    assertEquals(FilingState.UNCONFIRMED, journal.noteAttempt(key).state());
    assertEquals(2, journal.noteAttempt(key).attempts());
    Filing settled =
        journal.settle(
            key,
            FilingState.FINISHED,
            Optional.of("SL202603020001"),
            Optional.empty(),
            Optional.empty());
    assertEquals(FilingState.FINISHED, settled.state());
    assertEquals(Optional.of("SL202603020001"), settled.number());
    assertEquals(Optional.of(settled), journal.find(key));
    assertTrue(journal.unsettled(10).isEmpty());
  }

  @Test
  void anAnsweredFilingNeverBecomesUnanswered() {
    FilingKey key = journal.commit(Drafts.relocation(), NOW).key();
    Filing answered =
        journal.settle(
            key, FilingState.ACCEPTED, Optional.of("SL1"), Optional.empty(), Optional.of("请等待审核"));
    assertEquals(
        answered,
        journal.settle(
            key,
            FilingState.UNCONFIRMED,
            Optional.empty(),
            Optional.of("platform.timeout"),
            Optional.empty()));
    assertEquals(answered, journal.noteAttempt(key));
  }

  @Test
  void theEarlierFilingThatStoodInTheWayIsKeptWithItsDayAndWords() {
    FilingKey key = journal.commit(Drafts.relocation(), NOW).key();
    EarlierFiling earlier =
        new EarlierFiling("SL202503010007", LocalDate.of(2025, 3, 1), "长期居住，云岚省");
    journal.settleForEarlier(key, "platform.already-filed", earlier);
    Filing found = journal.find(key).orElseThrow();
    assertEquals(FilingState.REFUSED, found.state());
    assertEquals(Optional.of(earlier), found.earlier());
    assertEquals(Optional.of("platform.already-filed"), found.cause());
  }

  @Test
  void whatIsUnansweredComesInTheOrderOfCommittingWhateverTheClockSaid() {
    List<FilingKey> keys =
        Stream.iterate(NOW, time -> time.minusSeconds(86_400))
            .limit(5)
            .map(time -> journal.commit(Drafts.relocation(), time).key())
            .toList();
    journal.settle(
        keys.get(1), FilingState.REFUSED, Optional.empty(), Optional.of("x"), Optional.empty());
    List<FilingKey> expected = List.of(keys.get(0), keys.get(2), keys.get(3), keys.get(4));
    assertEquals(expected, journal.unsettled(10).stream().map(Filing::key).toList());
    assertEquals(expected.subList(0, 2), journal.unsettled(2).stream().map(Filing::key).toList());
    assertEquals(
        expected.subList(2, 4),
        journal.unsettledAfter(expected.get(1), 10).stream().map(Filing::key).toList());
  }

  @Test
  void aFilingThatIsNotThereIsNotFoundAndCannotBeSettled() {
    FilingKey unknown = FilingKey.fresh();
    assertTrue(journal.find(unknown).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> journal.noteAttempt(unknown));
  }

  @Test
  void anOrderlyEndIsToldFromACrash() {
    assertFalse(store.crashedBefore());
    store.close();
    open();
    assertFalse(store.crashedBefore());
  }
}
