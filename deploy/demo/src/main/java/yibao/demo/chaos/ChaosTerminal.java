package yibao.demo.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import yibao.kiosk.app.SystemTimekeeper;
import yibao.kiosk.filing.FilingLimits;
import yibao.kiosk.filing.Filings;
import yibao.kiosk.filing.ScanCourier;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.platform.ProvinceProfile;
import yibao.kiosk.platform.TerminalIdentity;
import yibao.kiosk.platform.transport.HttpPost;
import yibao.kiosk.platform.transport.PlainTransport;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.store.EncryptedScans;
import yibao.kiosk.store.FileKeyRing;
import yibao.kiosk.store.Scans;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;
import yibao.sandbox.people.People;

/**
 * The part of a terminal between 提交 and the province, as it ships, in a process of its own that
 * somebody will kill. Says on its output, a line each, what a citizen would know: {@code ready};
 * {@code try KEY SLOT} before 提交 is pressed; {@code told KEY OUTCOME [NUMBER]} once the screen
 * answers; {@code drained} when nothing is left to do.
 */
final class ChaosTerminal {
  private static final int HANDS = 3;
  private static final int PAGE_BYTES = 70_000;
  private static final Duration STEP = Duration.ofMillis(50);

  private static final FilingLimits IMPATIENT =
      new FilingLimits(
          Duration.ofMillis(40),
          Duration.ofMillis(800),
          Duration.ofMillis(40),
          Duration.ofSeconds(10),
          Duration.ofMinutes(30),
          5_000,
          2L << 30);

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Filings filings;
  private final Scans scans;
  private final Slots slots;
  private final Random random;

  private ChaosTerminal(Filings filings, Scans scans, Slots slots, Random random) {
    this.filings = filings;
    this.scans = scans;
    this.slots = slots;
    this.random = random;
  }

  /**
   * {@code DATA KEYS PROFILE PLATFORM SEED FIRST_SLOT COUNT}: submits {@code COUNT} filings and
   * then works until everything is answered.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    SystemTimekeeper time = new SystemTimekeeper();
    NationalPlatform platform =
        new NationalPlatform(
            ProvinceProfile.read(Path.of(args[2])),
            new TerminalIdentity(
                "630100",
                "H63010000001",
                "西宁大厅",
                "kiosk",
                "自助终端",
                "T1",
                "02:00:00:00:00:01",
                "127.0.0.1"),
            new PlainTransport(
                new HttpPost(
                    URI.create(args[3]),
                    new HttpPost.Patience(Duration.ofSeconds(1), Duration.ofSeconds(2)))),
            time);
    try (SqliteStore store =
        SqliteStore.open(
            Path.of(args[0]), FileKeyRing.fromDirectory(Path.of(args[1])).orElseThrow(), time)) {
      Scans scans = new EncryptedScans(store);
      serve(args, store, scans, platform, time);
    }
    time.close();
  }

  private static void serve(
      String[] args,
      SqliteStore store,
      Scans scans,
      NationalPlatform platform,
      SystemTimekeeper time)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Filings filings =
            new Filings(
                new SqliteFilingJournal(store, time),
                platform,
                new ScanCourier(scans, platform.attachments()),
                time,
                Optional::empty,
                IMPATIENT,
                ThreadLocalRandom.current(),
                threads,
                List.of())) {
      filings.start();
      new ChaosTerminal(
              filings,
              scans,
              new Slots(People.embedded(), LocalDate.now()),
              new Random(Long.parseLong(args[4])))
          .work(Integer.parseInt(args[5]), Integer.parseInt(args[6]));
    }
  }

  private void work(int firstSlot, int count) throws InterruptedException {
    out.println("ready");
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int hand = 0; hand < HANDS; hand++) {
        hands.execute(
            () -> {
              for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                submit(draft(firstSlot + i), firstSlot + i);
              }
            });
      }
    }
    while (filings.waiting() > 0) {
      Thread.sleep(STEP);
    }
    out.println("drained " + Instant.now());
  }

  /** Every third citizen brings a paper of several parts, no two the same. */
  private FilingDraft draft(int slot) {
    FilingKey key = FilingKey.fresh();
    if (slot % 3 != 0) {
      return slots.draft(slot, key, List.of());
    }
    byte[] page = new byte[PAGE_BYTES];
    new Random(key.hashCode()).nextBytes(page);
    Scans.Scan scan = scans.keep(page, "image/jpeg", Instant.now());
    return slots.draft(
        slot,
        key,
        List.of(new Attachment(scan.digest(), "proof", scan.mediaType(), scan.size(), 1)));
  }

  private void submit(FilingDraft draft, int slot) {
    out.println("try " + draft.key().value() + " " + slot);
    boolean impatient;
    synchronized (random) {
      impatient = random.nextInt(4) == 0;
    }
    if (impatient) {
      Thread.ofVirtual().start(() -> filings.submit(draft));
    }
    out.println("told " + draft.key().value() + " " + words(filings.submit(draft)));
  }

  private static String words(SubmitOutcome outcome) {
    return switch (outcome) {
      case SubmitOutcome.Finished(String number) -> "finished " + number;
      case SubmitOutcome.Accepted(String number, _) -> "accepted " + number;
      case SubmitOutcome.AlreadyFiled _ -> "already-filed";
      case SubmitOutcome.Refused _ -> "refused";
      case SubmitOutcome.Unconfirmed _ -> "unconfirmed";
      case SubmitOutcome.NotSentYet _ -> "not-sent-yet";
      case SubmitOutcome.Parked _ -> "parked";
      case SubmitOutcome.NotTaken _ -> "not-taken";
    };
  }
}
