package yibao.hall.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yibao.hall.Told;
import yibao.telemetry.Message;
import yibao.telemetry.condition.Condition;
import yibao.telemetry.condition.Finding;
import yibao.telemetry.condition.Finding.Severity;
import yibao.telemetry.condition.Verdict;

class VerdictTest {

  @Test
  void a_terminal_whose_devices_all_work_is_ok() {
    assertEquals(
        new Verdict(Condition.OK, List.of()),
        Verdict.of(
            Told.state(Told.device("id-card", "online"), Told.printer("deviceBusy", "full"))));
  }

  @Test
  void paper_that_runs_low_wants_attention_and_names_the_printer() {
    assertEquals(
        new Verdict(
            Condition.ATTENTION, List.of(Finding.of("paper-low", "printer", Severity.NOTE))),
        Verdict.of(Told.state(Told.device("id-card", "online"), Told.printer("online", "low"))));
  }

  @Test
  void an_empty_printer_is_one_finding_not_two() {
    assertEquals(
        List.of(Finding.of("paper-out", "printer", Severity.WARNING)),
        Verdict.of(Told.state(Told.device("scan", "online"), Told.printer("userError", "out")))
            .findings());
  }

  @Test
  void as_long_as_one_reader_works_a_terminal_serves() {
    assertEquals(
        Condition.ATTENTION,
        Verdict.of(Told.state(Told.device("id-card", "noDevice"), Told.device("ss-card", "online")))
            .condition());
  }

  @Test
  void without_any_reader_it_is_out_of_order() {
    Verdict verdict = Verdict.of(Told.state(Told.device("id-card", "noDevice")));
    assertEquals(Condition.OUT_OF_ORDER, verdict.condition());
    assertEquals(
        List.of(
            Finding.of("no-reader", Severity.CRITICAL),
            Finding.of("device", "id-card", Severity.WARNING)),
        verdict.findings());
  }

  @Test
  void one_that_staff_closed_is_out_of_order() {
    Message.State open = Told.state(Told.device("id-card", "online"));
    Message.State closed =
        new Message.State(
            1,
            Told.NOON,
            Told.NOON,
            open.hallName(),
            open.region(),
            open.software(),
            false,
            Optional.of(
                new Message.Closed(Message.Closed.Why.staff, "换纸", Optional.<Instant>empty())),
            Optional.empty(),
            open.devices(),
            open.filings(),
            open.ratings(),
            open.concerns(),
            0);
    assertEquals(Condition.OUT_OF_ORDER, Verdict.of(closed).condition());
  }

  @Test
  void what_a_terminal_finds_wrong_with_itself_wants_attention_and_an_exchanged_reader_at_once() {
    Message.State well = Told.state(Told.device("id-card", "online"));
    Message.State worried =
        new Message.State(
            1,
            Told.NOON,
            Told.NOON,
            well.hallName(),
            well.region(),
            well.software(),
            false,
            Optional.empty(),
            Optional.empty(),
            well.devices(),
            well.filings(),
            well.ratings(),
            List.of("devices-changed", "not-ready"),
            0);
    assertEquals(
        new Verdict(
            Condition.ATTENTION,
            List.of(
                Finding.of("devices-changed", Severity.CRITICAL),
                Finding.of("not-ready", Severity.WARNING))),
        Verdict.of(worried));
  }
}
