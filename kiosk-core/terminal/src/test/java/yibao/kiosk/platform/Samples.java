package yibao.kiosk.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.SignedCommitment;

/** A terminal in Xining, its province's profile, and one of the sandbox's people. */
final class Samples {

  static final TerminalIdentity TERMINAL =
      new TerminalIdentity(
          "630100",
          "H63010000001",
          "西宁大厅",
          "kiosk",
          "自助终端",
          "T1",
          "02:00:00:00:00:01",
          "127.0.0.1");

  static final PresentedCredential CARD =
      new PresentedCredential.IdentityCard(
          "630102198604129916", "马文轩", PresentedCredential.Document.RESIDENT_ID);

  private Samples() {}

  static ProvinceProfile profile() {
    try {
      return ProvinceProfile.read(Path.of("../../deploy/provinces/sandbox.yaml"));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static FilingDraft relocation(FilingKey key) {
    return relocation(key, Map.of());
  }

  static FilingDraft relocation(FilingKey key, Map<String, String> other) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "kind", "resident",
                "destination", "310000",
                "begin", "2026-11-22",
                "end", "",
                "address", "上海市杨浦区梧桐里12号",
                "phone", "13900000001"));
    values.putAll(other);
    return filing(key, "relocation", values);
  }

  static FilingDraft filing(FilingKey key, String operation, Map<String, String> values) {
    return new FilingDraft(
        key,
        "qinghai",
        12,
        operation,
        "63010200000000000001",
        "马文轩",
        "630102198604129916",
        "630100",
        InsuranceKind.EMPLOYEE_BASIC,
        values,
        Optional.of(new SignedCommitment("relocation", "2024-1", "ab".repeat(32))),
        Optional.of("[[1,2],[3,4]]"),
        LocalDate.of(2026, 11, 22));
  }
}
