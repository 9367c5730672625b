package yibao.demo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, serving HTTP on loopback. */
final class ServingProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(120);
  private static final int CALL_MILLIS = 2_000;
  private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);

  private final Process process;
  private final Path log;
  private final Duration untilServing;
  private final Duration processorTime;

  private ServingProcess(Process process, Path log, Duration untilServing, Duration processorTime) {
    this.process = process;
    this.log = log;
    this.untilServing = untilServing;
    this.processorTime = processorTime;
  }

  /**
   * Starts it and returns at its first 200.
   *
   * @param path what is asked for, e.g. {@code /api/health}
   * @param log takes what it writes
   * @throws IOException when it ends, or does not serve within a minute
   */
  static ServingProcess start(List<String> command, int port, String path, Path log)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    while (!answers(port, path)) {
      if (!process.isAlive() || System.nanoTime() - start > START_LIMIT.toNanos()) {
        process.destroyForcibly();
        throw new IOException("it did not get to serve:\n" + Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    Duration untilServing = Duration.ofNanos(System.nanoTime() - start);
    return new ServingProcess(
        process,
        log,
        untilServing,
        process.info().totalCpuDuration().orElseThrow(() -> new IOException("it ended early")));
  }

  private static boolean answers(int port, String path) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CALL_MILLIS);
      socket.setSoTimeout(CALL_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return java.util.Arrays.equals(in.readNBytes(OK.length), OK);
    } catch (IOException notYet) {
      return false;
    }
  }

  /** From the process's start to its first 200. */
  Duration untilServing() {
    return untilServing;
  }

  /** What the processors had worked for it by then. */
  Duration processorTime() {
    return processorTime;
  }

  /** The process. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Bytes of memory that are its own just now, as the system counts them. */
  long residentBytes() throws IOException {
    return residentBytes(process.toHandle());
  }

  /** Bytes of memory that are a process's own just now. */
  static long residentBytes(ProcessHandle process) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow(() -> new IOException("the system does not tell its memory"));
  }

  /** What it has written. */
  String log() throws IOException {
    return Files.readString(log);
  }

  /** Ends it as the service manager does, and waits until it has ended in order. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new IOException("it did not stop when told to");
  }
}
