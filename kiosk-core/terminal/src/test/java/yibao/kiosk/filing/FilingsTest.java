package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import yibao.kiosk.filing.Province.Mood;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.EarlierFiling;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.FilingJournal;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;
import yibao.kiosk.store.StoreFault;

/**
 * Filings against the real journal on a real disk, a platform with moods, and time made by hand.
 */
class FilingsTest {
  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final Province province = new Province();
  private final Enclosures nothingGoesWith = _ -> Optional.empty();
  private final List<FilingEvent> events = new ArrayList<>();
  private Optional<String> doubt = Optional.empty();
  private SqliteStore store;
  private SqliteFilingJournal journal;
  private Filings filings;

  @BeforeEach
  void powerOn() {
    store = SqliteStore.open(directory, new OneKey(), time);
    journal = new SqliteFilingJournal(store, time);
    filings =
        new Filings(
            journal,
            province,
            nothingGoesWith,
            time,
            () -> doubt,
            FilingLimits.usual(),
            new Random(1),
            Runnable::run,
            List.of(events::add));
    filings.start();
    time.pass(FilingLimits.usual().startSpread());
  }

  @AfterEach
  void powerOff() {
    filings.close();
    store.close();
  }

  static Stream<Arguments> answers() {
    EarlierFiling earlier = new EarlierFiling("SL9", LocalDate.of(2025, 3, 1), "长期居住，云岚省");
    return Stream.of(
        Arguments.of(
            new FilingReply.Taken("SL1", FilingState.FINISHED), new SubmitOutcome.Finished("SL1")),
        Arguments.of(
            new FilingReply.Taken("SL1", FilingState.ACCEPTED),
            new SubmitOutcome.Accepted("SL1", FilingState.ACCEPTED)),
        Arguments.of(
            new FilingReply.Taken("SL1", FilingState.RECEIVED),
            new SubmitOutcome.Accepted("SL1", FilingState.RECEIVED)),
        Arguments.of(
            new FilingReply.AlreadyFiled("SL9", LocalDate.of(2025, 3, 1), "长期居住，云岚省"),
            new SubmitOutcome.AlreadyFiled(earlier)),
        Arguments.of(
            new FilingReply.Refused("platform.not-insured", "未参保"),
            new SubmitOutcome.Refused("platform.not-insured", "未参保")));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void eachAnswerIsToldAndTheSameAgainWhenTheCitizenTapsTwiceOrPowerReturns(
      FilingReply reply, SubmitOutcome outcome) {
    province.says(reply);
    FilingDraft draft = Drafts.relocation();
    assertEquals(outcome, filings.submit(draft));
    assertEquals(outcome, filings.submit(draft));
    restart();
    assertEquals(outcome, filings.submit(draft));
    assertEquals(List.of("submit " + draft.key().value()), province.calls);
  }

  @Test
  void aFilingIsOnTheDiskBeforeItIsSent() {
    FilingDraft draft = Drafts.relocation();
    List<FilingState> seen = new ArrayList<>();
    province.during(() -> seen.add(journal.find(draft.key()).orElseThrow().state()));
    filings.submit(draft);
    assertEquals(List.of(FilingState.UNCONFIRMED), seen);
  }

  @Test
  void aPlatformThatIsDownLeavesTheFilingWaitingAndItIsSentWhenThePlatformReturns() {
    province.usually(Mood.DOWN);
    FilingDraft draft = Drafts.relocation();
    Filing waiting =
        assertInstanceOf(SubmitOutcome.NotSentYet.class, filings.submit(draft)).filing();
    assertEquals(Optional.of("platform.unreachable"), waiting.cause());
    assertEquals(1, filings.waiting());
    time.pass(Duration.ofHours(1));
    province.usually(Mood.NORMAL);
    time.pass(FilingLimits.usual().longestPause());
    assertSettledOnce(draft);
    assertFalse(
        province.calls.stream().anyMatch(call -> call.startsWith("ask")),
        "what certainly was not sent need not be asked about");
  }

  @Test
  void aLostReplyIsAskedAboutAtOnceAndNotSentAgain() {
    province.next(Mood.REPLY_LOST, Mood.NORMAL);
    FilingDraft draft = Drafts.relocation();
    assertEquals(new SubmitOutcome.Finished("SL1"), filings.submit(draft));
    assertCalls(draft, "submit", "ask");
  }

  @Test
  void aReplyThatStaysLostIsUnconfirmedAndAskedAboutLaterBeforeAnythingElse() {
    province.next(Mood.REPLY_LOST, Mood.REQUEST_LOST);
    FilingDraft draft = Drafts.relocation();
    assertInstanceOf(SubmitOutcome.Unconfirmed.class, filings.submit(draft));
    time.pass(Duration.ofMinutes(1));
    assertSettledOnce(draft);
    assertCalls(draft, "submit", "ask", "ask");
  }

  @Test
  void aFilingThePlatformDoesNotKnowIsSentAgainUnderTheSameKey() {
    province.next(Mood.REQUEST_LOST, Mood.NORMAL);
    FilingDraft draft = Drafts.relocation();
    assertInstanceOf(SubmitOutcome.Unconfirmed.class, filings.submit(draft));
    time.pass(Duration.ofMinutes(1));
    assertSettledOnce(draft);
    assertCalls(draft, "submit", "ask", "ask", "submit");
    assertEquals(2, journal.find(draft.key()).orElseThrow().attempts());
  }

  @Test
  void anAdapterThatFailsIsAnUnknownAnswer() {
    province.next(Mood.BROKEN, Mood.BROKEN);
    FilingDraft draft = Drafts.relocation();
    Filing filing =
        assertInstanceOf(SubmitOutcome.Unconfirmed.class, filings.submit(draft)).filing();
    assertEquals(Optional.of("platform.fault"), filing.cause());
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      names = {"NORMAL", "REPLY_LOST", "REQUEST_LOST", "DOWN"})
  void powerLostBetweenSendingAndAnswerIsAskedAboutFirstAfterTheStart(Mood lastCall) {
    FilingDraft draft = Drafts.relocation();
    province.next(lastCall);
    province.during(this::losePower);
    try {
      filings.submit(draft);
    } catch (IllegalStateException powerIsGone) {
      // What the terminal would have written after the power cut is not on its disk.
    }
    province.during(() -> {});
    powerOn();
    assertEquals("ask " + draft.key().value(), province.calls.get(1));
    time.pass(Duration.ofMinutes(10));
    assertSettledOnce(draft);
  }

  @Test
  void whatWasUnderWayComesBeforeWhatWasNeverSent() {
    province.usually(Mood.DOWN);
    FilingDraft waiting = Drafts.relocation(FilingKey.fresh(), "1");
    filings.submit(waiting);
    province.usually(Mood.REQUEST_LOST);
    FilingDraft underWay = Drafts.relocation(FilingKey.fresh(), "2");
    filings.submit(underWay);
    province.calls.clear();
    province.usually(Mood.NORMAL);
    restart();
    assertEquals("ask " + underWay.key().value(), province.calls.getFirst());
    assertSettledOnce(waiting, underWay);
  }

  @Test
  void filingsOfOnePersonGoInTheirOrder() {
    province.usually(Mood.DOWN);
    FilingDraft first = Drafts.relocation(FilingKey.fresh(), "1");
    FilingDraft second = Drafts.relocation(FilingKey.fresh(), "1");
    filings.submit(first);
    filings.submit(second);
    province.usually(Mood.NORMAL);
    province.calls.clear();
    FilingDraft third = Drafts.relocation(FilingKey.fresh(), "1");
    assertInstanceOf(SubmitOutcome.Finished.class, filings.submit(third));
    assertEquals(
        Stream.of(first, second, third).map(draft -> "submit " + draft.key().value()).toList(),
        province.calls);
  }

  @Test
  void aFilingThePlatformNeverAnswersDoesNotHoldUpOtherPersons() {
    province.usually(Mood.DOWN);
    List<FilingDraft> stuck =
        Stream.of("1", "2", "3", "4").map(n -> Drafts.relocation(FilingKey.fresh(), n)).toList();
    stuck.forEach(filings::submit);
    stuck.forEach(draft -> province.silentAbout(draft.key()));
    FilingDraft other = Drafts.relocation(FilingKey.fresh(), "5");
    filings.submit(other);
    province.usually(Mood.NORMAL);
    time.pass(Duration.ofMinutes(5));
    assertTrue(journal.find(other.key()).orElseThrow().state().settled());
    assertEquals(stuck.size(), filings.waiting());
  }

  @Test
  void aPlatformThatAnswersNobodyIsLeftAloneLongerAndLonger() {
    province.usually(Mood.DOWN);
    for (int person = 0; person < 20; person++) {
      filings.submit(Drafts.relocation(FilingKey.fresh(), "" + person));
    }
    time.pass(Duration.ofHours(1));
    province.calls.clear();
    time.pass(Duration.ofHours(1));
    assertTrue(
        province.calls.size() <= 24, "at most one call in 2.5 minutes: " + province.calls.size());
    assertTrue(province.calls.size() >= 6, "it goes on trying: " + province.calls.size());
    province.usually(Mood.NORMAL);
    time.pass(FilingLimits.usual().longestPause().multipliedBy(2));
    assertEquals(0, filings.waiting());
    assertEquals(20, province.ledger.size());
  }

  @Test
  void staffHearOfFilingsThatWaitTooLongUntilNothingWaits() {
    province.usually(Mood.DOWN);
    FilingDraft draft = Drafts.relocation();
    filings.submit(draft);
    time.pass(Duration.ofMinutes(100));
    List<FilingEvent> alarms = alarms();
    assertTrue(alarms.size() >= 2);
    assertEquals(draft.key(), ((FilingEvent.WaitingTooLong) alarms.getFirst()).oldest());
    province.usually(Mood.NORMAL);
    time.pass(Duration.ofMinutes(10));
    int before = alarms().size();
    time.pass(Duration.ofHours(2));
    assertEquals(before, alarms().size());
  }

  @Test
  void twoHandsAtOnceMakeOneFiling() throws Exception {
    FilingDraft draft = Drafts.relocation();
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<SubmitOutcome> tap = () -> filings.submit(draft);
      for (Future<SubmitOutcome> outcome : hands.invokeAll(List.of(tap, tap, tap, tap))) {
        assertEquals(new SubmitOutcome.Finished("SL1"), outcome.get());
      }
    }
    assertCalls(draft, "submit");
    assertSettledOnce(draft);
  }

  @Test
  void aClockThatJumpsTenYearsBackDoesNotStopTheOutbox() {
    province.usually(Mood.DOWN);
    FilingDraft draft = Drafts.relocation();
    filings.submit(draft);
    time.jump(Duration.ofDays(-3650));
    province.usually(Mood.NORMAL);
    time.pass(FilingLimits.usual().longestPause());
    assertSettledOnce(draft);
  }

  @Test
  void aClockInDoubtTakesNoNewFilingButSettlesWhatIsThere() {
    province.usually(Mood.DOWN);
    FilingDraft before = Drafts.relocation();
    filings.submit(before);
    province.usually(Mood.NORMAL);
    doubt = Optional.of("clock.went-back");
    FilingDraft draft = Drafts.relocation();
    assertEquals(new SubmitOutcome.NotTaken("clock.went-back"), filings.submit(draft));
    assertTrue(journal.find(draft.key()).isEmpty());
    time.pass(FilingLimits.usual().longestPause());
    assertSettledOnce(before);
  }

  @Test
  void aFilingThatCannotBeReadDoesNotStopTheOutbox() {
    province.usually(Mood.DOWN);
    FilingDraft unreadable = Drafts.relocation(FilingKey.fresh(), "1");
    FilingDraft other = Drafts.relocation(FilingKey.fresh(), "2");
    filings.submit(unreadable);
    filings.submit(other);
    filings.close();
    filings =
        new Filings(
            failingOn(unreadable.key()),
            province,
            nothingGoesWith,
            time,
            Optional::empty,
            FilingLimits.usual(),
            new Random(1),
            Runnable::run,
            List.of());
    province.usually(Mood.NORMAL);
    filings.start();
    time.pass(Duration.ofMinutes(1));
    assertTrue(journal.find(other.key()).orElseThrow().state().settled());
    assertEquals(1, filings.waiting());
  }

  @Test
  void whatAStalledDiskHasTakenAllTheSameIsSentWithoutWaitingForAStart() {
    FilingDraft draft = Drafts.relocation();
    filings.close();
    filings =
        new Filings(
            stalling(),
            province,
            nothingGoesWith,
            time,
            Optional::empty,
            FilingLimits.usual(),
            new Random(1),
            Runnable::run,
            List.of());

    StoreFault fault = assertThrows(StoreFault.class, () -> filings.submit(draft));

    assertEquals(StoreFault.STALLED, fault.code());
    time.pass(FilingLimits.usual().longestPause());
    assertSettledOnce(draft);
    assertEquals(0, filings.waiting());
  }

  @Test
  void aFullDiskIsToldToStaffAndToTheNextCitizenBeforeTypingUntilThereIsSpaceAgain() {
    List<FilingEvent> heard = new ArrayList<>();
    AtomicBoolean full = new AtomicBoolean(true);
    Filings onFullDisk =
        new Filings(
            filling(full),
            province,
            nothingGoesWith,
            time,
            Optional::empty,
            FilingLimits.usual(),
            new Random(1),
            Runnable::run,
            List.of(heard::add));
    FilingDraft draft = Drafts.relocation();
    assertEquals(Optional.empty(), onFullDisk.closedBecause());

    assertThrows(StoreFault.class, () -> onFullDisk.submit(draft));

    assertEquals(List.of(new FilingEvent.JournalFault(draft.key(), StoreFault.DISK_FULL)), heard);
    assertEquals(Optional.of(StoreFault.DISK_FULL), onFullDisk.closedBecause());
    assertEquals(List.of(), province.calls);

    full.set(false);
    assertEquals(Optional.empty(), onFullDisk.closedBecause());
    assertInstanceOf(SubmitOutcome.Finished.class, onFullDisk.submit(draft));
    onFullDisk.close();
  }

  /** The journal on a disk that takes no change while it is full. */
  private FilingJournal filling(AtomicBoolean full) {
    return (FilingJournal)
        Proxy.newProxyInstance(
            FilingJournal.class.getClassLoader(),
            new Class<?>[] {FilingJournal.class},
            (_, method, arguments) -> {
              if (full.get() && Set.of("commit", "tryDisk").contains(method.getName())) {
                throw new StoreFault(StoreFault.DISK_FULL, "free space on the data disk");
              }
              return method.invoke(journal, arguments);
            });
  }

  /** The journal on a disk that does not say whether it holds what is committed. */
  private FilingJournal stalling() {
    return (FilingJournal)
        Proxy.newProxyInstance(
            FilingJournal.class.getClassLoader(),
            new Class<?>[] {FilingJournal.class},
            (_, method, arguments) -> {
              Object result = method.invoke(journal, arguments);
              if (method.getName().equals("commit")) {
                throw new StoreFault(StoreFault.STALLED, "the data disk does not answer");
              }
              return result;
            });
  }

  /** The journal, but for one filing that nothing can be done with. */
  private FilingJournal failingOn(FilingKey key) {
    return (FilingJournal)
        Proxy.newProxyInstance(
            FilingJournal.class.getClassLoader(),
            new Class<?>[] {FilingJournal.class},
            (_, method, arguments) -> {
              if (method.getName().equals("find") && key.equals(arguments[0])) {
                throw new IllegalStateException("made to fail");
              }
              return method.invoke(journal, arguments);
            });
  }

  @Test
  void aFilingThatCannotBeSentIsParkedWithItsCauseAndHoldsNobodyUp() {
    province.says(new FilingReply.CannotSend("platform.operation-not-mapped"));
    FilingDraft parked = Drafts.relocation(FilingKey.fresh(), "1");
    Filing told = assertInstanceOf(SubmitOutcome.Parked.class, filings.submit(parked)).filing();
    assertEquals(Optional.of("platform.operation-not-mapped"), told.cause());
    assertEquals(0, filings.waiting());
    time.pass(Duration.ofDays(2));
    assertEquals(1, province.calls.size(), "nothing is tried again by itself");
    assertEquals(List.of(told), filings.parked(10));
    province.saysWhatItKeeps();
    assertInstanceOf(
        SubmitOutcome.Finished.class, filings.submit(Drafts.relocation(FilingKey.fresh(), "1")));
  }

  @Test
  void aParkedFilingIsSentOnceItsCauseIsSeenToAndAlsoAfterAStart() {
    province.says(new FilingReply.CannotSend("platform.operation-not-mapped"));
    FilingDraft byHand = Drafts.relocation(FilingKey.fresh(), "1");
    FilingDraft byStart = Drafts.relocation(FilingKey.fresh(), "2");
    filings.submit(byHand);
    filings.submit(byStart);
    province.saysWhatItKeeps();
    assertEquals(FilingState.FINISHED, filings.tryAgain(byHand.key()).orElseThrow().state());
    restart();
    time.pass(FilingLimits.usual().startSpread());
    assertEquals(FilingState.FINISHED, journal.find(byStart.key()).orElseThrow().state());
    assertEquals(List.of(), filings.parked(10));
    assertEquals(2, province.ledger.size());
  }

  @Test
  void staffMayTakeAParkedFilingOutOfTheTerminalsHandsButNoOther() {
    province.says(new FilingReply.CannotSend("platform.operation-not-mapped"));
    FilingDraft parked = Drafts.relocation(FilingKey.fresh(), "1");
    filings.submit(parked);
    assertEquals(FilingState.WITHDRAWN, filings.giveUp(parked.key()).orElseThrow().state());
    assertEquals(List.of(), filings.parked(10));
    province.saysWhatItKeeps();
    FilingDraft sent = Drafts.relocation(FilingKey.fresh(), "2");
    filings.submit(sent);
    assertEquals(FilingState.FINISHED, filings.giveUp(sent.key()).orElseThrow().state());
    assertEquals(Optional.empty(), filings.giveUp(FilingKey.fresh()));
  }

  @Test
  void aFullOutboxTakesNoMoreAndSaysSoBeforehand() {
    province.usually(Mood.DOWN);
    FilingLimits usual = FilingLimits.usual();
    Filings small =
        new Filings(
            journal,
            province,
            nothingGoesWith,
            time,
            Optional::empty,
            new FilingLimits(
                usual.firstPause(),
                usual.longestPause(),
                usual.startSpread(),
                usual.laneWait(),
                usual.tooLong(),
                2,
                Long.MAX_VALUE),
            new Random(1),
            Runnable::run,
            List.of());
    assertEquals(Optional.empty(), small.closedBecause());
    small.submit(Drafts.relocation());
    small.submit(Drafts.relocation());
    assertEquals(Optional.of(Filings.OUTBOX_FULL), small.closedBecause());
    assertEquals(
        new SubmitOutcome.NotTaken(Filings.OUTBOX_FULL), small.submit(Drafts.relocation()));
  }

  @Test
  void eventsSayWhatChangedAndNothingOfThePerson() {
    province.next(Mood.REPLY_LOST, Mood.REQUEST_LOST);
    FilingDraft draft = Drafts.relocation();
    filings.submit(draft);
    time.pass(Duration.ofMinutes(1));
    assertEquals(
        List.of(FilingState.SUBMITTED, FilingState.UNCONFIRMED, FilingState.FINISHED),
        events.stream().map(event -> ((FilingEvent.Changed) event).state()).toList());
    assertFalse(events.toString().contains(draft.personName()));
    assertFalse(events.toString().contains(draft.certificateNumber()));
  }

  private List<FilingEvent> alarms() {
    return events.stream().filter(FilingEvent.WaitingTooLong.class::isInstance).toList();
  }

  private void restart() {
    powerOff();
    powerOn();
  }

  /** The disk keeps what it has; the process can write nothing any more. */
  private void losePower() {
    filings.close();
    store.close();
  }

  private void assertCalls(FilingDraft draft, String... calls) {
    assertEquals(
        Arrays.stream(calls).map(call -> call + " " + draft.key().value()).toList(),
        province.calls);
  }

  private void assertSettledOnce(FilingDraft... drafts) {
    for (FilingDraft draft : drafts) {
      Filing filing = journal.find(draft.key()).orElseThrow();
      assertEquals(FilingState.FINISHED, filing.state());
      assertEquals(filing.number(), Optional.ofNullable(province.ledger.get(draft.key())));
    }
    assertEquals(drafts.length, province.ledger.size());
    assertEquals(0, filings.waiting());
  }
}
