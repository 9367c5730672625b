package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Power goes while the journal is written: what was not forced to the disk is lost, which killing a
 * process alone does not show. LazyFS (github.com/dsrhaslab/lazyfs) stands below the data directory
 * and forgets every page that nobody forced; {@code LAZYFS} names its program. Without one there is
 * nothing to see, and the test says so.
 */
class PowerLossTest {
  private static final int ROUNDS = 8;
  private static final int MOST_LINES = 150;

  @TempDir Path directory;
  private Process lazyfs;
  private Path mounted;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    Optional<Path> program = Optional.ofNullable(System.getenv("LAZYFS")).map(Path::of);
    assumeTrue(
        program.filter(Files::isExecutable).isPresent(), "LAZYFS names no program on this machine");
    mounted = Files.createDirectory(directory.resolve("mounted"));
    Path disk = Files.createDirectory(directory.resolve("disk"));
    Path config =
        Files.writeString(
            directory.resolve("lazyfs.toml"),
            """
            [faults]
            fifo_path="%s"
            fifo_path_completed="%s"
            [cache]
            apply_eviction=false
            [cache.simple]
            custom_size="256mb"
            blocks_per_page=1
            [filesystem]
            log_all_operations=false
            logfile=""
            """
                .formatted(faults(), done()));
    run("mkfifo", done().toString());
    lazyfs =
        new ProcessBuilder(
                program.orElseThrow().toString(),
                mounted.toString(),
                "--config-path",
                config.toString(),
                "-o",
                "modules=subdir",
                "-o",
                "subdir=" + disk,
                "-f")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("lazyfs.log").toFile())
            .start();
    run("timeout", "20", "sh", "-c", "until mountpoint -q " + mounted + "; do sleep 0.1; done");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (lazyfs != null) {
      run("fusermount3", "-u", "-z", mounted.toString());
      lazyfs.destroy();
      assertTrue(lazyfs.waitFor(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void whatWasAcknowledgedIsThereAfterThePowerWent() throws Exception {
    Random random = new Random(20260302);
    Witnessed process = new Witnessed(mounted.resolve("data"));
    for (int round = 0; round < ROUNDS; round++) {
      process.writeUntilKilledAfter(1 + random.nextInt(MOST_LINES));
      losePower();
      process.assertAllThere();
    }
    assertTrue(process.committed() >= ROUNDS);
  }

  /** That the file system below really forgets, or the test above would show nothing. */
  @Test
  void whatNobodyForcedIsGone() throws Exception {
    Path file = Files.writeString(mounted.resolve("note"), "not forced");
    losePower();
    assertTrue(Files.notExists(file) || !Files.readString(file).equals("not forced"));
  }

  private void losePower() throws IOException {
    Files.writeString(faults(), "lazyfs::clear-cache\n");
    try (BufferedReader said = Files.newBufferedReader(done())) {
      assertEquals("finished::clear-cache", said.readLine());
    }
  }

  private Path faults() {
    return directory.resolve("faults.fifo");
  }

  private Path done() {
    return directory.resolve("done.fifo");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), String.join(" ", command));
  }
}
