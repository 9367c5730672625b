package yibao.sandbox.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.sandbox.ledger.Ledger;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.ledger.LedgerFiling.State;
import yibao.sandbox.people.People;
import yibao.sandbox.people.PlatformRecord;
import yibao.sandbox.people.PlatformRecord.Insured;
import yibao.sandbox.people.SandboxPerson;

/** Everybody as the platform knows them now: as written down, and as their filings changed it. */
final class Register {

  private static final String EMPLOYEE = "310";
  private static final String RESIDENT = "390";
  private static final String FLEXIBLE = "1103";
  private static final String ADULT = "1501";
  private static final String NORMAL = "1";
  private static final String PAUSED = "2";
  private static final String ENDED = "4";

  private final People people;
  private final Ledger ledger;

  Register(People people, Ledger ledger) {
    this.people = people;
    this.ledger = ledger;
  }

  /** Who holds this identity document, if the platform knows them. */
  Optional<SandboxPerson> byDocument(String number) {
    return people.byDocument(number).map(this::now).filter(it -> it.platform().isPresent());
  }

  /** Who holds this social-security card. */
  Optional<SandboxPerson> bySocialSecurityCard(String number, String identification) {
    return people.bySocialSecurityCard(number, identification).map(this::now);
  }

  /** Who has this psn_no. */
  Optional<SandboxPerson> byPlatformNumber(String number) {
    return people.all().stream()
        .filter(it -> it.platform().filter(record -> !record.number().equals(number)).isEmpty())
        .map(this::now)
        .filter(it -> it.platform().filter(record -> record.number().equals(number)).isPresent())
        .findFirst();
  }

  /** The person as the platform knows them now. */
  SandboxPerson now(SandboxPerson person) {
    List<LedgerFiling> done =
        ledger.inTurn(book -> book.ofDocument(person.card().number())).stream()
            .filter(it -> it.state() == State.FINISHED)
            .toList();
    Optional<PlatformRecord> record = person.platform();
    for (LedgerFiling filing : done) {
      record = after(record, filing);
    }
    return new SandboxPerson(
        person.id(),
        person.region(),
        person.goodFor(),
        person.card(),
        person.socialSecurityCard(),
        record);
  }

  private static Optional<PlatformRecord> after(
      Optional<PlatformRecord> record, LedgerFiling filing) {
    return switch (filing.business()) {
      case HallBusiness.RESIDENT_REGISTRATION ->
          Optional.of(
              insured(
                  record.orElseGet(() -> PlatformRecord.fresh(filing.number())),
                  filing,
                  RESIDENT,
                  ADULT,
                  status(filing)));
      case HallBusiness.FLEXIBLE_REGISTRATION ->
          Optional.of(
              insured(
                  record.orElseGet(() -> PlatformRecord.fresh(filing.number())),
                  filing,
                  EMPLOYEE,
                  FLEXIBLE,
                  status(filing)));
      case HallBusiness.ENTITLEMENT_END ->
          record.map(it -> insured(it, filing, EMPLOYEE, FLEXIBLE, ENDED));
      case HallBusiness.EMPLOYEE_CHANGE, HallBusiness.RESIDENT_CHANGE ->
          record.map(it -> it.reachedAt(filing.field("phone"), filing.field("address")));
      case CareRecord.REFERRAL, CareRecord.CHRONIC, CareRecord.DESIGNATION ->
          record.map(it -> CareRecord.onto(it, filing));
      default -> record;
    };
  }

  private static String status(LedgerFiling registration) {
    return registration.field("biz_sub_type").filter("suspend"::equals).isPresent()
        ? PAUSED
        : NORMAL;
  }

  /** The record with the insurance of {@code kind} in this state, added when there was none. */
  private static PlatformRecord insured(
      PlatformRecord record, LedgerFiling filing, String kind, String type, String status) {
    List<Insured> insurances = new ArrayList<>(record.insurances());
    Optional<Insured> old =
        insurances.stream()
            .filter(it -> it.kind().equals(kind) && it.place().equals(filing.insuredPlace()))
            .findFirst();
    LocalDate day = filing.takenOn();
    Insured now =
        new Insured(
            kind,
            status,
            old.map(Insured::type).orElse(type),
            filing.insuredPlace(),
            old.map(Insured::since).orElse(day),
            status.equals(NORMAL) ? Optional.empty() : Optional.of(day),
            old.flatMap(Insured::employer),
            old.flatMap(Insured::balance));
    old.ifPresentOrElse(
        it -> insurances.set(insurances.indexOf(it), now), () -> insurances.add(now));
    return record.insuredAs(insurances);
  }
}
