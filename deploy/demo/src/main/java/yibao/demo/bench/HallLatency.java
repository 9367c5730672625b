package yibao.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * From a terminal's word to the wall: 1,000 connected terminals or as many as were asked for, each
 * with TLS and a certificate of its own, at 1,000 messages a second together, half of them reports
 * that are kept, three in four with an alarm that is raised, counted or cleared; then more, until
 * the wall falls behind.
 */
final class HallLatency implements Bench {
  private static final int RATE = 1_000;
  private static final List<Integer> MORE = List.of(2_000, 3_000, 4_000);
  private static final long BUDGET_MILLIS = 2_000;
  private static final long MB = 1_000_000;
  private static final Duration WARM = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(60);
  private static final Duration TRIED = Duration.ofSeconds(20);
  private static final Duration TAKEN = Duration.ofSeconds(30);

  private final Checkout checkout;
  private final Path folder;
  private final int terminals;
  private final Optional<HallUnderTest.Server> database;

  /**
   * @param terminals how many are connected
   * @param database where the monitor keeps what it takes; in a file where absent
   */
  HallLatency(
      Checkout checkout, Path folder, int terminals, Optional<HallUnderTest.Server> database) {
    this.checkout = checkout;
    this.folder = folder;
    this.terminals = terminals;
    this.database = database;
  }

  @Override
  public List<Figure> run() throws IOException, InterruptedException {
    try (HallUnderTest hall = HallUnderTest.start(checkout, folder, database)) {
      for (int i = 0; i < terminals; i++) {
        hall.address(FleetTerminal.name(i));
      }
      try (FleetProcess fleet =
              FleetProcess.start(
                  checkout,
                  hall.folder(),
                  hall.brokerPort(),
                  terminals,
                  folder.resolve("fleet.log"));
          WallEar wall = WallEar.open(hall.wallPort())) {
        return measure(hall, fleet, wall);
      }
    }
  }

  private List<Figure> measure(HallUnderTest hall, FleetProcess fleet, WallEar wall)
      throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    fleet.rate(RATE);
    pass(WARM);
    long before = hall.storeBytes();
    Load load = Load.over(MEASURED, hall, fleet, wall);
    String what = "hall, event to wall, %,d terminals, %,d/s, ".formatted(terminals, RATE);
    figures.add(Figure.alone(what + "p50", millis(load.heard().at(0.5))));
    figures.add(
        Figure.alone(what + "p99", millis(load.heard().at(0.99)))
            .beside(
                "p50 " + millis(load.heard().at(0.5)),
                load.heard().at(0.99) / (double) load.heard().at(0.5))
            .within("≤ " + millis(BUDGET_MILLIS), load.heard().at(0.99) <= BUDGET_MILLIS));
    figures.add(Figure.alone(what + "slowest", millis(load.heard().at(1))));
    figures.add(
        Figure.alone(what + "sent", "%.0f/s".formatted(load.perSecond()))
            .beside("seen on the wall " + load.heard().millis().length, load.seen()));
    figures.add(Figure.alone(what + "monitor", core(load.monitor())));
    figures.add(
        Figure.alone(what + "monitor's memory", "%,d MB".formatted(hall.residentBytes() / MB)));
    figures.add(Figure.alone(what + "broker", core(load.broker())));
    figures.add(
        Figure.alone(what + "broker's memory", "%,d MB".formatted(hall.brokerBytes() / MB)));
    figures.add(Figure.alone(what + "one wall's stream", kib(load.heard().bytes(), MEASURED)));
    figures.add(
        Figure.alone(
            what + "kept on disk",
            "%d B a message".formatted((hall.storeBytes() - before) / Math.max(1, load.sent()))));
    int held = RATE;
    for (int rate : MORE) {
      fleet.rate(rate);
      pass(WARM.dividedBy(4));
      wall.take();
      Load more = Load.over(TRIED, hall, fleet, wall);
      boolean holds = more.heard().at(0.99) <= BUDGET_MILLIS && more.perSecond() >= 0.95 * rate;
      figures.add(
          Figure.alone(
              "hall, event to wall, %,d/s, p99".formatted(rate),
              "%s, sent %.0f/s, monitor %s, broker %s"
                  .formatted(
                      millis(more.heard().at(0.99)),
                      more.perSecond(),
                      core(more.monitor()),
                      core(more.broker()))));
      if (!holds) {
        break;
      }
      held = rate;
    }
    figures.add(Figure.alone("hall, messages a second it holds", "%,d".formatted(held)));
    fleet.rate(0);
    figures.add(taken(fleet));
    return figures;
  }

  /** Whatever was reported is on the monitor's disk in the end. */
  private static Figure taken(FleetProcess fleet) throws InterruptedException {
    long end = System.nanoTime() + TAKEN.toNanos();
    while (fleet.told().waiting() > 0 && System.nanoTime() < end) {
      TimeUnit.SECONDS.sleep(1);
    }
    FleetProcess.Told told = fleet.told();
    return Figure.alone(
            "hall, reports sent once and not taken",
            "%,d of %,d messages".formatted(told.waiting(), told.sent()))
        .within("0", told.waiting() == 0);
  }

  private static void pass(Duration time) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
  }

  /**
   * What was measured over a time.
   *
   * @param monitor the monitor's share of a core
   * @param broker the broker's
   */
  private record Load(
      Duration time, WallEar.Heard heard, long sent, double monitor, double broker) {

    static Load over(Duration time, HallUnderTest hall, FleetProcess fleet, WallEar wall)
        throws IOException, InterruptedException {
      wall.take();
      final long sent = fleet.told().sent();
      final Duration monitor = hall.monitorTime();
      final Duration broker = hall.brokerTime();
      pass(time);
      return new Load(
          time,
          wall.take(),
          fleet.told().sent() - sent,
          share(hall.monitorTime().minus(monitor), time),
          share(hall.brokerTime().minus(broker), time));
    }

    double perSecond() {
      return sent / (double) time.toSeconds();
    }

    /**
     * Three of four messages are told on by themselves: a visit that ended is no news to a wall.
     */
    double seen() {
      return heard.millis().length / (0.75 * sent);
    }

    private static double share(Duration worked, Duration time) {
      return worked.toNanos() / (double) time.toNanos();
    }
  }

  private static String millis(long value) {
    return "%,d ms".formatted(value);
  }

  private static String core(double share) {
    return String.format(Locale.ROOT, "%.0f %% of a core", 100 * share);
  }

  private static String kib(long bytes, Duration time) {
    return "%,d KiB/s".formatted(bytes / 1024 / time.toSeconds());
  }
}
