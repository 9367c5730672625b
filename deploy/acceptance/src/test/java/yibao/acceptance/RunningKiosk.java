package yibao.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program in a process of its own, as {@code deploy/kiosk run} starts it. */
final class RunningKiosk implements AutoCloseable {

  private static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();
  private static final long PATIENCE_SECONDS = 180;

  private final Process process;
  private final Path log;
  private final URI address;

  private RunningKiosk(Process process, Path log, URI address) {
    this.process = process;
    this.log = log;
    this.address = address;
  }

  /**
   * Starts it on a free port and returns when it says that it is ready.
   *
   * @param options of {@code run}, besides region, port and data
   */
  static RunningKiosk start(String region, Path data, String... options)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(Path.of("target"), "kiosk-", ".log");
    Process process =
        new ProcessBuilder(
                command(
                    options,
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "@" + DEPLOY.resolve("jvm.options"),
                    "-Dyibao.regions=" + DEPLOY.resolve("regions"),
                    "-Dyibao.deploy=" + DEPLOY,
                    "-cp",
                    DEPLOY.resolve("demo/target/lib") + "/*",
                    "yibao.demo.Main",
                    "run",
                    "--region",
                    region,
                    "--port",
                    "0",
                    "--data",
                    data.toString()))
            .redirectError(log.toFile())
            .start();
    return new RunningKiosk(process, log, ready(process, log));
  }

  private static List<String> command(String[] options, String... program) {
    return Stream.concat(Arrays.stream(program), Arrays.stream(options)).toList();
  }

  private static URI ready(Process process, Path log) throws IOException, InterruptedException {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    BufferedReader out = process.inputReader();
    Thread.ofVirtual().start(() -> out.lines().forEach(lines::add));
    for (String line = next(lines); line != null; line = next(lines)) {
      if (line.startsWith("ready ")) {
        return URI.create(line.substring("ready ".length()));
      }
    }
    process.destroyForcibly();
    throw new IOException("the kiosk did not get ready:\n" + Files.readString(log));
  }

  private static String next(BlockingQueue<String> lines) throws InterruptedException {
    return lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Where its screen is. */
  URI address() {
    return address;
  }

  /** Everything it has written to its log. */
  String log() throws IOException {
    return Files.readString(log);
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What its threads are at, which is all there is to find out why it hangs. */
  private String stacks() {
    try {
      Process jstack =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jstack").toString(),
                  Long.toString(process.pid()))
              .redirectErrorStream(true)
              .start();
      return new String(jstack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "no stacks: " + e.getMessage();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        String stacks = stacks();
        process.destroyForcibly().waitFor();
        throw new AssertionError("the kiosk did not stop when told to:\n" + stacks);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
