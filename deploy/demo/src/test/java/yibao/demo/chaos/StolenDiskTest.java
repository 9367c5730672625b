package yibao.demo.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.demo.ChipCards;
import yibao.demo.DemoTerminal;
import yibao.kiosk.app.DeviceConfig;
import yibao.sandbox.Mood;
import yibao.sandbox.SandboxPlatform;
import yibao.sandbox.people.IdentityDocument;
import yibao.sandbox.people.SandboxPerson;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.wire.SerialCable;

/**
 * Somebody takes the disk of a terminal that was in use: fifty visits of every kind, the last one
 * ended by pulling the plug. Whoever reads it learns nothing about anybody.
 */
class StolenDiskTest {
  private static final int VISITS = 50;
  private static final int BAUD = 115_200;

  /** Answers from the choice of the item to the page that is reviewed, about. */
  private static final int BEFORE_REVIEW = 9;

  private static final int QUERY = 8;
  private static final int FILING = 15;

  @TempDir Path directory;
  private final IdCardReaderSimulator reader = new IdCardReaderSimulator();
  private final Told told = new Told();

  @Test
  void afterFiftyMixedVisitsNothingOfAnybodyStandsInAnyByte() throws Exception {
    Path deploy = Path.of("..").toAbsolutePath().normalize();
    Path data = directory.resolve("terminal");
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
      Path config = directory.resolve("terminal.yaml");
      new DemoTerminal("qinghai", 0, data, deploy.resolve("regions"), deploy)
          .config(
              platform.address(),
              DeviceConfig.withReader(DeviceConfig.IdCardDevice.at(cable.path())))
          .write(config);
      try (TerminalProcess terminal = TerminalProcess.start(config, deploy, directory)) {
        visits(platform, terminal.address());
        terminal.kill();
      }
      Canaries canaries = new Canaries(platform.people().all(), "梧桐里12号3单元401室", "13900000001");
      assertFalse(
          canaries.findIn(directory.resolve("platform")).isEmpty(),
          "the search finds what is there");
      assertTrue(Files.size(data.resolve("journal.db")) > 0);
      assertEquals(
          List.of(),
          canaries.findIn(
              data,
              directory.resolve("terminal-backup"),
              directory.resolve("terminal-keys"),
              directory.resolve(TerminalProcess.LOG),
              directory.resolve(TerminalProcess.TEMPORARY),
              config));
      int answers = told.outcomes().values().stream().mapToInt(Integer::intValue).sum();
      assertTrue(answers >= VISITS / 5, "citizens got as far as a result: " + told.outcomes());
      assertTrue(told.outcomes().size() >= 3, "results of several kinds: " + told.outcomes());
    }
  }

  /** Filed, asked, left half-way, and the province in one mood after the other. */
  private void visits(SandboxPlatform platform, URI terminal) throws Exception {
    List<SandboxPerson> people =
        platform.people().all().stream()
            .filter(person -> person.region().equals("qinghai"))
            .filter(person -> person.card().kind() == IdentityDocument.Kind.RESIDENT)
            .filter(
                person ->
                    person.platform().stream()
                        .flatMap(record -> record.insurances().stream())
                        .anyMatch(insured -> insured.status().equals("1")))
            .toList();
    for (int number = 0; number < VISITS; number++) {
      LocalDate begin = LocalDate.now().plusDays(1 + number * 2L);
      int kind = number % 5;
      Visit.Plan plan =
          new Visit.Plan(
              ChipCards.of(people.get((number + number / 5) % people.size()).card()),
              kind == 3 ? QUERY : FILING,
              begin,
              begin.plusDays(1));
      Mood mood = kind == 1 ? Mood.UNDECIDED : kind == 2 ? Mood.DOWN : Mood.NORMAL;
      platform.mood(Mood.NORMAL);
      Visit visit = new Visit(terminal, reader, told, () -> {});
      if (kind == 2) {
        // The province goes away once it has said who stands there.
        new Visit(
                terminal,
                reader,
                told,
                new Runnable() {
                  private int answers;

                  @Override
                  public void run() {
                    if (++answers == BEFORE_REVIEW) {
                      down(platform);
                    }
                  }
                })
            .run(plan);
      } else {
        platform.mood(mood, Duration.ZERO);
        visit.run(plan, kind == 4 ? 3 + number % 6 : Integer.MAX_VALUE);
      }
      if (number < VISITS - 1) {
        visit.leave();
      }
    }
  }

  private static void down(SandboxPlatform platform) {
    try {
      platform.mood(Mood.DOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
