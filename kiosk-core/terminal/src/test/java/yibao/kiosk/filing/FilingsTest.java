package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
import yibao.kiosk.record.FilingState;

/** What a filing comes to when it is handed in, whatever happens to the call. */
class FilingsTest extends FilingsOnDisk {
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
}
