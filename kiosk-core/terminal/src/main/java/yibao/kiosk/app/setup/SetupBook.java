package yibao.kiosk.app.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import yibao.kiosk.store.DurableFile;

/**
 * What came of setting this terminal up, kept on the disk: each result stands until its check is
 * made again. Written as a whole and renamed, so that a power cut leaves the earlier book.
 */
public final class SetupBook {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .build();

  private final Path file;
  private final ReentrantLock lock = new ReentrantLock();
  private Content content;

  /** How a check ended. */
  public enum Verdict {
    /** It holds. */
    PASS,
    /** It does not. */
    FAIL,
    /** There is nothing to check: this terminal has no such device. */
    ABSENT
  }

  /**
   * The result of a check.
   *
   * @param verdict how it ended
   * @param said what was found, for people
   * @param at when
   * @param by number of the technician who was signed in
   */
  public record Result(Verdict verdict, String said, Instant at, String by) {}

  /**
   * All there is.
   *
   * @param results by check
   * @param signed what is kept beside the configuration, by key
   * @param accepted when the terminal was accepted
   */
  public record Content(
      Map<String, Result> results, Map<String, String> signed, Optional<Instant> accepted) {}

  private SetupBook(Path file, Content content) {
    this.file = file;
    this.content = content;
  }

  /**
   * Opens the book; a new one where there is none.
   *
   * @throws IOException when there is one that cannot be read
   */
  public static SetupBook open(Path file) throws IOException {
    return new SetupBook(
        file, Files.exists(file) ? JSON.readValue(file.toFile(), Content.class) : empty());
  }

  /** What stands in a new book. */
  public static Content empty() {
    return new Content(Map.of(), Map.of(), Optional.empty());
  }

  /** What stands in it now. */
  public Content read() {
    lock.lock();
    try {
      return content;
    } finally {
      lock.unlock();
    }
  }

  /** Writes a result in place of the earlier one. */
  public void result(String check, Result result) throws IOException {
    lock.lock();
    try {
      Map<String, Result> all = new TreeMap<>(content.results());
      all.put(check, result);
      keep(new Content(all, content.signed(), content.accepted()));
    } finally {
      lock.unlock();
    }
  }

  /** Writes who signs. */
  public void sign(Map<String, String> values) throws IOException {
    lock.lock();
    try {
      Map<String, String> all = new TreeMap<>(content.signed());
      all.putAll(values);
      keep(new Content(content.results(), all, content.accepted()));
    } finally {
      lock.unlock();
    }
  }

  /** Says that the terminal was accepted. */
  public void accept(Instant at) throws IOException {
    lock.lock();
    try {
      keep(new Content(content.results(), content.signed(), Optional.of(at)));
    } finally {
      lock.unlock();
    }
  }

  private void keep(Content fresh) throws IOException {
    new DurableFile(file).write(JSON.writeValueAsBytes(fresh));
    content = fresh;
  }
}
