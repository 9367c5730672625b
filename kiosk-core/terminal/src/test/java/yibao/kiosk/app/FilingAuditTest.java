package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.audit.AuditVerdict;
import yibao.kiosk.audit.AuditVerifier;
import yibao.kiosk.filing.FilingEvent;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

class FilingAuditTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T02:00:00Z"));

  @TempDir Path directory;

  @Test
  void whatHappensToAFilingIsRecordedWhateverTheProvincesCodeLooksLike() throws IOException {
    FilingKey key = FilingKey.fresh();
    try (AuditTrail trail = AuditTrail.open(directory, CLOCK, 1 << 20)) {
      FilingAudit audit = new FilingAudit(trail);
      audit.heard(changed(key, FilingState.SUBMITTED, Optional.empty()));
      audit.heard(changed(key, FilingState.UNCONFIRMED, Optional.of("platform.timeout")));
      audit.heard(changed(key, FilingState.REFUSED, Optional.of("-3 系统/异常")));
      audit.heard(changed(key, FilingState.REFUSED, Optional.of("未参保")));
      audit.heard(new FilingEvent.WaitingTooLong(key, Instant.EPOCH, 3));
      audit.heard(new FilingEvent.JournalFault(key, "store.disk-full"));
      audit.heard(new FilingEvent.WithdrawalAsked("SL/2026 张三-1", "refused.已进入审核"));
      audit.heard(new FilingEvent.StoreUnsound("store.damaged: keep the file"));
    }
    List<String> lines = Files.readAllLines(directory.resolve("audit-000001.log"));
    assertEquals(8, lines.size());
    assertTrue(lines.get(0).contains("\"citizen\",\"what\":\"filing.submitted\""));
    assertTrue(lines.get(1).contains("\"outcome\":\"platform.timeout\""));
    assertTrue(lines.get(3).contains("\"outcome\":\"other\""));
    assertTrue(lines.get(6).contains("\"citizen\",\"what\":\"filing.withdrawal\""), lines.get(6));
    assertTrue(lines.get(6).contains("\"SL20261\""), lines.get(6));
    assertInstanceOf(
        AuditVerdict.Sound.class, new AuditVerifier(List.of(), false).verify(directory));
  }

  private static FilingEvent changed(FilingKey key, FilingState state, Optional<String> cause) {
    return new FilingEvent.Changed(key, "yunlan", 17, state, cause, CLOCK.instant());
  }
}
