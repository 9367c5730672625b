package yibao.kiosk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Space on the data disk that is held while there is enough and given back when there is none, so
 * that a terminal whose disk is full still starts: it opens its journal, says what is wrong and
 * gives guidance. Filings never use it.
 */
final class Reserve {

  private static final String NAME = "reserve";

  /** Of a journal's shared memory, its log and what a day of audit record needs. */
  private static final int BYTES = 4 << 20;

  /** Below this a start may fail. */
  private static final long NEEDED_TO_START = 1 << 20;

  /** Smaller disks are left alone. */
  private static final long PLENTY = 8L * BYTES;

  private final Path file;

  /** The reserve in a data directory. */
  Reserve(Path directory) {
    this.file = directory.resolve(NAME);
  }

  /** Gives the space back where a start would else fail. */
  void yieldIfFull() throws IOException {
    if (usable() < NEEDED_TO_START) {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Space for everything but the reserve, in bytes; takes the space again where there is plenty.
   */
  long freeBeside() throws IOException {
    long usable = usable();
    if (Files.exists(file)) {
      return usable;
    }
    if (usable >= PLENTY) {
      take();
      return usable();
    }
    return file.getParent().toFile().getTotalSpace() >= PLENTY ? usable - BYTES : usable;
  }

  private void take() throws IOException {
    Path fresh = file.resolveSibling(NAME + ".new");
    try {
      // Written, not only sized: a hole takes no space.
      Files.write(fresh, new byte[BYTES]);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException withoutOne) {
      Files.deleteIfExists(fresh);
    }
  }

  /** Asked of the folder: a file store is looked up among the mounts, which a bare root has not. */
  private long usable() {
    return file.getParent().toFile().getUsableSpace();
  }
}
