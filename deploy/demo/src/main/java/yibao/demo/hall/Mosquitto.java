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
    MosquittoFiles.write(folder, hall, port, certificates.issue("broker"));
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

  /** Ends it in order and waits, so that nothing is written any more. */
  @Override
  public void close() {
    process.destroy();
    process
        .onExit()
        .orTimeout(START_LIMIT.toSeconds(), TimeUnit.SECONDS)
        .exceptionally(_ -> process.destroyForcibly())
        .join();
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
