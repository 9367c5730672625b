package yibao.demo.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.demo.ChipCards;
import yibao.demo.DemoTerminal;
import yibao.demo.WatchedTerminal;
import yibao.kiosk.app.DeviceConfig;
import yibao.sandbox.SandboxPlatform;
import yibao.sandbox.people.IdentityDocument;
import yibao.sandbox.people.SandboxPerson;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.wire.SerialCable;

/**
 * Citizens leave a terminal in every way there is; nothing of them stays in its memory, in a file
 * or in what a crash leaves behind.
 */
@Timeout(900)
class NothingPersonalRemainsTest {
  private static final int BAUD = 115_200;
  private static final int QUERY = 8;
  private static final int FILING = 15;

  /** Answers from the choice of the item to the commitment, about. */
  private static final int MIDDLE = 8;

  /** Of the memory, each with a look at it. */
  private static final int MOST_COLLECTIONS = 20;

  private static final String TYPED_ADDRESS = "梧桐里12号3单元401室";
  private static final String TYPED_PHONE = "13900000001";

  @TempDir Path directory;
  private final IdCardReaderSimulator reader = new IdCardReaderSimulator();
  private SandboxPlatform platform;
  private SerialCable cable;
  private Process process;
  private BufferedReader said;
  private PrintWriter tell;
  private URI terminal;
  private List<SandboxPerson> people;

  @BeforeEach
  void openTheHall() throws Exception {
    platform =
        SandboxPlatform.start(
            new SandboxPlatform.Settings(
                Files.createDirectories(directory.resolve("platform")), 0, InstantSource.system()));
    cable =
        new SerialCable(
                Files.createDirectories(directory.resolve("ports")).resolve("id-card"),
                BAUD,
                reader,
                1)
            .plugIn();
    people =
        platform.people().all().stream()
            .filter(person -> person.region().equals("qinghai"))
            .filter(person -> person.card().kind() == IdentityDocument.Kind.RESIDENT)
            .filter(
                person ->
                    person.platform().stream()
                        .flatMap(record -> record.insurances().stream())
                        .anyMatch(insured -> insured.status().equals("1")))
            .toList();
    Path deploy = Path.of("..").toAbsolutePath().normalize();
    Path config = directory.resolve("terminal.yaml");
    new DemoTerminal("qinghai", 0, home().resolve("data"), deploy.resolve("regions"), deploy)
        .config(
            platform.address(), DeviceConfig.withReader(DeviceConfig.IdCardDevice.at(cable.path())))
        .write(config);
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + deploy.resolve("jvm.options"),
                "-Djava.io.tmpdir=" + Files.createDirectories(home().resolve("tmp")),
                "-cp",
                System.getProperty("java.class.path"),
                WatchedTerminal.class.getName(),
                config.toString())
            .directory(home().toFile())
            .redirectError(home().resolve("log").toFile())
            .start();
    said = process.inputReader(StandardCharsets.UTF_8);
    tell = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    terminal = URI.create(heard("ready ").substring("ready ".length()));
  }

  @AfterEach
  void closeTheHall() throws Exception {
    process.destroyForcibly();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    cable.close();
    platform.close();
  }

  /** Where the terminal writes: its data, keys, log, temporary files, what a crash leaves. */
  private Path home() {
    return directory.resolve("terminal");
  }

  private String heard(String beginning) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(beginning)) {
        return line;
      }
    }
    throw new IOException("the terminal ended: " + Files.readString(home().resolve("log")));
  }

  private void told(String what) throws IOException {
    tell.println(what);
    heard("done");
  }

  private Canaries canaries() {
    return new Canaries(people, TYPED_ADDRESS, TYPED_PHONE);
  }

  private List<String> inMemory() throws IOException {
    Path dump = directory.resolve("memory.hprof");
    told("dump " + dump);
    List<String> found = canaries().findIn(dump);
    Files.delete(dump);
    return found;
  }

  /** Java's cleaner lets go of a connection long closed only after a collection has found it. */
  private List<String> inMemoryAfterCollections() throws IOException {
    List<String> found = inMemory();
    for (int more = 0; more < MOST_COLLECTIONS && !found.isEmpty(); more++) {
      found = inMemory();
    }
    return found;
  }

  private Visit visit(int number, int item, int mostAnswers) throws Exception {
    LocalDate begin = LocalDate.now().plusDays(1 + number * 2L);
    Visit visit = new Visit(terminal, reader, new Told(), () -> {});
    visit.run(
        new Visit.Plan(
            ChipCards.of(people.get(number % people.size()).card()),
            item,
            begin,
            begin.plusDays(1)),
        mostAnswers);
    return visit;
  }

  @Test
  void nothing_of_anybody_can_be_reached_in_the_memory_once_they_have_gone() throws Exception {
    visit(0, FILING, MIDDLE);
    assertFalse(inMemory().isEmpty(), "somebody who is there is in the memory");

    told("pass PT15M");
    visit(1, FILING, Integer.MAX_VALUE).leave();
    visit(2, QUERY, Integer.MAX_VALUE).leave();
    visit(3, QUERY, Integer.MAX_VALUE);
    told("pass PT15M");

    assertEquals(List.of(), inMemoryAfterCollections());
    assertEquals(List.of(), canaries().findIn(home()));
  }

  @Test
  void nothing_of_anybody_is_in_what_a_crash_leaves_behind() throws Exception {
    visit(0, FILING, Integer.MAX_VALUE).leave();
    visit(1, FILING, MIDDLE);
    new ProcessBuilder("bash", "-c", "kill -SEGV " + process.pid()).start().waitFor();
    assertTrue(process.waitFor(300, TimeUnit.SECONDS), "it crashes");

    assertEquals(List.of(), canaries().findIn(home()));
    try (Stream<Path> files = Files.list(home())) {
      assertEquals(
          Set.of("data", "data-keys", "data-backup", "tmp", "log"),
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()),
          "neither a report of the crash nor a core");
    }
  }
}
