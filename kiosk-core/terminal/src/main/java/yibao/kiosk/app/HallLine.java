package yibao.kiosk.app;

import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.filing.FilingObserver;
import yibao.kiosk.store.StoreFault;
import yibao.kiosk.telemetry.DefaultsTaker;
import yibao.kiosk.telemetry.Inbox;
import yibao.kiosk.telemetry.OwnFigures;
import yibao.kiosk.telemetry.Tally;
import yibao.kiosk.telemetry.Telemetry;
import yibao.kiosk.web.ScreenWords;
import yibao.kiosk.web.Screens;

/**
 * The line to the hall's monitor, where the configuration names one.
 *
 * @param inbox hears what is to be told, from the first filing on
 * @param tally counts, from the first card on
 */
record HallLine(Inbox inbox, Tally tally) {

  /** A line on which nothing has been told yet. */
  static HallLine idle(Timekeeper time) {
    return new HallLine(new Inbox(time), new Tally());
  }

  /** Stations that count into it, and into the terminal's own figures. */
  CountedStations counted(OwnFigures own) {
    return new CountedStations(
        counter -> {
          tally.count(counter);
          own.count(counter);
        },
        inbox);
  }

  /** Who is told what becomes of filings. */
  List<FilingObserver> observers(TerminalConfig config) {
    return config.telemetry().isPresent() ? List.of(inbox) : List.of();
  }

  /**
   * Begins to tell the hall, and to carry out what it orders.
   *
   * @param restart ends this program, so that its manager starts it anew
   */
  Optional<Telemetry> open(
      Vertx vertx,
      Ground ground,
      ConfigInUse inUse,
      VisitRoom visits,
      CareRoom care,
      Screens screens,
      ScreenWords words,
      Optional<Runnable> restart) {
    Optional<Telemetry> telemetry =
        ground
            .config()
            .telemetry()
            .map(
                line ->
                    start(
                        vertx,
                        new Telemetry.Settings(
                            line.topics(), line.broker(), ground.config().data(), line.hallKey()),
                        new Telemetry.Sources(
                            ground.peripherals().devices(),
                            visits.journey(),
                            care.state(),
                            inbox,
                            tally),
                        new Telemetry.Hands(
                            ground.records().memory(),
                            ground.records().audit(),
                            deeds(ground, visits, screens, words, restart),
                            rules(ground, inUse, visits, restart)),
                        ground.time()));
    inUse.givenUp().ifPresent(inbox::defaultsGivenUp);
    return telemetry;
  }

  private static HallDeeds deeds(
      Ground ground,
      VisitRoom visits,
      Screens screens,
      ScreenWords words,
      Optional<Runnable> restart) {
    return new HallDeeds(
        visits.doors(),
        visits.bell(),
        ground.zone(),
        visits::empty,
        () ->
            ground
                .peripherals()
                .receipts()
                .print(ground.paper().papers().selfTest().receipt().escPos()),
        screens,
        words,
        restart);
  }

  private static Optional<DefaultsTaker> rules(
      Ground ground, ConfigInUse inUse, VisitRoom visits, Optional<Runnable> restart) {
    return inUse.listens()
        ? Optional.of(
            new HallRules(inUse, ground.time(), visits::empty, ground.records().audit(), restart))
        : Optional.empty();
  }

  private static Telemetry start(
      Vertx vertx,
      Telemetry.Settings settings,
      Telemetry.Sources sources,
      Telemetry.Hands hands,
      Timekeeper time) {
    try {
      return Telemetry.start(vertx, settings, sources, hands, time);
    } catch (SQLException e) {
      throw new StoreFault(StoreFault.CANNOT_OPEN, "check the data directory", e);
    } catch (IllegalArgumentException e) {
      throw new TerminalConfig.Unusable("telemetry：" + e.getMessage());
    }
  }
}
