package yibao.kiosk.telemetry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import yibao.telemetry.Happening.LogLine;
import yibao.telemetry.Happening.LogPulled;

/**
 * The last lines of this program's log without anything that could be about a person: of our own
 * lines the sentence as it stands in the program, its places unfilled; of other libraries' only who
 * wrote; of a fault its kinds and where it was thrown. Whatever a value, a message of a fault or a
 * library may hold is never taken in. Any thread may write.
 */
final class MaskedLog extends Handler {
  private static final String OURS = "yibao.";
  private static final int DEEPEST_CAUSE = 4;

  private final Deque<LogLine> lines = new ArrayDeque<>();

  private MaskedLog() {
    setLevel(Level.INFO);
  }

  /** Begins to listen to everything that is written. */
  static MaskedLog open() {
    MaskedLog log = new MaskedLog();
    Logger.getLogger("").addHandler(log);
    return log;
  }

  /** The last lines, the oldest first. */
  List<LogLine> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  @Override
  public void publish(LogRecord written) {
    if (!isLoggable(written)) {
      return;
    }
    LogLine line =
        new LogLine(
            written.getInstant(),
            level(written.getLevel()),
            lastWord(written.getLoggerName()),
            clipped(text(written)));
    synchronized (lines) {
      lines.addLast(line);
      if (lines.size() > LogPulled.MOST_LINES) {
        lines.removeFirst();
      }
    }
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }

  private static String text(LogRecord written) {
    boolean ours = written.getLoggerName() != null && written.getLoggerName().startsWith(OURS);
    String said = ours && written.getMessage() != null ? written.getMessage() : "";
    return written.getThrown() == null ? said : (said + " " + kinds(written.getThrown())).strip();
  }

  private static String kinds(Throwable fault) {
    String kinds =
        String.join(
            " < ",
            Stream.iterate(Optional.of(fault), Optional::isPresent, it -> cause(it.get()))
                .limit(DEEPEST_CAUSE)
                .map(it -> it.get().getClass().getSimpleName())
                .toList());
    return Stream.of(fault.getStackTrace())
        .filter(at -> at.getClassName().startsWith(OURS))
        .findFirst()
        .map(at -> kinds + " at " + lastWord(at.getClassName()) + ":" + at.getLineNumber())
        .orElse(kinds);
  }

  private static Optional<Throwable> cause(Throwable fault) {
    return Optional.ofNullable(fault.getCause());
  }

  private static String level(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "error";
    }
    return level.intValue() >= Level.WARNING.intValue()
        ? "warning"
        : Level.INFO.getName().toLowerCase(Locale.ROOT);
  }

  /** The last word of a class's name, its letters alone. */
  private static String lastWord(String name) {
    String word = name == null ? "" : name.substring(name.lastIndexOf('.') + 1);
    String plain = word.replaceAll("[^A-Za-z]", "");
    return plain.isEmpty() ? "unnamed" : plain.substring(0, Math.min(64, plain.length()));
  }

  private static String clipped(String text) {
    return text.substring(0, Math.min(LogPulled.LONGEST_LINE, text.length()));
  }
}
