package yibao.demo.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The process of a {@link Fleet}. */
final class FleetProcess implements AutoCloseable {
  private static final Duration CONNECTS = Duration.ofMinutes(3);

  /** A handshake takes both its ends, on the same machine. */
  private static final Duration EACH_CONNECTS = Duration.ofMillis(20);

  private static final int TERMINALS_OF_A_GIGABYTE = 5_000;

  private final Process process;
  private final Writer orders;
  private final AtomicReference<Told> told = new AtomicReference<>(new Told(-1, 0, 0));

  /**
   * What it has done since its start.
   *
   * @param sent messages published
   * @param refused those the broker did not take
   * @param waiting reports no monitor has taken yet
   */
  record Told(long sent, long refused, long waiting) {}

  private FleetProcess(Process process) {
    this.process = process;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts it; returns when all are connected. */
  static FleetProcess start(Checkout checkout, Path certificates, int port, int count, Path log)
      throws IOException, InterruptedException {
    FleetProcess fleet =
        new FleetProcess(
            new ProcessBuilder(
                    checkout.java(
                        List.of(
                            "-Xmx" + (1 + count / TERMINALS_OF_A_GIGABYTE) + "g",
                            "-XX:TieredStopAtLevel=4"),
                        List.of(
                            checkout.demoLibrary() + "/*",
                            Fleet.class.getName(),
                            certificates.toString(),
                            Integer.toString(port),
                            Integer.toString(count))))
                .redirectError(log.toFile())
                .start());
    Thread.ofVirtual().start(fleet::listen);
    long end = System.nanoTime() + CONNECTS.plus(EACH_CONNECTS.multipliedBy(count)).toNanos();
    while (fleet.told().sent() < 0) {
      if (!fleet.process.isAlive() || System.nanoTime() > end) {
        fleet.close();
        throw new IOException("the terminals did not connect, see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return fleet;
  }

  /** So many messages a second from now on, all terminals together. */
  void rate(int messages) throws IOException {
    orders.write("rate " + messages + "\n");
    orders.flush();
  }

  /** What it has done, as it said at most a second ago. */
  Told told() {
    return told.get();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void listen() {
    process
        .inputReader(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split(" "))
        .filter(words -> words[0].equals("told"))
        .forEach(
            words ->
                told.set(
                    new Told(
                        Long.parseLong(words[1]),
                        Long.parseLong(words[2]),
                        Long.parseLong(words[3]))));
  }
}
