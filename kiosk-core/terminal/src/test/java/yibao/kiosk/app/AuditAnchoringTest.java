package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.audit.Anchor;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.audit.AuditVerdict;
import yibao.kiosk.audit.AuditVerifier;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.filing.SandboxLine;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.platform.Witness;
import yibao.kiosk.store.InMind;
import yibao.sandbox.Mood;
import yibao.sandbox.SandboxPlatform;

/** A record whose end the province keeps, day by day. */
class AuditAnchoringTest {
  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final Map<String, String> memory = new HashMap<>();
  private SandboxPlatform sandbox;
  private AuditTrail audit;
  private Witness witness;
  private AuditAnchoring anchoring;

  @BeforeEach
  void start() throws IOException {
    sandbox =
        SandboxPlatform.start(new SandboxPlatform.Settings(directory.resolve("province"), 0, time));
    audit = AuditTrail.open(directory.resolve("audit"), time, 1 << 20);
    witness = SandboxLine.open("T1", SandboxLine.to(sandbox), time).witness();
    anchoring =
        new AuditAnchoring(
            audit,
            witness,
            time,
            Optional::empty,
            ZoneId.of("Asia/Shanghai"),
            new InMind(memory),
            Runnable::run);
    note("terminal.started");
    anchoring.start();
  }

  @AfterEach
  void stop() throws IOException {
    anchoring.close();
    audit.close();
    sandbox.close();
  }

  @Test
  void theEndOfTheRecordIsKeptOnceADay() {
    time.pass(Duration.ofHours(3));
    assertEquals(1, kept().size());
    time.pass(Duration.ofDays(2));
    assertEquals(3, kept().size());
    assertInstanceOf(AuditVerdict.Sound.class, verify());
  }

  @Test
  void aPlatformThatIsDownIsAskedAgainTheSameDay() throws IOException {
    sandbox.mood(Mood.DOWN);
    time.pass(Duration.ofHours(3));
    sandbox.mood(Mood.NORMAL);
    time.pass(Duration.ofHours(1));
    assertEquals(1, kept().size());
  }

  @Test
  void aRecordCutOffAtItsEndIsFoundOutByWhatTheProvinceKeeps() throws IOException {
    note("device.opened");
    time.pass(Duration.ofHours(1));
    Path file = directory.resolve("audit").resolve("audit-000001.log");
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, 1));
    AuditVerdict.Broken broken = assertInstanceOf(AuditVerdict.Broken.class, verify());
    assertEquals(AuditVerdict.Breach.ANCHOR_MISSING, broken.breach());
  }

  @Test
  void aPointThatGoesBackOrDiffersIsRefusedByTheProvince() {
    note("device.opened");
    time.pass(Duration.ofHours(1));
    Witness.Point point = kept().getLast();
    assertEquals(new Reply.Answered<>(point), witness.keep(point));
    assertInstanceOf(
        Reply.Refused.class, witness.keep(new Witness.Point(point.number(), "0".repeat(64))));
    assertInstanceOf(Reply.Refused.class, witness.keep(new Witness.Point(1, point.hash())));
  }

  @Test
  void anchoringIsItselfInTheRecord() throws IOException {
    time.pass(Duration.ofHours(1));
    assertTrue(
        Files.readString(directory.resolve("audit").resolve("audit-000001.log"))
            .contains("audit.anchored"));
  }

  private AuditVerdict verify() {
    try {
      return new AuditVerifier(
              kept().stream().map(point -> new Anchor(point.number(), point.hash())).toList(),
              false)
          .verify(directory.resolve("audit"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<Witness.Point> kept() {
    return ((Reply.Answered<List<Witness.Point>>) witness.kept()).value();
  }

  private void note(String what) {
    audit.note(new AuditEntry(AuditEntry.Role.TERMINAL, what, Optional.empty(), "ok"));
  }
}
