package yibao.demo.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import yibao.telemetry.Happening;
import yibao.telemetry.MessageCodec;

/**
 * A hall's week in minutes: every message that thirty terminals send in seven days, in its order
 * and with its times, each simulated half hour on the monitor's disk before the next; what the
 * monitor holds of it in memory after each day.
 */
final class HallWeek implements Bench {
  private static final int TERMINALS = 30;
  private static final int DAYS = 7;
  private static final int MINUTES_OF_DAY = 24 * 60;
  private static final int OPENS = 8 * 60 + 30;
  private static final int CLOSES = 17 * 60 + 30;
  private static final int VISIT_EVERY = 5;
  private static final int COUNTED_EVERY = 5;
  private static final int TOLD_EVERY = 30;
  private static final int PAPER_LOW_AT = 11 * 60;
  private static final int PAPER_CHANGED_AT = 11 * 60 + 20;
  private static final double BUDGET = 1.05;
  private static final double MB = 1_000_000;
  private static final Duration TAKEN = Duration.ofSeconds(60);

  private final Checkout checkout;
  private final Path folder;

  HallWeek(Checkout checkout, Path folder) {
    this.checkout = checkout;
    this.folder = folder;
  }

  @Override
  public List<Figure> run() throws IOException, InterruptedException {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try (HallUnderTest hall = HallUnderTest.start(checkout, folder);
        WallEar wall = WallEar.open(hall.wallPort())) {
      List<FleetTerminal> terminals = new ArrayList<>();
      MessageCodec codec = MessageCodec.strict();
      try {
        for (int i = 0; i < TERMINALS; i++) {
          String name = FleetTerminal.name(i);
          terminals.add(
              new FleetTerminal(vertx, hall.address(name), name, codec, "%016x".formatted(i)));
        }
        awaitThere(terminals);
        return week(hall, wall, terminals);
      } finally {
        terminals.forEach(FleetTerminal::close);
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static List<Figure> week(HallUnderTest hall, WallEar wall, List<FleetTerminal> terminals)
      throws IOException, InterruptedException {
    Instant monday =
        LocalDate.now(ZoneOffset.UTC).minusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Long> live = new ArrayList<>();
    StringBuilder days = new StringBuilder();
    for (int day = 0; day < DAYS; day++) {
      for (int minute = 0; minute < MINUTES_OF_DAY; minute++) {
        Instant at = monday.plus(day, ChronoUnit.DAYS).plus(minute, ChronoUnit.MINUTES);
        for (int i = 0; i < terminals.size(); i++) {
          say(terminals.get(i), i, minute, at);
        }
        if (minute % TOLD_EVERY == 0) {
          awaitTaken(terminals);
        }
      }
      wall.take();
      live.add(hall.liveBytes());
      days.append(day == 0 ? "" : ", ").append(megabytes(live.getLast()));
    }
    double growth = live.getLast() / (double) live.getFirst();
    long sent = terminals.stream().mapToLong(FleetTerminal::sent).sum();
    return List.of(
        Figure.alone("hall, a week of 30 terminals, sent", "%,d messages".formatted(sent)),
        Figure.alone("hall, a week of 30 terminals, live heap each day", days + " MB"),
        Figure.alone(
                "hall, a week of 30 terminals, live heap, last day",
                megabytes(live.getLast()) + " MB")
            .beside("first day " + megabytes(live.getFirst()) + " MB", growth)
            .within("≤ %.2f".formatted(BUDGET), growth <= BUDGET),
        Figure.alone(
            "hall, a week of 30 terminals, monitor's memory",
            megabytes(hall.residentBytes()) + " MB"),
        Figure.alone(
            "hall, a week of 30 terminals, on disk", megabytes(hall.storeBytes()) + " MB"));
  }

  /** A state each minute; in opening hours visits, counts, a roll of paper, a print unknown. */
  private static void say(FleetTerminal terminal, int index, int minute, Instant at) {
    boolean low = minute >= PAPER_LOW_AT && minute < PAPER_CHANGED_AT;
    terminal.state(at, low ? "low" : "full");
    boolean open = minute >= OPENS && minute < CLOSES;
    if (minute % (open ? COUNTED_EVERY : TOLD_EVERY) == 0) {
      terminal.report(
          at,
          new Happening.Counted(
              at.minus(COUNTED_EVERY, ChronoUnit.MINUTES),
              at,
              new TreeMap<>(Map.of("card.read", 1L, "receipt.printed", 1L))));
    }
    if (open && minute % VISIT_EVERY == index % VISIT_EVERY) {
      terminal.report(at, FleetTerminal.visit(1 + (minute + index) % 30));
    }
    if (minute == PAPER_LOW_AT) {
      terminal.report(at, FleetTerminal.unknownPrint());
    }
  }

  private static void awaitThere(List<FleetTerminal> terminals)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TAKEN.toNanos();
    while (!terminals.stream().allMatch(FleetTerminal::there)) {
      if (System.nanoTime() > end) {
        throw new IOException("the terminals did not connect within a minute");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** As fast as the monitor takes it, so that nothing piles up in the broker. */
  private static void awaitTaken(List<FleetTerminal> terminals)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TAKEN.toNanos();
    while (terminals.stream().anyMatch(terminal -> terminal.waiting() > 0)) {
      if (System.nanoTime() > end) {
        throw new IOException("the monitor did not take half an hour's reports within a minute");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / MB);
  }
}
