package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.platform.ProvinceProfile;
import yibao.kiosk.platform.TerminalIdentity;
import yibao.kiosk.platform.transport.Transport;

class RecordsTest {

  @TempDir Path directory;

  private final HandMadeTime time = new HandMadeTime();

  @Test
  void a_run_that_was_cut_off_is_noted_at_the_next_start_and_one_that_ended_is_not()
      throws IOException {
    Path cutOff = directory.resolve("cut-off");
    try (Records running = open(directory.resolve("data"))) {
      running.start();
      assertEquals("ok", howItStarted(running));
      copy(directory.resolve("data"), cutOff);
    }
    try (Records again = open(directory.resolve("data"))) {
      again.start();
      assertEquals("ok", howItStarted(again), "it ended in order");
    }

    try (Records after = open(cutOff)) {
      after.start();
      assertEquals("after-crash", howItStarted(after), "as staff read it in the list of events");
    }
  }

  @Test
  void a_configuration_that_differs_from_the_last_starts_is_noted_once() throws IOException {
    String written = "ab".repeat(32);
    String altered = "cd".repeat(32);
    for (String digest : List.of(written, written, altered, altered)) {
      try (Records records = open(directory.resolve("data"))) {
        records.configured(digest);
      }
    }

    try (Records records = open(directory.resolve("data"))) {
      assertEquals(
          List.of(altered, written),
          records.audit().latest(20).stream()
              .filter(it -> it.contains("configuration.changed"))
              .map(it -> it.contains(altered) ? altered : written)
              .toList());
    }
  }

  /** Outcome of the newest entry that tells of a start. */
  private static String howItStarted(Records records) {
    String line =
        records.audit().latest(20).stream()
            .filter(it -> it.contains("terminal.started"))
            .findFirst()
            .orElseThrow();
    return Stream.of("after-crash", "ok").filter(line::contains).findFirst().orElseThrow();
  }

  private Records open(Path data) throws IOException {
    ProvinceProfile profile = ProvinceProfile.read(Path.of("../../deploy/provinces/sandbox.yaml"));
    return Records.open(
        data,
        directory.resolve("keys"),
        Optional.empty(),
        _ ->
            new NationalPlatform(
                profile,
                new TerminalIdentity(
                    "630100", "H63010000001", "西宁大厅", "kiosk", "自助终端", "T1", "", "127.0.0.1"),
                (_, _) -> new Transport.Delivery.NotSent("platform.unreachable"),
                InstantSource.system()),
        time,
        ZoneId.of("Asia/Shanghai"),
        List.of());
  }

  /** As the disk stands when the power goes: whatever is open stays open. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    assertTrue(Files.exists(to.resolve("journal.db")));
  }
}
