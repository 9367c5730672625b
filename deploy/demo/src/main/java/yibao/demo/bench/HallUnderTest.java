package yibao.demo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import yibao.demo.hall.HallCertificates;
import yibao.demo.hall.HallRun;
import yibao.demo.hall.Mosquitto;
import yibao.telemetry.BrokerAddress;

/** A real broker and the packaged monitor, each a process of its own. */
final class HallUnderTest implements AutoCloseable {
  private final Path folder;
  private final HallCertificates certificates;
  private final Mosquitto broker;
  private final ServingProcess monitor;
  private final int port;

  private HallUnderTest(
      Path folder,
      HallCertificates certificates,
      Mosquitto broker,
      ServingProcess monitor,
      int port) {
    this.folder = folder;
    this.certificates = certificates;
    this.broker = broker;
    this.monitor = monitor;
    this.port = port;
  }

  /**
   * Starts both.
   *
   * @param folder for certificates, data and logs
   */
  static HallUnderTest start(Checkout checkout, Path folder)
      throws IOException, InterruptedException {
    Path program =
        Mosquitto.program()
            .orElseThrow(() -> new IOException("mosquitto is not installed (Debian: mosquitto)"));
    HallCertificates certificates = HallCertificates.in(folder);
    Mosquitto broker =
        Mosquitto.start(folder, HallRun.HALL, Checkout.freePort(), program, certificates);
    try {
      int port = Checkout.freePort();
      ServingProcess monitor =
          ServingProcess.start(
              checkout.java(
                  List.of(),
                  List.of(
                      checkout.hallLibrary() + "/*",
                      "yibao.hall.app.Main",
                      "serve",
                      "--config",
                      config(folder, certificates.issue(Mosquitto.MONITOR), broker.port(), port)
                          .toString())),
              port,
              "/api/health",
              folder.resolve("monitor.log"));
      return new HallUnderTest(folder, certificates, broker, monitor, port);
    } catch (IOException | InterruptedException e) {
      broker.close();
      throw e;
    }
  }

  /** Signs a terminal, whose files lie in the folder then. */
  BrokerAddress address(String terminal) throws IOException {
    return new BrokerAddress("127.0.0.1", broker.port(), Optional.of(certificates.issue(terminal)));
  }

  /** Folder of the certificates. */
  Path folder() {
    return folder;
  }

  /** The broker's TCP port. */
  int brokerPort() {
    return broker.port();
  }

  /** The wall's TCP port. */
  int wallPort() {
    return port;
  }

  /** What the processors have worked for the monitor. */
  Duration monitorTime() throws IOException {
    return time(monitor.handle());
  }

  /** What the processors have worked for the broker. */
  Duration brokerTime() throws IOException {
    return time(broker.process().toHandle());
  }

  /** Bytes of the monitor that are the system's memory. */
  long residentBytes() throws IOException {
    return monitor.residentBytes();
  }

  /** Bytes of its objects that are reachable: counted by the runtime after a full collection. */
  long liveBytes() throws IOException, InterruptedException {
    Process count =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(monitor.handle().pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    List<String> lines;
    try (var reader = count.inputReader(StandardCharsets.UTF_8)) {
      lines = reader.lines().toList();
    }
    count.waitFor();
    return lines.stream()
        .filter(line -> line.startsWith("Total"))
        .map(line -> Long.parseLong(line.trim().split("\\s+")[2]))
        .findFirst()
        .orElseThrow(() -> new IOException("the runtime did not count: " + lines));
  }

  /** Bytes of what it keeps. */
  long storeBytes() throws IOException {
    long sum = 0;
    for (String file : List.of("hall.db", "hall.db-wal")) {
      Path path = folder.resolve("monitor").resolve(file);
      sum += Files.exists(path) ? Files.size(path) : 0;
    }
    return sum;
  }

  @Override
  public void close() throws IOException {
    broker.close();
    monitor.close();
  }

  private static Duration time(ProcessHandle process) throws IOException {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IOException("a process ended early"));
  }

  private static Path config(Path folder, BrokerAddress.Tls tls, int broker, int port)
      throws IOException {
    Path file = folder.resolve("hall.yaml");
    Files.writeString(
        file,
        """
        name: monitor
        data: %s
        listen: {host: 127.0.0.1, port: %d}
        broker: {host: 127.0.0.1, port: %d, authority: %s, certificate: %s, key: %s}
        """
            .formatted(
                folder.resolve("monitor"),
                port,
                broker,
                tls.authority(),
                tls.certificate(),
                tls.key()));
    return file;
  }
}
