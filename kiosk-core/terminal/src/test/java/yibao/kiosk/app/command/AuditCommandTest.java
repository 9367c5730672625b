package yibao.kiosk.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditTrail;

class AuditCommandTest {
  @TempDir Path directory;
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void write() {
    try (AuditTrail trail = AuditTrail.open(directory, InstantSource.system(), 1 << 20)) {
      for (int i = 0; i < 3; i++) {
        trail.note(
            new AuditEntry(AuditEntry.Role.STAFF, "terminal.opened", Optional.of("t-" + i), "ok"));
      }
    }
  }

  @Test
  void aSoundRecordEndsInZeroAndNamesItsAnchor() {
    assertEquals(0, run("verify", directory.toString()));
    assertTrue(out.toString().startsWith("完好：3 条，从第 1 条起，末尾 3:"));
    String anchor = out.toString().strip().replaceAll(".* ", "");
    assertEquals(0, run("verify", directory.toString(), "--anchor", anchor));
  }

  @Test
  void aTouchedRecordEndsInOneAndNamesFileAndLine() throws IOException {
    Path file = directory.resolve("audit-000001.log");
    Files.writeString(file, Files.readString(file).replace("t-1", "t-9"));
    assertEquals(1, run("verify", directory.toString()));
    assertEquals("audit-000001.log:2: 这一行被改动过", out.toString().strip());
  }

  @Test
  void wrongUsageEndsInTwoAndNoRecordInThree() {
    assertEquals(2, run());
    assertEquals(2, run("verify", directory.toString(), "--anchor", "1"));
    assertEquals(3, run("verify", directory.resolve("nothing").toString()));
  }

  private int run(String... args) {
    return new CommandLine(new AuditCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(args);
  }
}
