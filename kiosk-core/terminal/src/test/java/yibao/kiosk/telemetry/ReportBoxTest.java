package yibao.kiosk.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.telemetry.Happening;
import yibao.telemetry.Message;

class ReportBoxTest {
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  @TempDir Path folder;

  @Test
  void what_was_not_taken_is_there_after_a_restart_under_its_number() throws SQLException {
    String source;
    try (ReportBox box = ReportBox.open(folder, 10)) {
      source = box.source();
      box.put(NOON, fault("one"));
      box.put(NOON, fault("two"));
      box.remove(1);
    }
    try (ReportBox box = ReportBox.open(folder, 10)) {
      assertEquals(List.of(new Message.Report(1, source, 2, NOON, fault("two"))), box.after(0, 10));
    }
  }

  @Test
  void a_number_is_never_given_twice() throws SQLException {
    try (ReportBox box = ReportBox.open(folder, 10)) {
      box.put(NOON, fault("one"));
      box.remove(1);
    }
    try (ReportBox box = ReportBox.open(folder, 10)) {
      box.put(NOON, fault("two"));
      assertEquals(List.of(2L), numbers(box));
    }
  }

  @Test
  void a_full_box_gives_up_the_oldest_and_counts_them() throws SQLException {
    try (ReportBox box = ReportBox.open(folder, 3)) {
      for (int i = 1; i <= 5; i++) {
        box.put(NOON, fault("fault" + i));
      }
      assertEquals(List.of(3L, 4L, 5L), numbers(box));
      assertEquals(2, box.lost());
    }
    try (ReportBox box = ReportBox.open(folder, 3)) {
      assertEquals(2, box.lost());
    }
  }

  private static List<Long> numbers(ReportBox box) throws SQLException {
    return box.after(0, 10).stream().map(Message.Report::number).toList();
  }

  private static Happening fault(String code) {
    return new Happening.StoreFault(code);
  }
}
