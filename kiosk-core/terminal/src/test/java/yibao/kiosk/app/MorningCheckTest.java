package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.app.doctor.Finding;
import yibao.kiosk.app.doctor.Finding.Verdict;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.store.InMind;
import yibao.templates.ReceiptTemplates;
import yibao.templates.receipt.ReceiptPrinter;

class MorningCheckTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @TempDir private Path folder;
  private final HandMadeTime time = new HandMadeTime();
  private final List<Map<String, Object>> printed = new ArrayList<>();
  private List<Finding> findings = List.of(Finding.good("时钟", "准"));
  private int looks;
  private AuditTrail audit;

  @BeforeEach
  void open() {
    audit = AuditTrail.open(folder, time, 1 << 20);
  }

  @AfterEach
  void close() {
    audit.close();
  }

  private MorningCheck check(LocalTime opening) {
    return new MorningCheck(
        () -> {
          looks++;
          return findings;
        },
        Optional.of(opening),
        audit,
        fields -> {
          printed.add(fields);
          return new PrintOutcome.Printed();
        },
        time,
        ZONE,
        Runnable::run);
  }

  private LocalTime in(Duration later) {
    return LocalDateTime.ofInstant(time.instant().plus(later), ZONE).toLocalTime();
  }

  @Test
  void half_an_hour_before_opening_it_looks_once() {
    MorningCheck morning = check(in(Duration.ofMinutes(90)));
    morning.start();

    time.pass(Duration.ofMinutes(58));
    assertEquals(0, looks);
    time.pass(Duration.ofMinutes(3));
    assertEquals(1, looks);
    time.pass(Duration.ofMinutes(40));

    assertEquals(1, looks);
    assertTrue(audit.latest(1).getFirst().contains("terminal.checked"));
  }

  @Test
  void a_fault_that_was_seen_to_is_over_within_a_minute_and_written_down_once() {
    MorningCheck morning = check(in(Duration.ofMinutes(30)));
    findings = List.of(Finding.fault("省平台", "连不上", "查网线"));
    morning.start();
    time.pass(Duration.ofMinutes(30));
    assertFalse(morning.last().orElseThrow().ready());
    assertEquals(1, checks("found"));

    findings = List.of(Finding.good("省平台", "通"));
    time.pass(Duration.ofMinutes(1));
    assertTrue(morning.last().orElseThrow().ready());
    assertEquals(1, checks("ok"));
    int looked = looks;
    time.pass(Duration.ofMinutes(30));
    assertEquals(looked, looks);
  }

  private long checks(String outcome) {
    return audit.latest(100).stream()
        .filter(line -> line.contains("terminal.checked") && line.contains(outcome))
        .count();
  }

  @Test
  void a_fault_keeps_it_from_being_ready_and_a_warning_does_not() {
    MorningCheck morning = check(LocalTime.NOON);
    findings = List.of(Finding.warning("纸", "快用完", "换纸"));
    assertTrue(morning.look().ready());

    findings = List.of(Finding.fault("省平台", "连不上", "查网线"));
    assertEquals(false, morning.look().ready());
  }

  @Test
  void the_slip_holds_every_line_and_can_be_painted() {
    MorningCheck morning = check(LocalTime.NOON);
    findings = List.of(Finding.good("时钟", "准"), Finding.fault("省平台", "连不上", "查网线"));

    morning.print();

    Map<String, Object> fields = new HashMap<>(printed.getFirst());
    fields.put("hall", "云岚大厅");
    fields.put("terminal", "YL-01");
    fields.put("printedAt", LocalDateTime.ofInstant(time.instant(), ZONE));
    byte[] paint =
        ReceiptTemplates.load().render("readiness", fields, ReceiptPrinter.ofDots(576)).escPos();
    assertTrue(paint.length > 100);
    assertEquals(2, ((List<?>) fields.get("lines")).size());
  }

  @Test
  void a_device_nobody_knows_is_an_alarm_until_it_is_accepted() {
    InMind memory = new InMind();
    List<Set<String>> plugged = new ArrayList<>(List.of(Set.of("reader 1")));
    KnownDevices known = new KnownDevices(memory, audit, plugged::getLast);
    assertEquals(Verdict.GOOD, known.look().verdict());

    plugged.add(Set.of("reader 2"));
    assertEquals(Verdict.FAULT, known.look().verdict());
    assertTrue(known.look().found().contains("reader 2"));
    // Once for the audit record, however often somebody looks; and still after a restart.
    assertEquals(
        1, audit.latest(10).stream().filter(line -> line.contains("device.changed")).count());
    assertEquals(Verdict.FAULT, new KnownDevices(memory, audit, plugged::getLast).look().verdict());

    assertEquals(Set.of("reader 2"), known.strange());
    known.accept();
    assertEquals(false, known.changed());
    assertEquals(Set.of(), known.strange());
    assertEquals(Verdict.GOOD, known.look().verdict());
    plugged.add(Set.of());
    assertEquals(Verdict.GOOD, known.look().verdict());
  }

  @Test
  void an_exchanged_reader_is_noticed_within_a_minute_whether_or_not_a_hall_opens() {
    List<Set<String>> plugged = new ArrayList<>(List.of(Set.of("reader 1")));
    KnownDevices known = new KnownDevices(new InMind(), audit, plugged::getLast);
    known.look();
    known.watch(time, Runnable::run);
    plugged.add(Set.of("reader 2"));
    assertEquals(false, known.changed());

    time.pass(Duration.ofMinutes(1));
    assertEquals(true, known.changed());
    assertTrue(audit.latest(1).getFirst().contains("device.changed"));

    plugged.add(Set.of("reader 1"));
    time.pass(Duration.ofMinutes(1));
    assertEquals(false, known.changed());

    known.close();
    plugged.add(Set.of("reader 2"));
    time.pass(Duration.ofMinutes(2));
    assertEquals(false, known.changed());
  }
}
