package yibao.demo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import yibao.demo.hall.HallCertificates;
import yibao.demo.hall.HallRun;
import yibao.demo.hall.Mosquitto;
import yibao.telemetry.BrokerAddress;

/** A real broker and the packaged monitor, each a process of its own. */
final class HallUnderTest implements AutoCloseable {
  /** A monitor has another heap and another compiler than a terminal. */
  private static final List<String> AS_PACKAGED = List.of("-Xmx512m", "-XX:TieredStopAtLevel=4");

  private final Path folder;
  private final HallCertificates certificates;
  private final Mosquitto broker;
  private final ServingProcess monitor;
  private final int port;
  private final Optional<Server> database;

  /**
   * A PostgreSQL server that trusts its user, with a database for this alone.
   *
   * @param url {@code jdbc:postgresql://…}
   * @param user whose tables they are
   */
  record Server(String url, String user) {}

  private HallUnderTest(
      Path folder,
      HallCertificates certificates,
      Mosquitto broker,
      ServingProcess monitor,
      int port,
      Optional<Server> database) {
    this.folder = folder;
    this.certificates = certificates;
    this.broker = broker;
    this.monitor = monitor;
    this.port = port;
    this.database = database;
  }

  /** Starts both; the monitor keeps what it takes in a file. */
  static HallUnderTest start(Checkout checkout, Path folder)
      throws IOException, InterruptedException {
    return start(checkout, folder, Optional.empty());
  }

  /**
   * Starts both.
   *
   * @param folder for certificates, data and logs
   * @param database where the monitor keeps what it takes; in a file where absent
   */
  static HallUnderTest start(Checkout checkout, Path folder, Optional<Server> database)
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
                  AS_PACKAGED,
                  List.of(
                      checkout.hallLibrary() + "/*",
                      "yibao.hall.app.Main",
                      "serve",
                      "--config",
                      config(
                              folder,
                              database,
                              certificates.issue(Mosquitto.MONITOR),
                              broker.port(),
                              port)
                          .toString())),
              port,
              "/api/health",
              folder.resolve("monitor.log"));
      return new HallUnderTest(folder, certificates, broker, monitor, port, database);
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

  /** Bytes of the broker that are the system's memory. */
  long brokerBytes() throws IOException {
    return ServingProcess.residentBytes(broker.process().toHandle());
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
    if (database.isPresent()) {
      return storeBytes(database.get());
    }
    long sum = 0;
    for (String file : List.of("hall.db", "hall.db-wal")) {
      Path path = folder.resolve("monitor").resolve(file);
      sum += Files.exists(path) ? Files.size(path) : 0;
    }
    return sum;
  }

  private static long storeBytes(Server server) throws IOException {
    try (Connection connection = DriverManager.getConnection(server.url(), server.user(), "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_database_size(current_database())")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IOException("the database does not say how large it is", e);
    }
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

  private static Path config(
      Path folder, Optional<Server> database, BrokerAddress.Tls tls, int broker, int port)
      throws IOException {
    Path file = folder.resolve("hall.yaml");
    Files.writeString(
        file,
        """
        name: monitor
        %s
        listen: {host: 127.0.0.1, port: %d}
        broker: {host: 127.0.0.1, port: %d, authority: %s, certificate: %s, key: %s}
        """
            .formatted(
                database
                    .map(it -> "database: {url: \"%s\", user: %s}".formatted(it.url(), it.user()))
                    .orElseGet(() -> "data: " + folder.resolve("monitor")),
                port,
                broker,
                tls.authority(),
                tls.certificate(),
                tls.key()));
    return file;
  }
}
