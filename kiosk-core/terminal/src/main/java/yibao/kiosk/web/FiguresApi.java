package yibao.kiosk.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.PaperState;
import yibao.kiosk.journey.visit.Sentences;
import yibao.telemetry.condition.MonthFigures;
import yibao.telemetry.condition.PaperForecast;

/**
 * What this terminal did in the last month, for its own staff, where there is no hall that counts.
 * Mounted behind the staff's door.
 */
public final class FiguresApi {
  private final Month month;
  private final Devices devices;
  private final String terminal;
  private final Sentences sentences;
  private final ViewJson json = new ViewJson();

  /** Whoever counts what this terminal does. */
  @FunctionalInterface
  public interface Month {
    /** The last month; empty where it cannot be read. */
    Optional<MonthFigures> look() throws InterruptedException;
  }

  /** The contract's {@code StaffPaper}. */
  private record Paper(
      String terminal,
      String device,
      Optional<String> now,
      long printed,
      Optional<Long> perFill,
      double perDay,
      Optional<Instant> lowAt) {}

  /** The contract's {@code StaffFigures}. */
  private record Told(
      List<MonthFigures.Day> days,
      List<MonthFigures.Item> items,
      List<MonthFigures.Left> leftAt,
      List<MonthFigures.Counted> counted,
      List<Paper> papers) {}

  /** An API for the figures of this terminal, by its number. */
  public FiguresApi(Month month, Devices devices, String terminal, Sentences sentences) {
    this.month = month;
    this.devices = devices;
    this.terminal = terminal;
    this.sentences = sentences;
  }

  /** Adds the call. */
  public void mount(Router router) {
    router.get("/api/staff/figures").handler(this::tell);
  }

  private void tell(RoutingContext context) {
    try {
      month.look().ifPresentOrElse(found -> json.send(context, told(found)), () -> missed(context));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      missed(context);
    }
  }

  private Told told(MonthFigures found) {
    List<DeviceStatus> statuses = devices.statuses();
    return new Told(
        found.days(),
        found.items(),
        found.leftAt(),
        found.counted(),
        found.papers().stream()
            .flatMap(
                paper ->
                    statuses.stream()
                        .filter(status -> status.name().key().equals(paper.device()))
                        .map(status -> paper(status, paper.forecast())))
            .toList());
  }

  private Paper paper(DeviceStatus status, PaperForecast forecast) {
    return new Paper(
        terminal,
        status.name().key(),
        status.paper().map(PaperState::key),
        forecast.printed(),
        forecast.perFill(),
        Math.round(forecast.perDay() * 10) / 10.0,
        forecast.lowAt());
  }

  private void missed(RoutingContext context) {
    Problem.of(503, "web.failed", sentences.say("web.failed")).send(context, json);
  }
}
