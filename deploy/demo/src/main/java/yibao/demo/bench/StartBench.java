package yibao.demo.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import yibao.demo.DemoTerminal;
import yibao.kiosk.app.DeviceConfig;

/**
 * From the start of the packaged service's process to its first answer, beside a bare Vert.x from
 * the same folder; each with an AOT cache of its own and without. No device is plugged in and the
 * platform cannot be reached, as on a morning with the cables out.
 */
final class StartBench implements Bench {

  private static final int RUNS = 7;
  private static final double BUDGET = 2.0;

  /** The discard port: nothing listens there. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");

  private final Checkout checkout;
  private final String region;
  private final Path folder;

  /**
   * @param folder for data, caches and logs
   */
  StartBench(Checkout checkout, String region, Path folder) {
    this.checkout = checkout;
    this.region = region;
    this.folder = folder;
  }

  /**
   * What is started.
   *
   * @param name names its files
   * @param program class path, main class and arguments
   * @param path what it answers with 200
   */
  private record Subject(String name, List<String> program, int port, String path) {}

  @Override
  public List<Figure> run() throws IOException, InterruptedException {
    Subject service = service();
    Subject hello = hello();
    Starts cached = starts(service, cache(service).using());
    Starts cachedHello = starts(hello, cache(hello).using());
    Starts plain = starts(service, List.of());
    Starts plainHello = starts(hello, List.of());
    for (int i = 0; i < RUNS; i++) {
      for (Starts each : List.of(cached, cachedHello, plain, plainHello)) {
        each.once();
      }
    }
    return List.of(
        wall("start, AOT cache", cached, cachedHello)
            .within("≤ " + BUDGET + " s", cached.seconds() <= BUDGET),
        wall("start, no cache", plain, plainHello),
        processor("start, AOT cache, CPU time", cached, cachedHello),
        processor("start, no cache, CPU time", plain, plainHello));
  }

  private Subject service() throws IOException {
    int port = Checkout.freePort();
    Path config = folder.resolve("terminal.yaml");
    new DemoTerminal(region, port, folder.resolve("data"), checkout.regions(), checkout.deploy())
        .config(NOWHERE, DeviceConfig.none())
        .write(config);
    return new Subject(
        "service",
        List.of(
            checkout.terminalLibrary() + "/*",
            "yibao.kiosk.app.Main",
            "serve",
            "--config",
            config.toString()),
        port,
        "/api/health");
  }

  private Subject hello() throws IOException {
    int port = Checkout.freePort();
    return new Subject(
        "hello",
        List.of(
            checkout.terminalLibrary()
                + "/*"
                + File.pathSeparator
                + checkout.jar(checkout.demoLibrary(), "demo-"),
            HelloVertx.class.getName(),
            Integer.toString(port)),
        port,
        "/");
  }

  /** Makes the subject's cache in one run, and sees in a second, the warm-up, that it is used. */
  private AotCache cache(Subject subject) throws IOException, InterruptedException {
    AotCache cache = new AotCache(folder.resolve(subject.name() + ".aot"));
    Path told = folder.resolve(subject.name() + ".aot.log");
    starts(subject, cache.making()).once();
    if (!Files.exists(cache.file())) {
      throw new IOException("no AOT cache was made:\n" + Files.readString(log(subject)));
    }
    starts(subject, cache.usingAndTelling(told)).once();
    AotCache.demandAccepted(told);
    return cache;
  }

  private Starts starts(Subject subject, List<String> flags) {
    return new Starts(
        checkout.java(flags, subject.program()), subject.port(), subject.path(), log(subject));
  }

  private Path log(Subject subject) {
    return folder.resolve(subject.name() + ".log");
  }

  private static Figure wall(String name, Starts ours, Starts hello) {
    return Figure.alone(name, seconds(ours.seconds()))
        .beside("bare Vert.x " + seconds(hello.seconds()), ours.seconds() / hello.seconds());
  }

  private static Figure processor(String name, Starts ours, Starts hello) {
    return Figure.alone(name, seconds(ours.processorSeconds()))
        .beside(
            "bare Vert.x " + seconds(hello.processorSeconds()),
            ours.processorSeconds() / hello.processorSeconds());
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.2f s", value);
  }
}
