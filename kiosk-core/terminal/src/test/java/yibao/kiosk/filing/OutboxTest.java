package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.filing.Province.Mood;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;

/** What waits: in which order it goes, how often it is tried, who hears of it. */
class OutboxTest extends FilingsOnDisk {
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

  /** R16: what a clock can do while a filing waits; a leap second repeats one. */
  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "P3650D", "P-3650D", "P-20454D", "PT-1S"})
  void aClockThatJumpsChangesNeitherPausesNorOrder(Duration jump) {
    province.usually(Mood.DOWN);
    FilingDraft first = Drafts.relocation(FilingKey.fresh(), "1");
    FilingDraft second = Drafts.relocation(FilingKey.fresh(), "1");
    filings.submit(first);
    time.jump(jump);
    filings.submit(second);
    province.usually(Mood.NORMAL);
    province.calls.clear();
    time.pass(FilingLimits.usual().longestPause());
    assertSettledOnce(first, second);
    assertEquals(
        Stream.of(first, second).map(draft -> "submit " + draft.key().value()).toList(),
        province.calls);
  }

  @Test
  void aFullOutboxTakesNoMoreAndSaysSoBeforehand() {
    province.usually(Mood.DOWN);
    FilingLimits usual = FilingLimits.usual();
    Filings small =
        over(
            journal,
            new FilingLimits(
                usual.firstPause(),
                usual.longestPause(),
                usual.startSpread(),
                usual.laneWait(),
                usual.tooLong(),
                2,
                Long.MAX_VALUE));
    assertEquals(Optional.empty(), small.closedBecause());
    small.submit(Drafts.relocation());
    small.submit(Drafts.relocation());
    assertEquals(Optional.of(Filings.OUTBOX_FULL), small.closedBecause());
    assertEquals(
        new SubmitOutcome.NotTaken(Filings.OUTBOX_FULL), small.submit(Drafts.relocation()));
  }

  private List<FilingEvent> alarms() {
    return events.stream().filter(FilingEvent.WaitingTooLong.class::isInstance).toList();
  }
}
