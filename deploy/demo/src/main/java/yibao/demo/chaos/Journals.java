package yibao.demo.chaos;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingTrace;
import yibao.kiosk.store.FileKeyRing;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;
import yibao.kiosk.store.StoreUpkeep;

/** Reading the journal of a terminal that has ended. */
final class Journals {

  private Journals() {}

  /**
   * Everything in a journal.
   *
   * @throws IllegalStateException when it is not sound
   */
  static Kept read(Path data, Path keys) {
    try (SqliteStore store =
        SqliteStore.open(
            data, FileKeyRing.fromDirectory(keys).orElseThrow(), InstantSource.system())) {
      new StoreUpkeep(store)
          .fault()
          .ifPresent(
              fault -> {
                throw new IllegalStateException("the journal is not sound: " + fault);
              });
      SqliteFilingJournal journal = new SqliteFilingJournal(store, InstantSource.system());
      List<FilingTrace> traces =
          journal.submittedBetween(Instant.EPOCH, Instant.now().plusSeconds(1), Integer.MAX_VALUE);
      Map<FilingKey, List<String>> scans = new HashMap<>();
      for (FilingTrace trace : traces) {
        journal
            .find(trace.key())
            .map(filing -> filing.draft().attachments())
            .filter(attachments -> !attachments.isEmpty())
            .ifPresent(
                attachments ->
                    scans.put(trace.key(), attachments.stream().map(Attachment::digest).toList()));
      }
      return new Kept(traces, scans);
    }
  }

  /**
   * What a journal holds.
   *
   * @param traces its filings
   * @param scans digests of the scans that go with a filing
   */
  record Kept(List<FilingTrace> traces, Map<FilingKey, List<String>> scans) {}
}
