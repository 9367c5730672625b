package yibao.demo.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import yibao.telemetry.BrokerAddress;
import yibao.telemetry.MessageCodec;

/**
 * Many terminals in a process of their own, so that what they cost is not the monitor's. Reads
 * {@code rate <messages a second>} line by line and answers each second with what it has sent.
 */
final class Fleet {
  private static final long TICK_MILLIS = 10;
  private static final int TOGETHER = 50;

  private final List<FleetTerminal> terminals = new ArrayList<>();
  private volatile int rate;

  private Fleet() {}

  /**
   * Connects and sends until its input ends.
   *
   * @param args folder with the certificates, the broker's port, how many terminals
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Fleet fleet = new Fleet();
    fleet.connect(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Thread.ofPlatform().daemon().name("sending").start(fleet::send);
    Thread.ofPlatform().daemon().name("telling").start(fleet::tell);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      fleet.rate = Integer.parseInt(line.substring("rate ".length()));
    }
    // The broker says of each that it is gone, as after a cut of the power.
    Runtime.getRuntime().halt(0);
  }

  private void connect(Path folder, int port, int count) throws InterruptedException {
    MessageCodec codec = MessageCodec.strict();
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    for (int i = 0; i < count; i++) {
      String name = FleetTerminal.name(i);
      terminals.add(
          new FleetTerminal(
              vertx,
              new BrokerAddress(
                  "127.0.0.1",
                  port,
                  Optional.of(
                      new BrokerAddress.Tls(
                          folder.resolve("ca.pem"),
                          folder.resolve(name + ".pem"),
                          folder.resolve(name + ".key")))),
              name,
              codec,
              "%016x".formatted(i)));
      if (terminals.size() % TOGETHER == 0) {
        awaitThere();
      }
    }
    awaitThere();
  }

  private void awaitThere() throws InterruptedException {
    while (!terminals.stream().allMatch(FleetTerminal::there)) {
      TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
    }
  }

  /** Evenly spread: terminals in turn, each with the next of its four messages. */
  private void send() {
    long turn = 0;
    long since = System.nanoTime();
    int at = 0;
    long owed = 0;
    while (true) {
      if (rate != at) {
        at = rate;
        since = System.nanoTime();
        owed = 0;
      }
      long due = (System.nanoTime() - since) * at / TimeUnit.SECONDS.toNanos(1);
      for (; owed < due; owed++, turn++) {
        say(terminals.get((int) (turn % terminals.size())), (int) (turn / terminals.size() % 4));
      }
      try {
        TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void say(FleetTerminal terminal, int which) {
    Instant now = Instant.now();
    switch (which) {
      case 0 -> terminal.state(now, "low");
      case 1 -> terminal.report(now, FleetTerminal.visit(7));
      case 2 -> terminal.state(now, "full");
      default -> terminal.report(now, FleetTerminal.unknownPrint());
    }
  }

  private void tell() {
    while (true) {
      System.out.println(
          "told "
              + terminals.stream().mapToLong(FleetTerminal::sent).sum()
              + " "
              + terminals.stream().mapToLong(FleetTerminal::refused).sum()
              + " "
              + terminals.stream().mapToInt(FleetTerminal::waiting).sum());
      System.out.flush();
      try {
        TimeUnit.SECONDS.sleep(1);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
