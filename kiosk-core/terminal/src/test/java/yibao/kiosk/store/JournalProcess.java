package yibao.kiosk.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

/**
 * Writes filings until it is killed, and says each key only after the journal has returned: {@code
 * + key} committed, {@code = key} settled.
 */
final class JournalProcess {

  private JournalProcess() {}

  public static void main(String[] args) {
    SqliteStore store =
        SqliteStore.open(Path.of(args[0]), Keys.named("k1"), InstantSource.system());
    FilingJournal journal = new SqliteFilingJournal(store, InstantSource.system());
    for (int i = 0; ; i++) {
      FilingKey key = journal.commit(Drafts.relocation(), InstantSource.system().instant()).key();
      System.out.println("+ " + key.value());
      journal.noteAttempt(key);
      if (i % 2 == 0) {
        journal.settle(
            key, FilingState.FINISHED, Optional.of("SL" + i), Optional.empty(), Optional.empty());
        System.out.println("= " + key.value());
      }
    }
  }
}
