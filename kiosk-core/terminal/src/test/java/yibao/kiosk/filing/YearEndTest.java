package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;
import yibao.sandbox.Mood;
import yibao.sandbox.SandboxPlatform;

/** The night of 31 December, with a terminal that works through it and a province that does too. */
class YearEndTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
  private static final String PERSON = "63010200000000000001";

  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final List<String> sent = new ArrayList<>();
  private SandboxPlatform sandbox;
  private SqliteStore store;
  private SqliteFilingJournal journal;
  private NationalPlatform platform;
  private Filings filings;

  @BeforeEach
  void fiveSecondsBeforeMidnight() throws IOException {
    Instant midnight = NEW_YEAR.atStartOfDay(ZONE).toInstant();
    time.pass(Duration.between(time.instant(), midnight.minusSeconds(5)));
    sandbox =
        SandboxPlatform.start(new SandboxPlatform.Settings(directory.resolve("province"), 0, time));
    store = SqliteStore.open(directory.resolve("terminal"), new OneKey(), time);
    journal = new SqliteFilingJournal(store, time);
    platform =
        SandboxLine.open(
            "T1",
            (infno, message) -> {
              sent.add(infno);
              return SandboxLine.to(sandbox).send(infno, message);
            },
            time);
    filings =
        new Filings(
            journal,
            platform,
            _ -> Optional.empty(),
            time,
            Optional::empty,
            FilingLimits.usual(),
            new Random(1),
            Runnable::run,
            List.of());
  }

  @AfterEach
  void close() throws IOException {
    filings.close();
    store.close();
    sandbox.close();
  }

  @Test
  void a_filing_sent_in_the_old_year_and_settled_in_the_new_one_is_one_filing_of_the_old_year()
      throws IOException {
    platform.warmUp();
    sandbox.mood(Mood.DROP_REPLY);
    FilingDraft draft = relocation();
    assertInstanceOf(SubmitOutcome.Unconfirmed.class, filings.submit(draft));
    time.pass(Duration.ofMinutes(1));
    sandbox.mood(Mood.NORMAL);

    time.pass(FilingLimits.usual().longestPause());

    assertEquals(NEW_YEAR, LocalDate.ofInstant(time.instant(), ZONE));
    assertEquals(FilingState.FINISHED, journal.find(draft.key()).orElseThrow().state());
    assertTrue(sent.lastIndexOf("9001") > sent.indexOf("990101"), "signed in anew for the new day");
    assertEquals(1, sent.stream().filter("990101"::equals).count(), "sent once");
    assertEquals(new DayEndReport.Compared(LAST_DAY, 1, List.of()), dayEnd().compare(LAST_DAY));
    assertEquals(new DayEndReport.Compared(NEW_YEAR, 0, List.of()), dayEnd().compare(NEW_YEAR));
  }

  @Test
  void a_filing_that_waits_over_midnight_stands_in_the_new_years_book_and_is_missed_in_none()
      throws IOException {
    sandbox.mood(Mood.DOWN);
    FilingDraft draft = relocation();
    assertInstanceOf(SubmitOutcome.NotSentYet.class, filings.submit(draft));
    time.pass(Duration.ofMinutes(1));
    sandbox.mood(Mood.NORMAL);

    time.pass(FilingLimits.usual().longestPause());

    assertEquals(FilingState.FINISHED, journal.find(draft.key()).orElseThrow().state());
    assertEquals(new DayEndReport.Compared(LAST_DAY, 1, List.of()), dayEnd().compare(LAST_DAY));
    assertEquals(new DayEndReport.Compared(NEW_YEAR, 1, List.of()), dayEnd().compare(NEW_YEAR));
  }

  @Test
  void contributions_run_on_over_the_turn_of_the_year_without_a_gap_or_a_month_twice() {
    time.pass(Duration.ofDays(40));

    Reply<List<Contribution>> reply =
        platform.contributions(
            PERSON,
            InsuranceKind.EMPLOYEE_BASIC,
            "630100",
            YearMonth.of(2026, 11),
            YearMonth.of(2027, 2));

    List<Contribution> paid = ((Reply.Answered<List<Contribution>>) reply).value();
    assertEquals(
        List.of(YearMonth.of(2026, 11), YearMonth.of(2026, 12), YearMonth.of(2027, 1)),
        paid.stream().map(Contribution::from).sorted(Comparator.naturalOrder()).toList());
    assertTrue(paid.stream().allMatch(it -> it.from().equals(it.to())));
  }

  private DayEnd dayEnd() {
    return new DayEnd(journal, platform.dayBook(), platform, ZONE);
  }

  private static FilingDraft relocation() {
    return new FilingDraft(
        FilingKey.fresh(),
        "qinghai",
        15,
        "relocation",
        PERSON,
        "马文轩",
        "630102198604129916",
        "630100",
        InsuranceKind.EMPLOYEE_BASIC,
        Map.of(
            "kind", "resident",
            "destination", "310000",
            "begin", LAST_DAY.toString(),
            "address", "上海市杨浦区梧桐里12号",
            "phone", "13900000001"),
        Optional.empty(),
        Optional.empty(),
        LAST_DAY);
  }
}
