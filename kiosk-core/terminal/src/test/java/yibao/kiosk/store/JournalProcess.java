package yibao.kiosk.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

/**
 * Writes filings, every fourth with a scan, until it is killed, and says each key only after the
 * journal has returned: {@code + key} committed, {@code = key} settled.
 */
final class JournalProcess {

  private static final String PDF = "application/pdf";

  private JournalProcess() {}

  public static void main(String[] args) {
    SqliteStore store =
        SqliteStore.open(Path.of(args[0]), Keys.named("k1"), InstantSource.system());
    FilingJournal journal = new SqliteFilingJournal(store, InstantSource.system());
    Scans scans = new EncryptedScans(store);
    for (int i = 0; ; i++) {
      Instant now = Instant.now();
      FilingDraft draft = Drafts.relocation();
      if (i % 4 == 0) {
        Scans.Scan scan = scans.keep(draft.key().value().repeat(300).getBytes(US_ASCII), PDF, now);
        draft =
            Drafts.withScans(draft, new Attachment(scan.digest(), "invoice", PDF, scan.size(), 1));
      }
      FilingKey key = journal.commit(draft, now).key();
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
