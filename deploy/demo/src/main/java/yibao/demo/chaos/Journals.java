package yibao.demo.chaos;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
  static List<FilingTrace> read(Path data, Path keys) {
    try (SqliteStore store =
        SqliteStore.open(
            data, FileKeyRing.fromDirectory(keys).orElseThrow(), InstantSource.system())) {
      new StoreUpkeep(store)
          .fault()
          .ifPresent(
              fault -> {
                throw new IllegalStateException("the journal is not sound: " + fault);
              });
      return new SqliteFilingJournal(store, InstantSource.system())
          .submittedBetween(Instant.EPOCH, Instant.now().plusSeconds(1), Integer.MAX_VALUE);
    }
  }
}
