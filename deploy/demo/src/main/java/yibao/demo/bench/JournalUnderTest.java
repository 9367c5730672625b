package yibao.demo.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.filing.FilingLimits;
import yibao.kiosk.filing.Filings;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Platform;
import yibao.kiosk.platform.PresentedCredential;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.store.DataKey;
import yibao.kiosk.store.KeyRing;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;

/** A real journal with the use case before it, and a platform that answers in no time. */
final class JournalUnderTest implements AutoCloseable {
  private static final String SIGNATURE = "[[12,34],[13,36],[15,39]],".repeat(60);

  private final SqliteStore store;
  private final Filings filings;
  private int submitted;

  JournalUnderTest(Path directory) {
    store = SqliteStore.open(directory, new OneKey(), Instant::now);
    filings =
        new Filings(
            new SqliteFilingJournal(store, Instant::now),
            new InstantPlatform(),
            _ -> Optional.empty(),
            new NoAlarms(),
            Optional::empty,
            FilingLimits.usual(),
            new Random(1),
            Runnable::run,
            List.of());
  }

  void submit() {
    SubmitOutcome outcome =
        filings.submit(
            new FilingDraft(
                FilingKey.fresh(),
                "yunlan",
                17,
                "relocation",
                "P" + submitted++,
                "完颜若水",
                "630102195804120023",
                "630102",
                InsuranceKind.EMPLOYEE_BASIC,
                Map.of("phone", "13900001111", "address", "云岚省白石市听泉路9号3单元"),
                Optional.empty(),
                Optional.of(SIGNATURE),
                LocalDate.of(2026, 3, 2)));
    if (!(outcome instanceof SubmitOutcome.Finished)) {
      throw new IllegalStateException("not finished: " + outcome.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    filings.close();
    store.close();
  }

  private static final class InstantPlatform implements Platform {
    @Override
    public FilingReply submit(FilingDraft draft) {
      return new FilingReply.Taken("SL1", FilingState.FINISHED);
    }

    @Override
    public FilingReply askFiling(FilingKey key) {
      return new FilingReply.NotThere();
    }

    @Override
    public Reply<PersonFound> findPerson(PresentedCredential credential) {
      return new Reply.Answered<>(new PersonFound.NotKnown());
    }

    @Override
    public Reply<List<Contribution>> contributions(
        String personNumber, InsuranceKind kind, String place, YearMonth from, YearMonth to) {
      return new Reply.Answered<>(List.of());
    }
  }

  private static final class NoAlarms implements Timekeeper {
    @Override
    public Instant instant() {
      return Instant.now();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
      return () -> {};
    }
  }

  private record OneKey() implements KeyRing {
    private static final DataKey KEY = new DataKey("bench", new byte[DataKey.LENGTH]);

    @Override
    public DataKey current() {
      return KEY;
    }

    @Override
    public Optional<DataKey> find(String id) {
      return Optional.of(KEY);
    }

    @Override
    public Protection protection() {
      return Protection.FILE;
    }
  }
}
