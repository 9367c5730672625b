package yibao.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditVerdict.Breach;

class AuditTrailTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T02:00:00Z"));
  private static final long SMALL = 600;
  private static final long LARGE = 1 << 20;

  @TempDir Path directory;

  @Test
  void anUntouchedRecordIsSoundAcrossFilesAndStarts() throws IOException {
    write(10, SMALL);
    write(10, SMALL);
    AuditVerdict.Sound sound = assertInstanceOf(AuditVerdict.Sound.class, verify());
    assertEquals(20, sound.entries());
    assertEquals(1, sound.first());
    assertTrue(AuditFiles.list(directory).size() > 2, "the record was rotated");
  }

  @Test
  void eachLineCanBeCheckedWithSha256sum() throws Exception {
    write(2, LARGE);
    String[] lines = Files.readString(only()).split("\n");
    Process sum = new ProcessBuilder("sha256sum").start();
    try (var in = sum.getOutputStream()) {
      in.write(
          (lines[0].substring(0, 64) + " " + lines[1].substring(65))
              .getBytes(StandardCharsets.UTF_8));
    }
    String printed = new String(sum.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertEquals(lines[1].substring(0, 64), printed.substring(0, 64));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 9})
  void aChangedLineIsNamed(int line) throws IOException {
    write(10, LARGE);
    edit(lines -> lines.set(line, lines.get(line).replace("\"ok\"", "\"no\"")));
    assertBroken(line + 1, Breach.CHANGED);
  }

  @Test
  void aRemovedLineIsNamedByTheOneBehindIt() throws IOException {
    write(10, LARGE);
    edit(lines -> lines.remove(4));
    assertBroken(5, Breach.MISSING);
  }

  @Test
  void theFirstLineRemovedIsNoticed() throws IOException {
    write(10, LARGE);
    edit(lines -> lines.remove(0));
    assertBroken(1, Breach.MISSING);
  }

  @Test
  void twoLinesSwappedAreNoticed() throws IOException {
    write(10, LARGE);
    edit(lines -> Collections.swap(lines, 4, 5));
    assertBroken(5, Breach.REORDERED);
  }

  @Test
  void aLineRepeatedIsNoticed() throws IOException {
    write(10, LARGE);
    edit(lines -> lines.add(5, lines.get(4)));
    assertBroken(6, Breach.REORDERED);
  }

  @Test
  void aForeignLineIsNoticed() throws IOException {
    write(3, LARGE);
    edit(lines -> lines.add("hello"));
    assertBroken(4, Breach.FOREIGN);
  }

  @Test
  void aWholeFileRemovedIsNoticedUnlessTheOldestWereArchived() throws IOException {
    write(20, SMALL);
    List<Path> files = AuditFiles.list(directory);
    Files.delete(files.get(0));
    assertInstanceOf(AuditVerdict.Broken.class, verify());
    assertInstanceOf(
        AuditVerdict.Sound.class, new AuditVerifier(List.of(), true).verify(directory));
    Files.delete(files.get(2));
    AuditVerdict.Broken broken =
        assertInstanceOf(
            AuditVerdict.Broken.class, new AuditVerifier(List.of(), true).verify(directory));
    assertEquals(files.get(3).getFileName().toString(), broken.file());
    assertEquals(Breach.MISSING, broken.breach());
  }

  @Test
  void linesCutOffAtTheEndAreNoticedWithAnAnchorFromElsewhere() throws IOException {
    Anchor anchor = write(10, LARGE);
    assertInstanceOf(
        AuditVerdict.Sound.class, new AuditVerifier(List.of(anchor), false).verify(directory));
    edit(lines -> lines.remove(9));
    assertInstanceOf(AuditVerdict.Sound.class, verify());
    AuditVerdict.Broken broken =
        assertInstanceOf(
            AuditVerdict.Broken.class, new AuditVerifier(List.of(anchor), false).verify(directory));
    assertEquals(Breach.ANCHOR_MISSING, broken.breach());
  }

  @Test
  void everyPlaceWhereAPowerCutCanTearTheLastLineIsSurvivedAndSaid() throws IOException {
    write(3, LARGE);
    byte[] whole = Files.readAllBytes(only());
    int lastLine = new String(whole, StandardCharsets.UTF_8).strip().lastIndexOf('\n') + 1;
    for (int length = lastLine; length < whole.length; length += 7) {
      Files.write(only(), Arrays.copyOf(whole, length));
      write(1, LARGE);
      AuditVerdict.Sound sound = assertInstanceOf(AuditVerdict.Sound.class, verify());
      assertEquals(length == lastLine ? 3 : 4, sound.entries());
    }
  }

  @Test
  void powerLostBetweenANewFileAndItsFirstLineIsSurvived() throws IOException {
    write(3, LARGE);
    Files.createFile(AuditFiles.file(directory, 2));
    write(2, LARGE);
    assertEquals(5, assertInstanceOf(AuditVerdict.Sound.class, verify()).entries());
  }

  @Test
  void aRecordThatEndsInSomethingElseIsNotContinued() throws IOException {
    write(3, LARGE);
    Files.writeString(only(), "hello\n", StandardOpenOption.APPEND);
    AuditFault fault =
        assertThrows(AuditFault.class, () -> AuditTrail.open(directory, CLOCK, LARGE));
    assertEquals(AuditFault.DAMAGED, fault.code());
  }

  @Test
  void whoeverIsInterruptedWhileWritingDoesNotEndTheRecordForTheOthers() throws IOException {
    try (AuditTrail trail = AuditTrail.open(directory, CLOCK, LARGE)) {
      Thread.currentThread().interrupt();
      trail.note(new AuditEntry(Role.TERMINAL, "filing.submitted", Optional.empty(), "ok"));
      assertTrue(Thread.interrupted());
      trail.note(new AuditEntry(Role.TERMINAL, "filing.finished", Optional.empty(), "ok"));
      assertEquals(2, trail.latest(10).size());
    }
  }

  @Test
  void aNewFileWhoseBeginningWasCutOffIsBegunAgain() throws IOException {
    try (AuditTrail trail = AuditTrail.open(directory, CLOCK, 1)) {
      trail.note(new AuditEntry(Role.TERMINAL, "filing.submitted", Optional.empty(), "ok"));
      Files.createFile(AuditFiles.file(directory, 2));
      trail.note(new AuditEntry(Role.TERMINAL, "filing.finished", Optional.empty(), "ok"));
      assertEquals(1, trail.latest(10).size(), "in the second file");
    }
  }

  @Test
  void anEntryHasNoRoomForAName() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new AuditEntry(Role.STAFF, "filing.seen", Optional.of("完颜若水"), "ok"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new AuditEntry(Role.STAFF, "filing.seen", Optional.empty(), "已办 结"));
  }

  private Anchor write(int entries, long fileLimit) {
    try (AuditTrail trail = AuditTrail.open(directory, CLOCK, fileLimit)) {
      for (int i = 0; i < entries; i++) {
        trail.note(new AuditEntry(Role.CITIZEN, "filing.submitted", Optional.of("key-" + i), "ok"));
      }
      return trail.end();
    }
  }

  private AuditVerdict verify() throws IOException {
    return new AuditVerifier(List.of(), false).verify(directory);
  }

  private void assertBroken(long line, Breach breach) throws IOException {
    assertEquals(new AuditVerdict.Broken(only().getFileName().toString(), line, breach), verify());
  }

  private Path only() throws IOException {
    return AuditFiles.list(directory).getFirst();
  }

  private void edit(Consumer<List<String>> change) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(only()));
    change.accept(lines);
    Files.write(only(), lines);
  }
}
