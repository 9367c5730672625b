package yibao.kiosk.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yibao.telemetry.Happening;
import yibao.telemetry.Happening.LogLine;
import yibao.telemetry.Message;
import yibao.telemetry.MessageCodec;

/** Whatever lines are filled with, none of it leaves the terminal. */
class MaskedLogTest {
  /** An invented person, everywhere a line can hold one. */
  private static final String PERSON = "李明 63010219900307101X 13900000000";

  private final System.Logger ours = System.getLogger("yibao.kiosk.Somewhere");
  private final MaskedLog log = MaskedLog.open();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void a_line_is_the_programs_own_sentence_without_what_it_was_filled_with() {
    ours.log(Level.WARNING, "no answer for {0}", PERSON);

    LogLine line = log.lines().getLast();
    assertEquals("no answer for {0}", line.text());
    assertEquals("warning", line.level());
    assertEquals("Somewhere", line.source());
  }

  @Test
  void of_a_fault_its_kinds_and_place_are_told_and_never_its_words() {
    ours.log(
        Level.ERROR,
        "it failed",
        new IllegalStateException(PERSON, new IllegalArgumentException("of " + PERSON)));

    String text = log.lines().getLast().text();
    assertTrue(
        text.matches(
            "it failed IllegalStateException < IllegalArgumentException at MaskedLogTest:\\d+"),
        text);
  }

  @Test
  void of_other_libraries_only_who_wrote_is_told() {
    System.getLogger("org.example.Library").log(Level.WARNING, "cannot parse " + PERSON);

    LogLine line = log.lines().getLast();
    assertEquals("", line.text());
    assertEquals("Library", line.source());
  }

  @Test
  void nothing_personal_is_in_the_message_however_it_was_written() {
    ours.log(Level.WARNING, "{0}", PERSON);
    ours.log(Level.ERROR, "fault", new IllegalStateException(PERSON));
    System.getLogger(PERSON).log(Level.WARNING, PERSON);
    System.getLogger("yibao." + PERSON).log(Level.INFO, "named after somebody");

    String sent = new String(MessageCodec.strict().write(pulled(log.lines())));
    for (String part : PERSON.split(" ")) {
      assertFalse(sent.contains(part), sent);
    }
  }

  @Test
  void a_hundred_lines_at_most_are_kept_and_fit_one_message() {
    String longest = IntStream.range(0, 300).mapToObj(_ -> "x").collect(Collectors.joining());
    for (int i = 0; i < 150; i++) {
      ours.log(Level.WARNING, longest);
    }
    ours.log(Level.WARNING, "the last");

    List<LogLine> lines = log.lines();
    assertEquals(Happening.LogPulled.MOST_LINES, lines.size());
    assertEquals("the last", lines.getLast().text());
    byte[] sent = MessageCodec.strict().write(pulled(lines));
    assertTrue(sent.length <= MessageCodec.MOST_BYTES, "bytes: " + sent.length);
    assertTrue(MessageCodec.strict().read(sent) instanceof MessageCodec.Read.Understood);
  }

  @Test
  void what_is_not_worth_a_line_on_disk_is_none_here() {
    int before = log.lines().size();
    ours.log(Level.DEBUG, "details");
    assertEquals(before, log.lines().size());
  }

  private static Message pulled(List<LogLine> lines) {
    return new Message.Report(
        Message.VERSION,
        "0123456789abcdef",
        1,
        Instant.parse("2026-03-02T04:00:00Z"),
        new Happening.LogPulled(1, lines));
  }
}
