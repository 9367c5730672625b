package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.FilingTrace;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;
import yibao.kiosk.store.StoreUpkeep;

class DayEndTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final Province province = new Province();
  private final List<FilingOnRecord> book = new ArrayList<>();
  private SqliteStore store;
  private SqliteFilingJournal journal;
  private DayEnd dayEnd;

  @BeforeEach
  void open() {
    store = SqliteStore.open(directory, new OneKey(), time);
    journal = new SqliteFilingJournal(store, time);
    dayEnd = new DayEnd(journal, _ -> new Reply.Answered<>(book), province, ZONE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void twoBooksThatSayTheSameAgree() {
    listed(settled(FilingState.FINISHED, "SL1"), FilingState.FINISHED, "SL1");
    listed(settled(FilingState.ACCEPTED, "SL2"), FilingState.ACCEPTED, "SL2");
    settled(FilingState.REFUSED, null);
    assertEquals(new DayEndReport.Compared(DAY, 2, List.of()), dayEnd.compare(DAY));
  }

  @Test
  void whatDiffersIsListedChangesNothingAndIsPutRightOneByOne() {
    FilingKey state = settled(FilingState.ACCEPTED, "SL1");
    FilingKey number = settled(FilingState.FINISHED, "SL2");
    FilingKey refusedHere = settled(FilingState.REFUSED, null);
    FilingKey unanswered = committed();
    listed(state, FilingState.FINISHED, "SL1");
    listed(number, FilingState.FINISHED, "SL3");
    listed(refusedHere, FilingState.FINISHED, "SL4");
    listed(unanswered, FilingState.FINISHED, "SL5");

    List<DayDifference> differences = differences();
    assertEquals(4, differences.size());
    assertEquals(FilingState.ACCEPTED, trace(state).state());

    for (DayDifference difference : differences) {
      dayEnd.putRight((DayDifference.Differs) difference);
    }
    assertEquals(new DayEndReport.Compared(DAY, 4, List.of()), dayEnd.compare(DAY));
    assertEquals(Optional.of("SL3"), trace(number).number());
  }

  @Test
  void aPurgedFilingIsPutRightToo() {
    FilingKey key = settled(FilingState.ACCEPTED, "SL1");
    new StoreUpkeep(store).purgeAnsweredBefore(time.instant().plusSeconds(1));
    listed(key, FilingState.FINISHED, "SL1");
    dayEnd.putRight((DayDifference.Differs) differences().getFirst());
    assertEquals(FilingState.FINISHED, trace(key).state());
  }

  @Test
  void aFilingTheJournalDoesNotKnowIsListed() {
    listed(FilingKey.fresh(), FilingState.FINISHED, "SL1");
    assertEquals(List.of(new DayDifference.UnknownHere(book.getFirst())), differences());
  }

  @Test
  void aFilingThatIsInNoBookIsListedAndOneSentAfterMidnightIsNot() {
    FilingKey gone = settled(FilingState.FINISHED, "SL1");
    FilingKey nextDay = settled(FilingState.FINISHED, "SL2");
    province.ledger.put(nextDay, "SL2");
    assertEquals(
        new DayEndReport.Compared(DAY, 1, List.of(new DayDifference.UnknownThere(trace(gone)))),
        dayEnd.compare(DAY));
  }

  @Test
  void whatStillWaitsIsListedAsWaiting() {
    FilingKey key = committed();
    assertEquals(List.of(new DayDifference.Waiting(trace(key))), differences());
  }

  @Test
  void theDayIsTheHallsDay() {
    FilingKey lateEvening = committedAt(Instant.parse("2026-03-02T15:59:59Z"));
    committedAt(Instant.parse("2026-03-02T16:00:00Z"));
    committedAt(Instant.parse("2026-03-01T15:59:59Z"));
    assertEquals(List.of(new DayDifference.Waiting(trace(lateEvening))), differences());
  }

  @Test
  void aPlatformThatCannotBeReachedIsSaid() {
    DayEnd unreachable =
        new DayEnd(journal, _ -> new Reply.Unreachable<>("platform.timeout"), province, ZONE);
    assertEquals(new DayEndReport.NotPossible(DAY, "platform.timeout"), unreachable.compare(DAY));
  }

  private List<DayDifference> differences() {
    return ((DayEndReport.Compared) dayEnd.compare(DAY)).differences();
  }

  private FilingTrace trace(FilingKey key) {
    return journal.trace(key).orElseThrow();
  }

  private FilingKey committed() {
    return committedAt(time.instant());
  }

  private FilingKey committedAt(Instant at) {
    return journal.commit(Drafts.relocation(), at).key();
  }

  private FilingKey settled(FilingState state, String number) {
    FilingKey key = committed();
    time.pass(Duration.ofSeconds(1));
    journal.settle(key, state, Optional.ofNullable(number), Optional.empty(), Optional.empty());
    return key;
  }

  private void listed(FilingKey key, FilingState state, String number) {
    book.add(
        new FilingOnRecord(
            number,
            Optional.of(key),
            state,
            "长期居住，云岚省",
            DAY,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            FilingOnRecord.Standing.NONE,
            java.util.Map.of()));
  }
}
