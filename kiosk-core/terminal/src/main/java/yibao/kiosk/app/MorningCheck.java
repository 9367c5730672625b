package yibao.kiosk.app;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import yibao.kiosk.app.doctor.Finding;
import yibao.kiosk.app.doctor.Finding.Verdict;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.web.ReadinessApi.Readiness;

/**
 * Looks the terminal over half an hour before the hall opens, so that what is wrong can be mended
 * before anybody stands there; and whenever staff ask.
 */
final class MorningCheck implements Readiness, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(MorningCheck.class.getName());
  private static final Duration BEFORE_OPENING = Duration.ofMinutes(30);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Supplier<List<Finding>> examination;
  private final Optional<LocalTime> opening;
  private final AuditTrail audit;
  private final Function<Map<String, Object>, PrintOutcome> printing;
  private final Timekeeper time;
  private final ZoneId zone;
  private final Executor threads;
  private Optional<Report> last = Optional.empty();
  private boolean closed;
  private Timekeeper.Alarm next = () -> {};

  /**
   * @param examination looks at everything; may take some seconds
   * @param opening when the hall opens; without it only those who ask know
   * @param printing prints the fields of the slip
   * @param threads runs the examination
   */
  MorningCheck(
      Supplier<List<Finding>> examination,
      Optional<LocalTime> opening,
      AuditTrail audit,
      Function<Map<String, Object>, PrintOutcome> printing,
      Timekeeper time,
      ZoneId zone,
      Executor threads) {
    this.examination = examination;
    this.opening = opening;
    this.audit = audit;
    this.printing = printing;
    this.time = time;
    this.zone = zone;
    this.threads = threads;
  }

  /** Begins to watch the clock. */
  synchronized void start() {
    if (!closed && opening.isPresent()) {
      next = time.after(EVERY, () -> threads.execute(this::tick));
    }
  }

  private void tick() {
    try {
      if (due()) {
        look();
      } else if (last().filter(report -> !report.ready()).isPresent()) {
        lookWhetherMended();
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "[readiness.failed] the morning's check failed", e);
    } finally {
      start();
    }
  }

  /** From half an hour before opening on, once a day. */
  private boolean due() {
    ZonedDateTime now = time.instant().atZone(zone);
    LocalDateTime from = now.toLocalDate().atTime(opening.orElseThrow()).minus(BEFORE_OPENING);
    LocalDate checked =
        last().map(report -> report.at().atZone(zone).toLocalDate()).orElse(LocalDate.MIN);
    return !now.toLocalDateTime().isBefore(from) && checked.isBefore(now.toLocalDate());
  }

  @Override
  public synchronized Optional<Report> last() {
    return last;
  }

  /** The hall must not read of a fault all day that somebody has seen to; written down once. */
  private void lookWhetherMended() {
    List<Finding> findings = examination.get();
    if (isReady(findings)) {
      keep(findings);
    }
  }

  @Override
  public Report look() {
    return keep(examination.get());
  }

  private static boolean isReady(List<Finding> findings) {
    return findings.stream().noneMatch(f -> f.verdict() == Verdict.FAULT);
  }

  private Report keep(List<Finding> findings) {
    boolean ready = isReady(findings);
    Report report =
        new Report(time.instant(), ready, findings.stream().map(MorningCheck::line).toList());
    audit.note(
        new AuditEntry(
            Role.TERMINAL, "terminal.checked", Optional.empty(), ready ? "ok" : "found"));
    synchronized (this) {
      last = Optional.of(report);
    }
    return report;
  }

  private static Line line(Finding finding) {
    return new Line(
        finding.verdict().name().toLowerCase(Locale.ROOT),
        finding.what(),
        finding.found(),
        finding.remedy());
  }

  @Override
  public PrintOutcome print() {
    Report report = last().orElseGet(this::look);
    Map<String, Object> fields = new HashMap<>();
    fields.put("checkedAt", LocalDateTime.ofInstant(report.at(), zone));
    fields.put("verdict", report.ready() ? "可以开门" : "有问题要处理");
    fields.put(
        "lines",
        report.lines().stream()
            .map(
                line ->
                    Map.of(
                        "mark", mark(line.verdict()),
                        "what", line.what(),
                        "found", line.found(),
                        "remedy", line.remedy()))
            .toList());
    return printing.apply(fields);
  }

  private static String mark(String verdict) {
    return switch (verdict) {
      case "good" -> "好";
      case "warning" -> "注意";
      default -> "故障";
    };
  }

  @Override
  public synchronized void close() {
    closed = true;
    next.cancel();
  }
}
