package yibao.demo.chaos;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import yibao.kiosk.store.DataCipher;
import yibao.kiosk.store.FileKeyRing;
import yibao.sandbox.Mood;
import yibao.sandbox.SandboxPlatform;
import yibao.sandbox.people.People;

/**
 * Starts a terminal process, lets it file, kills it at a random moment while the platform is in a
 * random mood, and again; at the end lets a last process finish what is left and compares the
 * books.
 */
final class Chaos {
  private static final int MOST_FILINGS = 8;

  /** {@code ready}, a {@code try} of each hand, and the first {@code told}. */
  private static final int FIRST_ANSWER = 5;

  private static final int LONGEST_START_MILLIS = 900;
  private static final int LONGEST_MOMENT_MILLIS = 40;

  /** A silent platform keeps a process from saying more; it is killed then as well. */
  private static final Duration LONGEST_SILENCE = Duration.ofMillis(3_500);

  private static final Duration DRAIN = Duration.ofMinutes(5);

  private final Path data;
  private final Path keys;
  private final Path profile;
  private final long seed;
  private final Random random;
  private final Slots slots = new Slots(People.embedded(), LocalDate.now());
  private final Told told = new Told();
  private int nextSlot;
  private int killedBeforeReady;
  private int kills;

  /**
   * Prepares a run.
   *
   * @param directory empty; gets the journal, its key, the platform's ledger and a class archive
   * @param profile the sandbox's province profile
   */
  Chaos(Path directory, Path profile, long seed) throws IOException {
    this.data = Files.createDirectories(directory.resolve("terminal"));
    this.keys = Files.createDirectories(directory.resolve("keys"));
    this.profile = profile;
    this.seed = seed;
    this.random = new Random(seed);
    FileKeyRing.addKey(keys, new SecureRandom(), DataCipher.AES_256_GCM);
  }

  /**
   * What a run came to.
   *
   * @param kills processes killed
   * @param killedBeforeReady of these, while still starting
   * @param moods how often the platform had each mood
   */
  record Report(
      int kills, int killedBeforeReady, Map<Mood, Integer> moods, Told told, Books books) {}

  Report run(int rounds, Runnable eachRound)
      throws IOException, InterruptedException, TimeoutException {
    Path ledger = data.resolveSibling("platform");
    try (SandboxPlatform platform =
        SandboxPlatform.start(new SandboxPlatform.Settings(ledger, 0, InstantSource.system()))) {
      Moods moods = new Moods(platform, random);
      // Leaves a class archive behind, with which later processes start in a third of the time.
      live(platform.address(), 0);
      for (int round = 0; round < rounds; round++) {
        round(platform, moods);
        eachRound.run();
      }
      moods.calm();
      live(platform.address(), 1);
      return new Report(
          kills,
          killedBeforeReady,
          moods.had(),
          told,
          Books.compare(Journals.read(data, keys), platform, told));
    }
  }

  private void round(SandboxPlatform platform, Moods moods)
      throws IOException, InterruptedException {
    // Nobody files before the terminal has signed in; half of the bad moods come after that.
    boolean moodLater = random.nextBoolean();
    if (moodLater) {
      moods.calm();
    } else {
      moods.change();
    }
    int count = 1 + random.nextInt(MOST_FILINGS);
    boolean whileStarting = random.nextInt(12) == 0;
    // So many words of the process, and a moment more: that hits every step between two words.
    int words = whileStarting ? 0 : 1 + random.nextInt(2 * count + 1);
    int moment = random.nextInt(whileStarting ? LONGEST_START_MILLIS : LONGEST_MOMENT_MILLIS);
    boolean changeOfMood = moodLater || random.nextInt(3) == 0;
    int wordsBefore = moodLater ? Math.min(words, FIRST_ANSWER) : words;
    Process process = start(platform.address(), count);
    try (BufferedReader said = process.inputReader()) {
      Semaphore heard = new Semaphore(0);
      Thread reader =
          Thread.ofVirtual()
              .start(
                  () ->
                      said.lines()
                          .forEach(
                              line -> {
                                told.line(line);
                                heard.release();
                              }));
      if (heard.tryAcquire(wordsBefore, LONGEST_SILENCE.toMillis(), TimeUnit.MILLISECONDS)
          && changeOfMood) {
        moods.change();
      }
      heard.tryAcquire(words - wordsBefore, LONGEST_SILENCE.toMillis(), TimeUnit.MILLISECONDS);
      Thread.sleep(moment);
      // Process.destroyForcibly would throw away what stands in the pipe and was said.
      process.toHandle().destroyForcibly();
      kills++;
      killedBeforeReady += whileStarting ? 1 : 0;
      reader.join();
    } finally {
      end(process);
    }
    nextSlot = (nextSlot + count) % slots.count();
  }

  /** One process that is left alone until it has nothing more to do. */
  private void live(URI platform, int count)
      throws IOException, InterruptedException, TimeoutException {
    Process process = start(platform, count);
    try (BufferedReader said = process.inputReader()) {
      Thread reader = Thread.ofVirtual().start(() -> said.lines().forEach(told::line));
      boolean finished = process.waitFor(DRAIN.toSeconds(), TimeUnit.SECONDS);
      // Otherwise its reader would wait for another word, and whoever closes the pipe for the
      // reader.
      process.toHandle().destroyForcibly();
      reader.join();
      if (!finished) {
        throw new TimeoutException("the last terminal did not finish what was left");
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            "a terminal ended with exit code " + process.exitValue() + ", see terminal.err");
      }
    } finally {
      end(process);
    }
    nextSlot = (nextSlot + count) % slots.count();
  }

  private Process start(URI platform, int count) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ChaosTerminal.class.getName()));
    if (allJars(System.getProperty("java.class.path"))) {
      command.add(1, "-XX:+AutoCreateSharedArchive");
      command.add(2, "-XX:SharedArchiveFile=" + data.resolveSibling("classes.jsa"));
      command.add(3, "-Xlog:cds=off");
    }
    command.addAll(
        List.of(
            data.toString(),
            keys.toString(),
            profile.toString(),
            platform.toString(),
            Long.toString(seed + kills),
            Integer.toString(nextSlot),
            Integer.toString(count)));
    return new ProcessBuilder(command)
        .redirectError(
            ProcessBuilder.Redirect.appendTo(data.resolveSibling("terminal.err").toFile()))
        .start();
  }

  /** A class archive cannot be made of directories, which a test's class path holds. */
  private static boolean allJars(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .noneMatch(it -> new File(it).isDirectory());
  }

  private static void end(Process process) throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a killed process lives on");
    }
  }
}
