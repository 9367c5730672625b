package yibao.kiosk.app;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.journey.HallDoors;
import yibao.kiosk.journey.HelpBell;
import yibao.kiosk.telemetry.Deeds;
import yibao.kiosk.web.ScreenWords;
import yibao.kiosk.web.Screens;
import yibao.telemetry.Order;

/**
 * Carries out what the hall orders. Whoever uses the terminal is never interrupted: what would do
 * that is not begun.
 */
final class HallDeeds implements Deeds {
  private static final Duration PAGE_LOADS = Duration.ofSeconds(15);
  private static final Done VISIT_UNDER_WAY = new Done.NotNow("order.visit-under-way");

  private final HallDoors doors;
  private final HelpBell bell;
  private final ZoneId zone;
  private final BooleanSupplier nobodyHere;
  private final Supplier<PrintOutcome> testSlip;
  private final Screens screens;
  private final ScreenWords words;
  private final Optional<Runnable> restart;

  /**
   * @param zone the hall's
   * @param testSlip prints the receipt printer's test slip
   * @param words what staff let the screen show
   * @param restart ends this program so that its manager starts it anew; empty where nobody would
   */
  HallDeeds(
      HallDoors doors,
      HelpBell bell,
      ZoneId zone,
      BooleanSupplier nobodyHere,
      Supplier<PrintOutcome> testSlip,
      Screens screens,
      ScreenWords words,
      Optional<Runnable> restart) {
    this.doors = doors;
    this.bell = bell;
    this.zone = zone;
    this.nobodyHere = nobodyHere;
    this.testSlip = testSlip;
    this.screens = screens;
    this.words = words;
    this.restart = restart;
  }

  @Override
  public Done carryOut(Order.What what) {
    return switch (what) {
      case Order.Close(String reason, var until) -> {
        doors.close(
            new HallDoors.Closure(
                reason, until.map(instant -> LocalDateTime.ofInstant(instant, zone))));
        yield new Done.Well();
      }
      case Order.Reopen() -> {
        doors.open();
        yield new Done.Well();
      }
      case Order.PrintTest() ->
          nobodyHere.getAsBoolean() ? printed(testSlip.get()) : VISIT_UNDER_WAY;
      case Order.RestartScreen() -> nobodyHere.getAsBoolean() ? reloaded() : VISIT_UNDER_WAY;
      case Order.SetVolume(int percent) -> shown(words.volume(percent));
      case Order.ShowNotice(String text, var until) -> shown(words.notice(text, until));
      case Order.EndNotice() -> shown(words.endNotice());
      case Order.PullLog() ->
          throw new IllegalStateException("the line to the hall tells its log by itself");
      case Order.HelpComing(String who) ->
          bell.coming(who) ? new Done.Well() : new Done.NotNow("order.nobody-calls");
      case Order.HelpOver() -> {
        bell.over();
        yield new Done.Well();
      }
      case Order.RestartService() ->
          restart.isEmpty()
              ? new Done.NotNow("order.no-manager")
              : nobodyHere.getAsBoolean() ? new Done.WithRestart(restart.get()) : VISIT_UNDER_WAY;
    };
  }

  private static Done printed(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Printed() -> new Done.Well();
      case PrintOutcome.NotPrinted(String code) -> new Done.Badly(code);
      case PrintOutcome.Partly(String code) -> new Done.Badly(code);
      case PrintOutcome.Unknown(String code) -> new Done.Badly(code);
    };
  }

  private static Done shown(Screens.Heeded heeded) {
    return switch (heeded) {
      case DONE -> new Done.Well();
      case NOBODY_THERE -> new Done.NotNow("order.no-screen");
      case NOT_IN_TIME -> new Done.Badly("order.not-shown");
    };
  }

  private Done reloaded() {
    try {
      return switch (screens.reload(PAGE_LOADS)) {
        case DONE -> new Done.Well();
        case NOBODY_THERE -> new Done.NotNow("order.no-screen");
        case NOT_IN_TIME -> new Done.Badly("order.screen-not-back");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Done.Badly("order.interrupted");
    }
  }
}
