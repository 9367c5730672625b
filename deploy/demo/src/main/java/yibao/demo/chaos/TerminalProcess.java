package yibao.demo.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A terminal as it is installed, in a process of its own that somebody will kill.
 *
 * @param process the process
 */
record TerminalProcess(Process process) implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);

  /** File of what terminals say on their error output, in the directory they were started for. */
  static final String LOG = "terminal.err";

  /** Folder of their temporary files, in the same directory. */
  static final String TEMPORARY = "tmp";

  /**
   * Starts one.
   *
   * @param directory gets its log and its temporary files
   */
  static TerminalProcess start(Path config, Path deploy, Path directory) throws IOException {
    return new TerminalProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + deploy.resolve("jvm.options"),
                "-Djava.io.tmpdir=" + Files.createDirectories(directory.resolve(TEMPORARY)),
                "-cp",
                System.getProperty("java.class.path"),
                "yibao.kiosk.app.Main",
                "serve",
                "--config",
                config.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(directory.resolve(LOG).toFile()))
            .start());
  }

  /** Where it serves, once it says so. */
  URI address() throws IOException, TimeoutException, InterruptedException {
    // Read in a thread of its own: a terminal that says nothing must not stop the test.
    CompletableFuture<String> ready = new CompletableFuture<>();
    BufferedReader said = process.inputReader();
    Thread.ofVirtual()
        .start(
            () -> {
              said.lines()
                  .filter(line -> line.startsWith("ready "))
                  .forEach(line -> ready.complete(line.substring("ready ".length())));
              ready.completeExceptionally(new IOException("it ended"));
            });
    try {
      return URI.create(ready.get(START.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      throw new IOException("a terminal ended before it was ready, see " + LOG);
    }
  }

  void kill() {
    process.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a killed process lives on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
