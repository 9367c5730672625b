package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

/** What cannot be sent, however often it is tried. */
class ParkedFilingsTest extends FilingsOnDisk {
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
}
