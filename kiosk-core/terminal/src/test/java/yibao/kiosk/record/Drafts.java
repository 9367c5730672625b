package yibao.kiosk.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts of an invented person, with every field a draft can have. */
public final class Drafts {

  private Drafts() {}

  /** A draft of the invented 完颜若水, under a fresh key. */
  public static FilingDraft relocation() {
    return relocation(FilingKey.fresh(), "63000000000000001234");
  }

  /** A draft under this key, of the person with this number. */
  public static FilingDraft relocation(FilingKey key, String personNumber) {
    return new FilingDraft(
        key,
        "yunlan",
        17,
        "relocation",
        personNumber,
        "完颜若水",
        "630102195804120023",
        "630102",
        InsuranceKind.EMPLOYEE_BASIC,
        Map.of(
            "phone", "13900001111",
            "address", "云岚省白石市听泉路9号3单元",
            "cardNumber", "AB1234567"),
        Optional.of(new SignedCommitment("relocation", "2024-1", "ab".repeat(32))),
        Optional.of("[[[12,34],[56,78]],[[90,12]]]"),
        LocalDate.of(2026, 3, 2));
  }

  /** The draft with these scans. */
  public static FilingDraft withScans(FilingDraft draft, Attachment... scans) {
    return new FilingDraft(
        draft.key(),
        draft.region(),
        draft.item(),
        draft.operation(),
        draft.personNumber(),
        draft.personName(),
        draft.certificateNumber(),
        draft.insuredPlace(),
        draft.insurance(),
        draft.values(),
        draft.commitment(),
        draft.signature(),
        List.of(scans),
        draft.filedOn());
  }
}
