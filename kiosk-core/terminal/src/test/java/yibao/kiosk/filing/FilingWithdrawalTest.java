package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.FilingJournal;
import yibao.kiosk.store.Keys;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;
import yibao.kiosk.store.StoreFault;

/** What this terminal's journal says of a filing that its owner asked back. */
class FilingWithdrawalTest {

  private static final String NUMBER = "SL2026030200001";

  @TempDir private Path data;
  private final HandMadeTime time = new HandMadeTime();
  private final List<FilingEvent> heard = new ArrayList<>();
  private SqliteStore store;
  private FilingJournal journal;
  private FilingKey key;

  @BeforeEach
  void anAcceptedFilingOfThisTerminal() {
    store = SqliteStore.open(data, Keys.named("k1"), time);
    journal = new SqliteFilingJournal(store, time);
    key = journal.commit(Drafts.relocation(), time.instant()).key();
    journal.noteAttempt(key);
    journal.settle(
        key, FilingState.ACCEPTED, Optional.of(NUMBER), Optional.empty(), Optional.empty());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private WithdrawalOutcome whenAskedBack(FilingKey of, FilingReply reply) {
    return new FilingWithdrawal((_, _) -> reply, journal, List.of(heard::add))
        .withdraw(
            new FilingOnRecord(
                NUMBER,
                Optional.of(of),
                FilingState.ACCEPTED,
                "",
                LocalDate.of(2026, 3, 2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                FilingOnRecord.Standing.NONE,
                Map.of()),
            "110105194912310021");
  }

  @Test
  void it_says_withdrawn_as_the_platform_does() {
    whenAskedBack(key, new FilingReply.Taken(NUMBER, FilingState.WITHDRAWN));

    assertEquals(FilingState.WITHDRAWN, journal.trace(key).orElseThrow().state());
  }

  @Test
  void it_says_what_it_said_where_nobody_knows_or_the_platform_did_not_give_it_back() {
    whenAskedBack(key, new FilingReply.Unknown("platform.timeout"));
    whenAskedBack(key, new FilingReply.Refused("E7", "已进入审核"));

    assertEquals(FilingState.ACCEPTED, journal.trace(key).orElseThrow().state());
  }

  @Test
  void it_says_nothing_of_another_terminals_filing() {
    FilingKey elsewhere = FilingKey.fresh();

    whenAskedBack(elsewhere, new FilingReply.Taken(NUMBER, FilingState.WITHDRAWN));

    assertEquals(Optional.empty(), journal.trace(elsewhere));
  }

  @Test
  void a_disk_that_fails_afterwards_does_not_unsay_what_the_platform_did() {
    journal =
        (FilingJournal)
            Proxy.newProxyInstance(
                FilingJournal.class.getClassLoader(),
                new Class<?>[] {FilingJournal.class},
                (_, _, _) -> {
                  throw new StoreFault(StoreFault.DISK_FULL, "free space on the data disk");
                });

    assertInstanceOf(
        WithdrawalOutcome.Withdrawn.class,
        whenAskedBack(key, new FilingReply.Taken(NUMBER, FilingState.WITHDRAWN)));
    assertEquals(new FilingEvent.JournalFault(key, StoreFault.DISK_FULL), heard.getLast());
  }
}
