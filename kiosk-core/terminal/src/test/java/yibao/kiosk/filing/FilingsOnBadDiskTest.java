package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import yibao.kiosk.filing.Province.Mood;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.store.FilingJournal;
import yibao.kiosk.store.StoreFault;

/** A disk that does not do what it should. */
class FilingsOnBadDiskTest extends FilingsOnDisk {
  @Test
  void aFilingThatCannotBeReadDoesNotStopTheOutbox() {
    province.usually(Mood.DOWN);
    FilingDraft unreadable = Drafts.relocation(FilingKey.fresh(), "1");
    FilingDraft other = Drafts.relocation(FilingKey.fresh(), "2");
    filings.submit(unreadable);
    filings.submit(other);
    filings.close();
    filings = over(failingOn(unreadable.key()), FilingLimits.usual());
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
    filings = over(stalling(), FilingLimits.usual());

    StoreFault fault = assertThrows(StoreFault.class, () -> filings.submit(draft));

    assertEquals(StoreFault.STALLED, fault.code());
    time.pass(FilingLimits.usual().longestPause());
    assertSettledOnce(draft);
    assertEquals(0, filings.waiting());
  }

  @Test
  void aFullDiskIsToldToStaffAndToTheNextCitizenBeforeTypingUntilThereIsSpaceAgain() {
    AtomicBoolean full = new AtomicBoolean(true);
    Filings onFullDisk = over(filling(full), FilingLimits.usual());
    FilingDraft draft = Drafts.relocation();
    assertEquals(Optional.empty(), onFullDisk.closedBecause());

    assertThrows(StoreFault.class, () -> onFullDisk.submit(draft));

    assertEquals(List.of(new FilingEvent.JournalFault(draft.key(), StoreFault.DISK_FULL)), events);
    assertEquals(Optional.of(StoreFault.DISK_FULL), onFullDisk.closedBecause());
    assertEquals(List.of(), province.calls);

    full.set(false);
    assertEquals(Optional.empty(), onFullDisk.closedBecause());
    assertInstanceOf(SubmitOutcome.Finished.class, onFullDisk.submit(draft));
    onFullDisk.close();
  }

  @Test
  void whoeverComesFirstAfterAStartOnAFullDiskIsToldBeforeTyping() {
    AtomicBoolean full = new AtomicBoolean(true);
    Filings startedOnFullDisk = over(filling(full), FilingLimits.usual());
    startedOnFullDisk.start();

    assertEquals(Optional.of(StoreFault.DISK_FULL), startedOnFullDisk.closedBecause());

    full.set(false);
    assertEquals(Optional.empty(), startedOnFullDisk.closedBecause());
    startedOnFullDisk.close();
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
}
