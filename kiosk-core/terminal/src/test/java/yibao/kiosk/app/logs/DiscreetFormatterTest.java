package yibao.kiosk.app.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yibao.devices.printer.ReceiptPrinter;
import yibao.kiosk.app.Main;
import yibao.kiosk.store.StoreFault;
import yibao.telemetry.BrokerLine;
import yibao.templates.font.Typeface;

/** Whatever is logged, no line of the log names anybody. */
class DiscreetFormatterTest {

  /** Invented, as everybody here; the number's check digit is right. */
  private static final List<String> CANARIES =
      List.of(
          "卓玛措",
          "110101199003078371",
          "11010119900307837X",
          "13900000001",
          "6222021234567890128",
          "A12345678",
          "梧桐里12号3单元401室",
          "GARCIA LOPEZ MARIA",
          "GARCIA",
          "{\"psn_name\":\"卓玛措\",\"certno\":\"110101199003078371\"}");

  /** Parameters an event has at most. */
  private static final int MOST_PARAMETERS = 6;

  static Stream<LogCatalogue.Event> everyEvent() {
    return Stream.of(Main.class, ReceiptPrinter.class, BrokerLine.class, Typeface.class)
        .flatMap(one -> LogCatalogue.of(one).stream());
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void no_event_names_anybody_whatever_goes_with_it(LogCatalogue.Event event) {
    assertTrue(
        event.message().isPresent(),
        () -> event.where() + ": the text of an event stands in the program, values go beside it");
    for (String canary : CANARIES) {
      Object[] parameters = new Object[MOST_PARAMETERS];
      Arrays.fill(parameters, canary);
      String line = line(event.message().get(), event.thrown() ? fault(canary) : null, parameters);
      assertFalse(line.contains(canary), line);
    }
  }

  @Test
  void the_catalogue_finds_the_events_of_every_part() {
    List<LogCatalogue.Event> events = everyEvent().toList();
    assertTrue(events.size() > 30, () -> events.size() + " events");
    for (String where :
        List.of("yibao/kiosk/store/", "yibao/devices/", "yibao/telemetry/", "yibao/templates/")) {
      assertTrue(events.stream().anyMatch(event -> event.where().startsWith(where)), where);
    }
    assertTrue(events.stream().anyMatch(LogCatalogue.Event::thrown));
  }

  @Test
  void a_librarys_line_shows_neither_names_nor_numbers() {
    for (String canary : List.of("卓玛措", "110101199003078371", "13900000001")) {
      String line = line("Unhandled value " + canary + " in request", null);
      assertFalse(line.contains(canary), line);
      assertTrue(line.contains("Unhandled value ‹hidden› in request"), line);
    }
  }

  @Test
  void codes_classes_paths_and_numbers_are_shown() {
    assertEquals(
        "store.disk-full java.io.IOException /var/lib/kiosk 12345 regions/gansu/list.yaml",
        line(
                "{0} {1} {2} {3} {4}",
                null,
                StoreFault.DISK_FULL,
                java.io.IOException.class,
                Path.of("/var/lib/kiosk"),
                12_345,
                "regions/gansu/list.yaml")
            .replaceAll("^\\S+ \\S+ \\S+ ", "")
            .strip());
  }

  @Test
  void a_fault_says_its_kinds_and_where_it_happened_and_none_of_its_words() {
    String line = line("work failed", fault("卓玛措 GARCIA"));
    assertTrue(line.contains("java.lang.IllegalStateException"), line);
    assertTrue(line.contains("caused by java.lang.NumberFormatException"), line);
    assertTrue(line.contains("DiscreetFormatterTest.fault"), line);
    assertFalse(line.contains("GARCIA"), line);
  }

  private static Throwable fault(String words) {
    return new IllegalStateException(words, new NumberFormatException(words));
  }

  private static String line(String message, Throwable thrown, Object... parameters) {
    LogRecord event = new LogRecord(Level.SEVERE, message);
    event.setLoggerName("yibao.kiosk.Test");
    event.setThrown(thrown);
    event.setParameters(parameters);
    return new DiscreetFormatter().format(event);
  }
}
