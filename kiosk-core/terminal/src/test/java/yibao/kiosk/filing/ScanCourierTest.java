package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.store.EncryptedScans;
import yibao.kiosk.store.Scans;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;
import yibao.sandbox.Mood;
import yibao.sandbox.SandboxPlatform;

/** Filings with scans, from the encrypted disk through the national envelope to the sandbox. */
class ScanCourierTest {
  private static final FilingLimits LIMITS = withMostBytes(90_000);

  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final byte[] page = new byte[90_000];
  private SandboxPlatform sandbox;
  private SqliteStore store;
  private Scans scans;
  private Filings filings;

  @BeforeEach
  void powerOn() throws IOException {
    new Random(3).nextBytes(page);
    sandbox =
        SandboxPlatform.start(new SandboxPlatform.Settings(directory.resolve("province"), 0, time));
    store = SqliteStore.open(directory.resolve("data"), new OneKey(), time);
    scans = new EncryptedScans(store);
    NationalPlatform platform = SandboxLine.open("T1", SandboxLine.to(sandbox), time);
    filings =
        new Filings(
            new SqliteFilingJournal(store, time),
            platform,
            new ScanCourier(scans, platform.attachments()),
            time,
            Optional::empty,
            LIMITS,
            new Random(1),
            Runnable::run,
            List.of());
    filings.start();
    time.pass(FilingLimits.usual().startSpread());
  }

  @AfterEach
  void powerOff() throws IOException {
    filings.close();
    store.close();
    sandbox.close();
  }

  @Test
  void theScanIsAtThePlatformBeforeTheFilingThatNamesIt() throws IOException {
    FilingDraft draft = draft(keep(page));
    assertInstanceOf(SubmitOutcome.Accepted.class, filings.submit(draft));
    assertArrayEquals(page, Files.readAllBytes(there(draft)));
    assertTrue(
        sandbox.filings().stream()
            .anyMatch(it -> it.key().equals(Optional.of(draft.key().value()))));
  }

  @Test
  void aFilingWhoseScansBreakOffWaitsUnsentAndFollowsOnceTheyAreThere() throws IOException {
    FilingDraft draft = draft(keep(page));
    sandbox.mood(Mood.DOWN);
    Filing waiting =
        assertInstanceOf(SubmitOutcome.NotSentYet.class, filings.submit(draft)).filing();
    assertEquals(0, waiting.attempts(), "the filing itself was never sent");
    sandbox.mood(Mood.NORMAL);
    time.pass(FilingLimits.usual().longestPause());
    assertEquals(0, filings.waiting());
    assertArrayEquals(page, Files.readAllBytes(there(draft)));
  }

  @Test
  void aScanThatIsNotOnTheDiskAnyMoreParksItsFilingForStaff() throws IOException {
    FilingDraft draft = draft(keep(page));
    Path file = directory.resolve("data").resolve(EncryptedScans.FOLDER).resolve(digest(draft));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    Filing parked = assertInstanceOf(SubmitOutcome.Parked.class, filings.submit(draft)).filing();
    assertEquals(Optional.of("filing.scan-lost"), parked.cause());
  }

  @Test
  void scansThatWaitFillTheOutboxByTheirBytesUntilTheyAreThere() throws IOException {
    sandbox.mood(Mood.DOWN);
    filings.submit(draft(keep(page)));
    assertEquals(Optional.of(Filings.OUTBOX_FULL), filings.closedBecause());
    assertEquals(
        new SubmitOutcome.NotTaken(Filings.OUTBOX_FULL),
        filings.submit(draft(keep(new byte[] {1}))));

    sandbox.mood(Mood.NORMAL);
    time.pass(FilingLimits.usual().longestPause());
    assertEquals(Optional.empty(), filings.closedBecause());
  }

  @Test
  void aScanThePlatformDoesNotTakeParksItsFilingWithThePlatformsWords() throws IOException {
    sandbox.mood(Mood.REFUSE);
    Filing parked =
        assertInstanceOf(SubmitOutcome.Parked.class, filings.submit(draft(keep(page)))).filing();
    assertEquals(Optional.of("platform.attachment-refused"), parked.cause());
    assertEquals(Optional.of("系统维护，暂不办理"), parked.words());

    sandbox.mood(Mood.NORMAL);
    assertEquals(FilingState.ACCEPTED, filings.tryAgain(parked.key()).orElseThrow().state());
  }

  private static FilingLimits withMostBytes(long bytes) {
    FilingLimits usual = FilingLimits.usual();
    return new FilingLimits(
        usual.firstPause(),
        usual.longestPause(),
        usual.startSpread(),
        usual.laneWait(),
        usual.tooLong(),
        usual.mostWaiting(),
        bytes);
  }

  private Scans.Scan keep(byte[] bytes) {
    return scans.keep(bytes, "image/jpeg", time.instant());
  }

  private Path there(FilingDraft draft) {
    return directory.resolve("province").resolve("attachments").resolve(digest(draft));
  }

  private static String digest(FilingDraft draft) {
    return draft.attachments().getFirst().digest();
  }

  private FilingDraft draft(Scans.Scan scan) {
    return new FilingDraft(
        FilingKey.fresh(),
        "yunlan",
        31,
        "reimbursement",
        "",
        "完颜若水",
        "630102195804120023",
        "630100",
        InsuranceKind.RESIDENT_BASIC,
        Map.of("care", "clinic"),
        Optional.empty(),
        Optional.empty(),
        List.of(new Attachment(scan.digest(), "invoice", scan.mediaType(), scan.size(), 1)),
        LocalDate.of(2026, 3, 2));
  }
}
