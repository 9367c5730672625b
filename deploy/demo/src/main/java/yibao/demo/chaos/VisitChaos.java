package yibao.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import yibao.demo.ChipCards;
import yibao.demo.DemoTerminal;
import yibao.kiosk.app.DeviceConfig;
import yibao.kiosk.store.SqliteStore;
import yibao.sandbox.SandboxPlatform;
import yibao.sandbox.people.IdentityDocument;
import yibao.sandbox.people.SandboxPerson;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.wire.SerialCable;

/**
 * The crash test with the whole terminal: the program as it is installed, its card reader on a
 * serial line, and a citizen who goes through a visit until the terminal is killed.
 */
final class VisitChaos {
  private static final String REGION = "qinghai";
  private static final int BAUD = 115_200;

  /** Touches from the choice of the item to the result, about. */
  private static final int TOUCHES = 12;

  private static final int BEFORE_REVIEW = 9;

  private static final int LONGEST_MOMENT_MILLIS = 250;
  private static final Duration VISIT = Duration.ofSeconds(25);
  private static final Duration DRAIN = Duration.ofMinutes(7);

  private final Path directory;
  private final Path deploy;
  private final Path data;
  private final Random random;
  private final Told told = new Told();
  private final IdCardReaderSimulator reader = new IdCardReaderSimulator();
  private int kills;
  private int killedBeforeReady;
  private int visits;

  VisitChaos(Path directory, Path deploy, long seed) {
    this.directory = directory;
    this.deploy = deploy;
    this.data = directory.resolve("terminal");
    this.random = new Random(seed);
  }

  Chaos.Report run(int rounds, Runnable eachRound)
      throws IOException, InterruptedException, TimeoutException, SQLException {
    try (SandboxPlatform platform =
            SandboxPlatform.start(
                new SandboxPlatform.Settings(
                    Files.createDirectories(directory.resolve("platform")),
                    0,
                    InstantSource.system()));
        SerialCable cable =
            new SerialCable(
                    Files.createDirectories(directory.resolve("ports")).resolve("id-card"),
                    BAUD,
                    reader,
                    1)
                .plugIn()) {
      Moods moods = new Moods(platform, random);
      Path config = directory.resolve("terminal.yaml");
      new DemoTerminal(REGION, 0, data, deploy.resolve("regions"), deploy)
          .config(
              platform.address(),
              DeviceConfig.withReader(DeviceConfig.IdCardDevice.at(cable.path())))
          .write(config);
      List<SandboxPerson> people = people(platform);
      for (int round = 0; round < rounds; round++) {
        round(config, moods, people);
        eachRound.run();
      }
      moods.calm();
      drain(config);
      return new Chaos.Report(
          kills,
          killedBeforeReady,
          moods.had(),
          told,
          Books.compare(Journals.read(data, data.resolveSibling("terminal-keys")), platform, told));
    }
  }

  private static List<SandboxPerson> people(SandboxPlatform platform) {
    return platform.people().all().stream()
        .filter(person -> person.region().equals(REGION))
        .filter(person -> person.card().kind() == IdentityDocument.Kind.RESIDENT)
        .filter(
            person ->
                person.platform().stream()
                    .flatMap(record -> record.insurances().stream())
                    .anyMatch(insured -> insured.status().equals("1")))
        .toList();
  }

  private void round(Path config, Moods moods, List<SandboxPerson> people)
      throws IOException, InterruptedException, TimeoutException {
    // Without the look-up nobody gets as far as 提交; half of the bad moods come after it.
    boolean moodLater = random.nextBoolean();
    if (moodLater) {
      moods.calm();
    } else {
      moods.change();
    }
    boolean whileStarting = random.nextInt(10) == 0;
    // Half of them around 提交, the others anywhere before.
    int touches = random.nextBoolean() ? random.nextInt(TOUCHES) : TOUCHES - random.nextInt(3);
    int moment = random.nextInt(whileStarting ? 3_000 : LONGEST_MOMENT_MILLIS);
    Visit.Plan plan = plan(people);
    try (TerminalProcess started = start(config)) {
      if (whileStarting) {
        Thread.sleep(moment);
        killedBeforeReady++;
      } else {
        Semaphore answered = new Semaphore(0);
        Visit visit = new Visit(started.address(), reader, told, answered::release);
        Thread citizen =
            Thread.ofVirtual()
                .start(
                    () -> {
                      try {
                        visit.run(plan);
                        answered.release(TOUCHES);
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                    });
        int touchesBefore = moodLater ? Math.min(touches, BEFORE_REVIEW) : touches;
        answered.tryAcquire(touchesBefore, VISIT.toMillis(), TimeUnit.MILLISECONDS);
        if (moodLater) {
          moods.change();
        }
        answered.tryAcquire(touches - touchesBefore, VISIT.toMillis(), TimeUnit.MILLISECONDS);
        Thread.sleep(moment);
        started.kill();
        citizen.join();
      }
      started.kill();
      kills++;
    }
  }

  private Visit.Plan plan(List<SandboxPerson> people) {
    int number = visits++;
    LocalDate begin = LocalDate.now().plusDays(1 + number / people.size() * 2L % 360);
    return new Visit.Plan(
        ChipCards.of(people.get(number % people.size()).card()), 15, begin, begin.plusDays(1));
  }

  /** A terminal that is left alone until nothing waits any more. */
  private void drain(Path config)
      throws IOException, InterruptedException, TimeoutException, SQLException {
    try (TerminalProcess started = start(config)) {
      started.address();
      long end = System.nanoTime() + DRAIN.toNanos();
      while (waiting() > 0) {
        if (System.nanoTime() > end) {
          throw new TimeoutException("the last terminal did not finish what was left");
        }
        Thread.sleep(Duration.ofSeconds(1));
      }
    }
  }

  private int waiting() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve(SqliteStore.FILE_NAME));
        Statement statement = connection.createStatement()) {
      return statement
          .executeQuery("SELECT count(*) FROM filing WHERE state IN ('SUBMITTED', 'UNCONFIRMED')")
          .getInt(1);
    }
  }

  private TerminalProcess start(Path config) throws IOException {
    return TerminalProcess.start(config, deploy, directory);
  }
}
