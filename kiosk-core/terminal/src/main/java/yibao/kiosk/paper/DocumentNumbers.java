package yibao.kiosk.paper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import yibao.kiosk.store.Memory;
import yibao.kiosk.store.StoreFault;

/**
 * Numbers of issued documents: the terminal's number, the day, and a serial number that goes on
 * over days and restarts, so that none comes twice even where the clock was set back. A number is
 * on the disk as used before it is given out.
 */
public final class DocumentNumbers {
  private static final String LAST = "paper.last-serial";

  private final Memory memory;
  private final String terminal;

  /**
   * Numbers of one terminal.
   *
   * @param terminal its number
   */
  public DocumentNumbers(Memory memory, String terminal) {
    this.memory = memory;
    this.terminal = terminal.replaceAll("[^0-9A-Za-z]", "");
  }

  /**
   * The next number, e.g. {@code DEMO01-20260301-000017}.
   *
   * @throws StoreFault when the disk does not take it
   */
  synchronized String next(LocalDate day) {
    long serial = memory.recall(LAST).map(Long::parseLong).orElse(0L) + 1;
    memory.remember(LAST, Long.toString(serial));
    return "%s-%s-%06d".formatted(terminal, DateTimeFormatter.BASIC_ISO_DATE.format(day), serial);
  }
}
