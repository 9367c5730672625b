package yibao.demo.chaos;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.SignedCommitment;
import yibao.sandbox.people.People;
import yibao.sandbox.people.PlatformRecord;
import yibao.sandbox.people.SandboxPerson;

/**
 * What is filed: one person and two days for each number, so that a filing made twice can be seen
 * in the platform's book whatever key it was made under. After the last slot the first comes again,
 * and the platform must answer 已有备案.
 */
final class Slots {
  private static final String EMPLOYEE = "310";
  private static final String ACTIVE = "1";

  /** The platform takes filings that begin within half a year back and a year ahead. */
  private static final int FIRST_DAY = -170;

  private static final int DAYS = 520;
  private static final int DAYS_OF_A_SLOT = 2;

  private final List<SandboxPerson> people;
  private final LocalDate today;

  Slots(People everybody, LocalDate today) {
    this.today = today;
    this.people =
        everybody.all().stream()
            .filter(
                person ->
                    insured(person).isPresent()
                        && person.platform().orElseThrow().filings().isEmpty())
            .toList();
  }

  int count() {
    return people.size() * (DAYS / DAYS_OF_A_SLOT);
  }

  FilingDraft draft(int slot, FilingKey key, List<Attachment> attachments) {
    SandboxPerson person = people.get(slot % people.size());
    PlatformRecord record = person.platform().orElseThrow();
    String place = insured(person).orElseThrow().place();
    LocalDate begin =
        today.plusDays(FIRST_DAY + (long) slot / people.size() * DAYS_OF_A_SLOT % DAYS);
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "kind",
                "temporary",
                "destination",
                place.startsWith("31") ? "110000" : "310000",
                "begin",
                begin.toString(),
                "end",
                begin.plusDays(DAYS_OF_A_SLOT - 1).toString(),
                "address",
                "梧桐里12号3单元401室",
                "phone",
                "13900000001"));
    return new FilingDraft(
        key,
        person.region(),
        1,
        "relocation",
        record.number(),
        record.name().orElse(person.card().name()),
        person.card().number(),
        place,
        InsuranceKind.EMPLOYEE_BASIC,
        values,
        Optional.of(new SignedCommitment("relocation", "2024-1", "ab".repeat(32))),
        Optional.of("[[1,2],[3,4]]"),
        attachments,
        today);
  }

  private static Optional<PlatformRecord.Insured> insured(SandboxPerson person) {
    return person.platform().stream()
        .flatMap(record -> record.insurances().stream())
        .filter(it -> it.kind().equals(EMPLOYEE) && it.status().equals(ACTIVE))
        .findFirst();
  }
}
