package yibao.demo.hall;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import yibao.telemetry.BrokerAddress;

/**
 * A real Mosquitto for one hall: TLS 1.2 or newer, nobody without a certificate, and each client
 * may only what {@code mosquitto.acl} lets its certificate's name.
 */
public final class Mosquitto implements AutoCloseable {
  /** The name in the monitor's certificate. */
  public static final String MONITOR = "monitor";

  private static final Duration START_LIMIT = Duration.ofSeconds(10);

  private final Path folder;
  private final Path program;
  private final int port;
  private Process process;

  private Mosquitto(Path folder, Path program, int port) {
    this.folder = folder;
    this.program = program;
    this.port = port;
  }

  /** The program, where it is installed. */
  public static Optional<Path> program() {
    return Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts a broker and returns when it takes connections.
   *
   * @param folder for configuration, log and what it keeps
   * @param hall id of the hall
   * @param program the program
   */
  public static Mosquitto start(
      Path folder, String hall, int port, Path program, HallCertificates certificates)
      throws IOException, InterruptedException {
    BrokerAddress.Tls tls = certificates.issue("broker");
    Path access = folder.resolve("mosquitto.acl");
    Files.writeString(
        access,
        """
        # A terminal speaks for itself and hears what is meant for it.
        pattern write yibao/%1$s/%%u/state
        pattern write yibao/%1$s/%%u/report
        pattern read yibao/%1$s/%%u/taken
        pattern read yibao/%1$s/%%u/command

        # The monitor hears every terminal and alone may tell them anything.
        user %2$s
        topic read yibao/+/+/state
        topic read yibao/+/+/report
        topic write yibao/+/+/taken
        topic write yibao/+/+/command
        """
            .formatted(hall, MONITOR));
    Files.writeString(
        folder.resolve("mosquitto.conf"),
        """
        listener %d 127.0.0.1
        cafile %s
        certfile %s
        keyfile %s
        require_certificate true
        use_identity_as_username true
        allow_anonymous false
        acl_file %s
        tls_version tlsv1.2
        message_size_limit 65536
        max_keepalive 60
        max_queued_messages 10000
        persistence true
        persistence_location %s/
        autosave_interval 30
        log_dest file %s
        log_type error
        log_type warning
        log_type notice
        """
                .formatted(
                    port,
                    tls.authority(),
                    tls.certificate(),
                    tls.key(),
                    access,
                    folder,
                    folder.resolve("mosquitto.log"))
            + (System.getProperty("user.name").equals("root") ? "user root\n" : ""));
    Mosquitto broker = new Mosquitto(folder, program, port);
    broker.run();
    return broker;
  }

  /** Runs it again after it ended. */
  public void run() throws IOException, InterruptedException {
    process =
        new ProcessBuilder(program.toString(), "-c", folder.resolve("mosquitto.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("mosquitto.out").toFile()))
            .start();
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!listens()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IOException(
            "mosquitto did not start: " + Files.readString(folder.resolve("mosquitto.out")));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Ends it as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The process. */
  public Process process() {
    return process;
  }

  /** The TCP port it listens on. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
