package yibao.kiosk.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The terminal's audit record: lines are added and never changed, each on the disk before {@link
 * #note} returns, each carrying a hash over all that came before.
 *
 * <p>A power cut can leave one unfinished line at the end. It was never acknowledged; the next
 * start takes it away and says so in the record.
 */
public final class AuditTrail implements AutoCloseable {
  private static final AuditEntry TORN =
      new AuditEntry(
          AuditEntry.Role.TERMINAL, "audit.unfinished-line", Optional.empty(), "removed");

  private final Path directory;
  private final InstantSource clock;
  private final long fileLimit;
  private final ReentrantLock lock = new ReentrantLock();

  /** Not a channel: that would be closed for ever when a thread is interrupted that writes. */
  private RandomAccessFile newest;

  private int file;
  private Anchor end;

  /** Where the file is to be cut before the next line, because half a line could not be removed. */
  private OptionalLong torn = OptionalLong.empty();

  private AuditTrail(Path directory, InstantSource clock, long fileLimit) {
    this.directory = directory;
    this.clock = clock;
    this.fileLimit = fileLimit;
  }

  /**
   * Opens the record in a directory, making both where there are none.
   *
   * @param fileLimit size in bytes after which a new file is begun
   * @throws AuditFault when it cannot be opened, or its last line is not one of ours
   */
  public static AuditTrail open(Path directory, InstantSource clock, long fileLimit) {
    AuditTrail trail = new AuditTrail(directory, clock, fileLimit);
    try {
      trail.open();
      return trail;
    } catch (IOException e) {
      throw new AuditFault(AuditFault.IO, "check the audit directory", e);
    }
  }

  /**
   * Adds an entry.
   *
   * @throws AuditFault when it did not reach the disk; it is not in the record then
   */
  public void note(AuditEntry entry) {
    lock.lock();
    try {
      if (torn.isEmpty() && newest.length() >= fileLimit) {
        begin(file + 1);
      }
      append(entry);
    } catch (IOException e) {
      throw new AuditFault(AuditFault.IO, "free space on the data disk", e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The newest lines, newest first, as the JSON of each; of the newest file only.
   *
   * @param most how many at most
   */
  public List<String> latest(int most) {
    lock.lock();
    try {
      List<String> lines =
          Files.readAllLines(AuditFiles.file(directory, file), StandardCharsets.UTF_8);
      return lines.subList(Math.max(0, lines.size() - most), lines.size()).reversed().stream()
          .map(line -> AuditLine.parse(line).map(AuditLine::json).orElse("{}"))
          .toList();
    } catch (IOException e) {
      throw new AuditFault(AuditFault.IO, "check the audit directory", e);
    } finally {
      lock.unlock();
    }
  }

  /** Where the chain ends now; to be kept somewhere else than on this disk. */
  public Anchor end() {
    lock.lock();
    try {
      return end;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      newest.close();
    } catch (IOException e) {
      throw new AuditFault(AuditFault.IO, "check the audit directory", e);
    } finally {
      lock.unlock();
    }
  }

  private void open() throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    List<Path> files = AuditFiles.list(directory);
    end = Anchor.EMPTY;
    if (files.isEmpty()) {
      begin(1);
      return;
    }
    boolean torn = removeUnfinishedLine(files.getLast());
    // The newest file is empty when power went between its making and its first line.
    for (Path candidate : files.reversed()) {
      Optional<AuditLine> last = lastLine(candidate);
      if (last.isPresent()) {
        end = last.get().anchor();
        break;
      }
    }
    file = AuditFiles.number(files.getLast());
    newest = new RandomAccessFile(files.getLast().toFile(), "rw");
    if (torn) {
      append(TORN);
    }
  }

  private void begin(int number) throws IOException {
    Path fresh = AuditFiles.file(directory, number);
    // An empty one is there already where the last attempt to begin it was cut off.
    if (Files.exists(fresh) && Files.size(fresh) > 0) {
      throw new FileAlreadyExistsException(fresh.toString());
    }
    RandomAccessFile opened = new RandomAccessFile(fresh.toFile(), "rw");
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
      entry.force(true);
    }
    if (newest != null) {
      newest.close();
    }
    newest = opened;
    file = number;
  }

  private void append(AuditEntry entry) throws IOException {
    if (torn.isPresent()) {
      cut(torn.getAsLong());
    }
    long before = newest.length();
    AuditLine line = AuditLine.after(end, clock.instant(), entry, before == 0);
    try {
      newest.seek(before);
      newest.write(line.bytes());
      newest.getFD().sync();
    } catch (IOException e) {
      cut(before);
      throw e;
    }
    end = line.anchor();
  }

  /** Half a line must not stand in the middle once the disk works again. */
  private void cut(long size) throws IOException {
    torn = OptionalLong.of(size);
    newest.setLength(size);
    torn = OptionalLong.empty();
  }

  private static boolean removeUnfinishedLine(Path last) throws IOException {
    byte[] bytes = Files.readAllBytes(last);
    int complete = bytes.length;
    while (complete > 0 && bytes[complete - 1] != '\n') {
      complete--;
    }
    if (complete == bytes.length) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(last, StandardOpenOption.WRITE)) {
      channel.truncate(complete);
      channel.force(true);
    }
    return true;
  }

  private static Optional<AuditLine> lastLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        AuditLine.parse(lines.getLast())
            .orElseThrow(
                () ->
                    new AuditFault(
                        AuditFault.DAMAGED, "verify the audit record and keep its files", null)));
  }
}
