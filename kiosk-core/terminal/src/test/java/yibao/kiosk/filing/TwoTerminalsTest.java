package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yibao.kiosk.platform.Enquiries;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.platform.transport.HttpPost;
import yibao.kiosk.platform.transport.PlainTransport;
import yibao.kiosk.platform.transport.Transport;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.Shortfall;
import yibao.kiosk.store.EncryptedScans;
import yibao.kiosk.store.Scans;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;
import yibao.sandbox.SandboxPlatform;
import yibao.sandbox.ledger.LedgerFiling;

/** Two terminals of a hall and one province: whatever one of them knows the other finds there. */
class TwoTerminalsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final String PERSON = "63010200000000000001";
  private static final String CERTIFICATE = "630102198604129916";

  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private SandboxPlatform sandbox;
  private Terminal east;
  private Terminal west;

  @BeforeEach
  void powerOn() throws IOException {
    sandbox =
        SandboxPlatform.start(new SandboxPlatform.Settings(directory.resolve("province"), 0, time));
    east = new Terminal("T1");
    west = new Terminal("T2");
    time.pass(FilingLimits.usual().startSpread());
  }

  @AfterEach
  void powerOff() throws IOException {
    east.close();
    west.close();
    sandbox.close();
  }

  @Test
  void theSameThingFiledAtBothWhileOneIsOfflineIsFiledOnce() {
    long before = sandbox.filings().size();
    west.offline = true;
    FilingDraft late = relocation();
    assertInstanceOf(SubmitOutcome.NotSentYet.class, west.filings.submit(late));

    SubmitOutcome.Finished first =
        assertInstanceOf(SubmitOutcome.Finished.class, east.filings.submit(relocation()));

    west.offline = false;
    time.pass(Duration.ofHours(1));
    SubmitOutcome.AlreadyFiled second =
        assertInstanceOf(SubmitOutcome.AlreadyFiled.class, west.filings.submit(late));
    assertEquals(first.number(), second.earlier().number());
    assertEquals(before + 1, sandbox.filings().size());
  }

  @Test
  void whatAFilingLacksIsSeenAndHandedInAtTheOtherTerminal() {
    String number =
        assertInstanceOf(SubmitOutcome.Accepted.class, east.filings.submit(claim(Map.of())))
            .number();
    sandbox.giveBack(
        number, new yibao.sandbox.ledger.Shortfall(List.of("费用清单"), "清单看不清", TODAY.plusDays(5)));

    FilingOnRecord seen = west.onRecord();
    assertEquals(FilingState.RETURNED, seen.state());
    assertEquals(
        Optional.of(
            new Shortfall(
                List.of("费用清单"), "清单看不清", Optional.of(TODAY.plusDays(5)), Optional.empty())),
        seen.shortfall());

    FilingDraft supplement = supplement(seen.number(), west.scan());
    assertEquals(
        new SubmitOutcome.Accepted(number, FilingState.ACCEPTED), west.filings.submit(supplement));
    assertEquals(FilingState.ACCEPTED, east.onRecord().state());
    assertEquals(Optional.empty(), east.onRecord().shortfall());
    assertEquals(new DayEndReport.Compared(TODAY, 1, List.of()), west.dayEnd().compare(TODAY));
  }

  @Test
  void aFilingThatLacksNothingTakesNoSupplement() {
    String number =
        assertInstanceOf(SubmitOutcome.Accepted.class, east.filings.submit(claim(Map.of())))
            .number();
    assertInstanceOf(
        SubmitOutcome.Refused.class, west.filings.submit(supplement(number, west.scan())));
  }

  @Test
  void aFilingWhoseOriginalsAWindowMustSeeIsReceivedAndThenAccepted() {
    SubmitOutcome.Accepted received =
        assertInstanceOf(
            SubmitOutcome.Accepted.class, east.filings.submit(claim(Map.of("originals", "true"))));
    assertEquals(FilingState.RECEIVED, received.state());
    sandbox.decide(received.number(), LedgerFiling.State.ACCEPTED);
    assertEquals(FilingState.ACCEPTED, west.onRecord().state());
  }

  @Test
  void aFilingTakenWithPapersStillToComeIsReceivedAndSaysWhichAndByWhen() {
    SubmitOutcome.Accepted received =
        assertInstanceOf(
            SubmitOutcome.Accepted.class,
            east.filings.submit(claim(Map.of("missing", "出院小结,诊断证明"))));
    assertEquals(FilingState.RECEIVED, received.state());
    Shortfall shortfall = west.onRecord().shortfall().orElseThrow();
    assertEquals(List.of("出院小结", "诊断证明"), shortfall.materials());
    assertTrue(shortfall.by().orElseThrow().isAfter(TODAY));
  }

  @ParameterizedTest
  @CsvSource({"workingDays, WORKING_DAYS", "naturalDays, NATURAL_DAYS", "months, MONTHS"})
  void theLimitThatBeginsWithTheMissingPapersIsKnownAtTheOtherTerminal(
      String promised, Shortfall.Unit unit) {
    east.filings.submit(claim(Map.of("missing", "出院小结", promised, "3")));
    assertEquals(
        Optional.of(new Shortfall.Limit(3, unit)),
        west.onRecord().shortfall().orElseThrow().limit());
  }

  private static FilingDraft relocation() {
    return draft(
        "relocation",
        Map.of(
            "kind", "resident",
            "destination", "310000",
            "begin", "2026-03-02",
            "address", "上海市杨浦区梧桐里12号",
            "phone", "13900000001"),
        List.of());
  }

  private static FilingDraft claim(Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("care", "clinic");
    return draft("reimbursement", values, List.of());
  }

  private static FilingDraft supplement(String number, Scans.Scan scan) {
    return draft(
        "supplement",
        Map.of("earlier", number),
        List.of(new Attachment(scan.digest(), "fee-list", scan.mediaType(), scan.size(), 1)));
  }

  private static FilingDraft draft(
      String operation, Map<String, String> values, List<Attachment> attachments) {
    return new FilingDraft(
        FilingKey.fresh(),
        "qinghai",
        9,
        operation,
        PERSON,
        "马文轩",
        CERTIFICATE,
        "630100",
        InsuranceKind.EMPLOYEE_BASIC,
        values,
        Optional.empty(),
        Optional.empty(),
        attachments,
        TODAY);
  }

  /** A terminal's whole way from 提交 to the province, on a disk of its own. */
  private final class Terminal implements AutoCloseable {
    private final SqliteStore store;
    private final Scans scans;
    private final SqliteFilingJournal journal;
    private final NationalPlatform platform;
    final Filings filings;
    boolean offline;

    Terminal(String number) throws IOException {
      store = SqliteStore.open(directory.resolve(number), new OneKey(), time);
      scans = new EncryptedScans(store);
      journal = new SqliteFilingJournal(store, time);
      platform = SandboxLine.open(number, this::send, time);
      filings =
          new Filings(
              journal,
              platform,
              new ScanCourier(scans, platform.attachments()),
              time,
              Optional::empty,
              FilingLimits.usual(),
              new Random(1),
              Runnable::run,
              List.of());
      filings.start();
    }

    private Transport.Delivery send(String infno, byte[] message) {
      return offline
          ? new Transport.Delivery.NotSent("platform.unreachable")
          : new PlainTransport(
                  new HttpPost(
                      sandbox.address(),
                      new HttpPost.Patience(Duration.ofSeconds(2), Duration.ofSeconds(10))))
              .send(infno, message);
    }

    Scans.Scan scan() {
      return scans.keep(new byte[] {1, 2, 3}, "image/jpeg", time.instant());
    }

    /** The person's newest filing, as this terminal is told. */
    FilingOnRecord onRecord() {
      Reply<List<FilingOnRecord>> reply =
          platform.enquiries().filings(new Enquiries.Subject(PERSON, "630100"));
      return ((Reply.Answered<List<FilingOnRecord>>) reply).value().getFirst();
    }

    DayEnd dayEnd() {
      return new DayEnd(journal, platform.dayBook(), platform, ZONE);
    }

    @Override
    public void close() {
      filings.close();
      store.close();
    }
  }
}
