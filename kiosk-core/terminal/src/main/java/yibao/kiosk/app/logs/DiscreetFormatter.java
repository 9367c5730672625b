package yibao.kiosk.app.logs;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A log line that cannot name anybody, whatever was handed to the logger.
 *
 * <p>Of what an event carries only codes, class names, paths, numbers and words of ours come out.
 * Of a fault come its kinds and where it happened; never its words, which may quote what a citizen
 * or the platform wrote. Chinese text and long runs of digits are hidden in libraries' lines too.
 */
public final class DiscreetFormatter extends Formatter {

  private static final String HIDDEN = "‹hidden›";

  /** Stable codes, device and operation names, class names, relative paths; none begins big. */
  private static final Pattern CODE = Pattern.compile("(?:[a-z][A-Za-z0-9_]*(?:[.:/$=-]\\w+)*)?");

  /** A telephone number is the shortest number of a person: eleven digits. */
  private static final Pattern TELLING = Pattern.compile("\\p{IsHan}+|\\d{11,}[0-9Xx]?");

  private static final int MOST_FRAMES = 30;
  private static final int MOST_CAUSES = 5;

  /** Has everything this program logs, and every thread that ends in a fault, written like this. */
  public static void use() {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(new DiscreetFormatter());
    }
    Logger threads = Logger.getLogger(Thread.class.getName());
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, fault) ->
            threads.log(Level.SEVERE, "[thread.ended] a thread ended in a fault", fault));
  }

  @Override
  public String format(LogRecord event) {
    StringBuilder text = new StringBuilder();
    text.append(event.getInstant().truncatedTo(ChronoUnit.MILLIS))
        .append(' ')
        .append(event.getLevel().getName())
        .append(' ')
        .append(event.getLoggerName())
        .append(": ")
        .append(TELLING.matcher(message(event)).replaceAll(HIDDEN));
    if (event.getThrown() != null) {
      fault(event.getThrown(), text);
    }
    return text.append('\n').toString();
  }

  private static String message(LogRecord event) {
    Object[] parameters = event.getParameters();
    String message = String.valueOf(event.getMessage());
    if (parameters == null || parameters.length == 0) {
      return message;
    }
    Object[] shown = Arrays.stream(parameters).map(DiscreetFormatter::shown).toArray();
    try {
      return MessageFormat.format(message, shown);
    } catch (IllegalArgumentException notAPattern) {
      return message;
    }
  }

  private static String shown(Object parameter) {
    return switch (parameter) {
      case null -> "";
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case Enum<?> constant -> constant.name();
      case Class<?> kind -> kind.getName();
      case Path path -> path.toString();
      case Throwable fault -> fault.getClass().getName();
      case Collection<?> several ->
          several.stream().map(DiscreetFormatter::shown).collect(Collectors.joining(", "));
      case CharSequence text when CODE.matcher(text).matches() -> text.toString();
      default -> HIDDEN;
    };
  }

  private static void fault(Throwable fault, StringBuilder text) {
    Throwable next = fault;
    for (int depth = 0; next != null && depth < MOST_CAUSES; depth++) {
      text.append(depth == 0 ? "\n" : "\ncaused by ").append(next.getClass().getName());
      Arrays.stream(next.getStackTrace())
          .limit(MOST_FRAMES)
          .forEach(frame -> text.append("\n\tat ").append(frame));
      next = next.getCause();
    }
  }
}
