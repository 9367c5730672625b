package yibao.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import yibao.demo.hall.HallRun;
import yibao.telemetry.BrokerAddress;

/**
 * What telling the hall costs a terminal: the processor time of the threads that do it, during a
 * minute with visits and one without. What a listener costs the journey's own thread, a note put in
 * a queue, is not in it.
 */
final class TelemetryCost implements Bench {
  private static final String TERMINAL = "T-0001";
  private static final Duration MEASURED = Duration.ofSeconds(60);
  private static final double BUDGET = 0.01;

  /** As the system cuts names: our reporter, our ear, the client's own. */
  private static final Set<String> THREADS =
      Set.of("telemetry", "mqtt-" + TERMINAL, "com.hivemq.clie");

  private static final String TIMERS = "Rx";

  private final Checkout checkout;
  private final WeighedTerminal terminal;
  private final Path folder;

  TelemetryCost(Checkout checkout, String region, Path folder) {
    this.checkout = checkout;
    this.terminal = new WeighedTerminal(checkout, region, folder);
    this.folder = folder;
  }

  @Override
  public List<Figure> run() throws IOException, InterruptedException {
    Path halls = Files.createDirectory(folder.resolve("hall"));
    try (HallUnderTest hall = HallUnderTest.start(checkout, halls);
        ServingProcess _ = terminal.world()) {
      Files.writeString(terminal.config(), line(hall.address(TERMINAL)), StandardOpenOption.APPEND);
      try (ServingProcess service = terminal.service()) {
        return measure(service);
      }
    }
  }

  private List<Figure> measure(ServingProcess service) throws IOException, InterruptedException {
    List<String> people = terminal.people();
    terminal.visit(people.getFirst());
    List<String> citizens = people.subList(1, people.size());
    Spent before = Spent.of(service.handle());
    final long start = System.nanoTime();
    for (int i = 0; i < citizens.size(); i++) {
      terminal.visit(citizens.get(i));
      until(start, MEASURED.multipliedBy(i + 1).dividedBy(citizens.size()));
    }
    Spent visited = Spent.of(service.handle());
    final long left = System.nanoTime();
    until(left, MEASURED);
    Spent alone = Spent.of(service.handle());
    double busy = visited.telling - before.telling;
    double whole = visited.whole - before.whole;
    double idle = (alone.telling - visited.telling) / (double) (System.nanoTime() - left);
    double share = busy / (left - start);
    return List.of(
        Figure.alone(
                "hall, telemetry on a terminal, %d visits a minute".formatted(citizens.size()),
                percent(share))
            .beside("the whole service " + percent(whole / (left - start)), busy / whole)
            .within("≤ " + percent(BUDGET), share <= BUDGET),
        Figure.alone("hall, telemetry on a terminal, nobody there", percent(idle))
            .within("≤ " + percent(BUDGET), idle <= BUDGET));
  }

  private static void until(long start, Duration since) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(start + since.toNanos() - System.nanoTime());
  }

  private static String line(BrokerAddress broker) throws IOException {
    BrokerAddress.Tls tls =
        broker.tls().orElseThrow(() -> new IOException("a broker without certificates"));
    return """

        telemetry: {hall: %s, name: %s, host: %s, port: %d, authority: %s, certificate: %s, key: %s}
        """
        .formatted(
            HallRun.HALL,
            TERMINAL,
            broker.host(),
            broker.port(),
            tls.authority(),
            tls.certificate(),
            tls.key());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %% of a core", 100 * share);
  }

  /**
   * Nanoseconds the processors worked.
   *
   * @param telling for the threads that tell the hall
   * @param whole for all
   */
  private record Spent(long telling, long whole) {

    static Spent of(ProcessHandle process) throws IOException {
      long telling = 0;
      long whole = 0;
      try (Stream<Path> tasks =
          Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
        for (Path task : tasks.toList()) {
          Optional<Long> worked = worked(task);
          whole += worked.orElse(0L);
          telling += worked.isPresent() && tells(task) ? worked.get() : 0;
        }
      }
      return new Spent(telling, whole);
    }

    private static boolean tells(Path task) throws IOException {
      String name = Files.readString(task.resolve("comm")).strip();
      return THREADS.contains(name) || name.startsWith(TIMERS);
    }

    /** Empty for a thread that ended meanwhile. */
    private static Optional<Long> worked(Path task) throws IOException {
      try {
        return Optional.of(
            Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]));
      } catch (NoSuchFileException ended) {
        return Optional.empty();
      }
    }
  }
}
