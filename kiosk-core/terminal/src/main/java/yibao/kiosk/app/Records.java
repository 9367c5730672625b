package yibao.kiosk.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditFault;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.filing.DayEnd;
import yibao.kiosk.filing.DayEndWatch;
import yibao.kiosk.filing.FilingLimits;
import yibao.kiosk.filing.FilingObserver;
import yibao.kiosk.filing.FilingWithdrawal;
import yibao.kiosk.filing.Filings;
import yibao.kiosk.filing.Housekeeping;
import yibao.kiosk.filing.RatingCourier;
import yibao.kiosk.filing.ScanCourier;
import yibao.kiosk.filing.TrustedClock;
import yibao.kiosk.filing.WindowFilings;
import yibao.kiosk.paper.IssueLog;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.store.DataCipher;
import yibao.kiosk.store.EncryptedScans;
import yibao.kiosk.store.FileKeyRing;
import yibao.kiosk.store.KeyRing;
import yibao.kiosk.store.Memory;
import yibao.kiosk.store.Ratings;
import yibao.kiosk.store.SavedForms;
import yibao.kiosk.store.Scans;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteMemory;
import yibao.kiosk.store.SqliteRatings;
import yibao.kiosk.store.SqliteSavedForms;
import yibao.kiosk.store.SqliteStaffCards;
import yibao.kiosk.store.SqliteStore;
import yibao.kiosk.store.StaffCards;
import yibao.kiosk.store.StoreUpkeep;

/**
 * What a terminal keeps on its disk, put together: journal, audit record, and who looks after them.
 */
final class Records implements AutoCloseable {
  private static final long AUDIT_FILE_BYTES = 4L << 20;
  private static final String CONFIGURATION = "configuration";

  private final SqliteStore store;
  private final AuditTrail audit;
  private final SavedForms forms;
  private final Scans scans;
  private final Ratings ratings;
  private final RatingCourier ratingCourier;
  private final Filings filings;
  private final FilingWithdrawal withdrawal;
  private final WindowFilings window;
  private final Housekeeping housekeeping;
  private final DayEnd dayEnd;
  private final DayEndWatch dayEndWatch;
  private final AuditAnchoring anchoring;
  private final ExecutorService threads;
  private final NationalPlatform platform;
  private final Memory memory;
  private final StaffCards staffCards;
  private final TrustedClock clock;

  private Records(
      SqliteStore store,
      AuditTrail audit,
      SavedForms forms,
      Scans scans,
      Ratings ratings,
      RatingCourier ratingCourier,
      Filings filings,
      FilingWithdrawal withdrawal,
      WindowFilings window,
      Housekeeping housekeeping,
      DayEnd dayEnd,
      DayEndWatch dayEndWatch,
      AuditAnchoring anchoring,
      ExecutorService threads,
      NationalPlatform platform,
      Memory memory,
      StaffCards staffCards,
      TrustedClock clock) {
    this.store = store;
    this.audit = audit;
    this.forms = forms;
    this.scans = scans;
    this.ratings = ratings;
    this.ratingCourier = ratingCourier;
    this.filings = filings;
    this.withdrawal = withdrawal;
    this.window = window;
    this.housekeeping = housekeeping;
    this.dayEnd = dayEnd;
    this.dayEndWatch = dayEndWatch;
    this.anchoring = anchoring;
    this.threads = threads;
    this.platform = platform;
    this.memory = memory;
    this.staffCards = staffCards;
    this.clock = clock;
  }

  /**
   * Opens everything; nothing is sent before {@link #start}.
   *
   * @param data directory of journal and audit record
   * @param keys directory of the key file, where the service manager hands over none
   * @param backup where the daily copy goes
   * @param platforms makes the platform, which tells its time with each answer
   * @param more hear of filings beside the audit record
   */
  static Records open(
      Path data,
      Path keys,
      Optional<Path> backup,
      Function<Consumer<Instant>, NationalPlatform> platforms,
      Timekeeper time,
      ZoneId zone,
      List<FilingObserver> more) {
    SqliteStore store = SqliteStore.open(data, keys(keys), time);
    try {
      AuditTrail audit = AuditTrail.open(data.resolve("audit"), time, AUDIT_FILE_BYTES);
      SqliteMemory memory = new SqliteMemory(store);
      TrustedClock clock = new TrustedClock(time, Build.time(), memory);
      NationalPlatform platform = platforms.apply(clock::platformSaid);
      SqliteFilingJournal journal = new SqliteFilingJournal(store, time);
      List<FilingObserver> observers = new ArrayList<>(more);
      observers.add(new FilingAudit(audit));
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      SavedForms forms = new SqliteSavedForms(store);
      Scans scans = new EncryptedScans(store);
      Filings filings =
          new Filings(
              journal,
              platform,
              new ScanCourier(scans, platform.attachments()),
              time,
              clock,
              FilingLimits.usual(),
              new SecureRandom(),
              threads,
              observers);
      SqliteRatings ratings = new SqliteRatings(store);
      Housekeeping housekeeping =
          new Housekeeping(
              new StoreUpkeep(store),
              forms,
              scans,
              ratings,
              time,
              clock,
              Housekeeping.Retention.usual(),
              backup,
              threads,
              observers);
      DayEnd dayEnd = new DayEnd(journal, platform.dayBook(), platform, zone);
      AuditAnchoring anchoring =
          new AuditAnchoring(audit, platform.witness(), time, clock, zone, memory, threads);
      DayEndWatch watch = new DayEndWatch(dayEnd, time, clock, zone, memory, threads, observers);
      return new Records(
          store,
          audit,
          forms,
          scans,
          ratings,
          new RatingCourier(ratings, platform.ratingDesk(), time, new SecureRandom(), threads),
          filings,
          new FilingWithdrawal(platform, journal, observers),
          new WindowFilings(platform.windowDesk(), journal, observers),
          housekeeping,
          dayEnd,
          watch,
          anchoring,
          threads,
          platform,
          memory,
          new SqliteStaffCards(store),
          clock);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /**
   * Begins to work on what an earlier run left.
   *
   * @throws AuditFault when not even the start can be recorded
   */
  void start() {
    note("terminal.started", store.crashedBefore() ? "after-crash" : "ok");
    filings.start();
    filings
        .closedBecause()
        .filter(why -> why.startsWith("store."))
        .ifPresent(fault -> note("journal.fault", fault));
    housekeeping.start();
    dayEndWatch.start();
    anchoring.start();
    ratingCourier.start();
  }

  /**
   * Notes when the configuration is another one than at the start before, so that nobody changes it
   * unseen.
   *
   * @param digest of its text
   * @throws AuditFault when it cannot be recorded
   */
  void configured(String digest) {
    if (memory.recall(CONFIGURATION).filter(digest::equals).isEmpty()) {
      audit.note(new AuditEntry(Role.TERMINAL, "configuration.changed", Optional.of(digest), "ok"));
      memory.remember(CONFIGURATION, digest);
    }
  }

  NationalPlatform platform() {
    return platform;
  }

  /** Small things to know again after a start. */
  IssueLog issues() {
    return new DocumentAudit(audit);
  }

  /** What survives a restart. */
  Memory memory() {
    return memory;
  }

  /** The cards by which staff are known at the screen. */
  StaffCards staffCards() {
    return staffCards;
  }

  /** Judges the machine's clock. */
  TrustedClock clock() {
    return clock;
  }

  /** Compares a day with the platform's book, for staff. */
  DayEnd dayEnd() {
    return dayEnd;
  }

  Filings filings() {
    return filings;
  }

  /** Takes filings back, and writes down that it was asked to. */
  FilingWithdrawal withdrawal() {
    return withdrawal;
  }

  /** What a window does with what was handed in. */
  WindowFilings window() {
    return window;
  }

  /** Half-filled forms that citizens saved. */
  SavedForms forms() {
    return forms;
  }

  /** What citizens thought of it. */
  Ratings ratings() {
    return ratings;
  }

  /** Scans of papers that citizens laid under the camera. */
  Scans scans() {
    return scans;
  }

  /** The audit record, for whoever else acts. */
  AuditTrail audit() {
    return audit;
  }

  /**
   * Waits until the journal's thread has answered a question.
   *
   * @throws Exception when it does not within {@code patience}
   */
  void look(Duration patience) throws Exception {
    threads
        .submit(() -> filings.find(FilingKey.fresh()))
        .get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    ratingCourier.close();
    anchoring.close();
    dayEndWatch.close();
    housekeeping.close();
    filings.close();
    threads.shutdown();
    platform.close();
    try (store;
        audit) {
      note("terminal.stopped", "ok");
    }
  }

  private void note(String what, String outcome) {
    audit.note(new AuditEntry(Role.TERMINAL, what, Optional.empty(), outcome));
  }

  private static KeyRing keys(Path directory) {
    return DataKeys.find(directory)
        .<KeyRing>map(found -> found)
        .orElseGet(() -> FileKeyRing.addKey(directory, new SecureRandom(), DataCipher.AES_256_GCM));
  }
}
