package yibao.kiosk.query;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.InsuredPerson;

/** 参保登记表 of an insurance that runs: the registration as the platform has it. */
final class RegistrationForm implements Certificate {

  private static final String EMPLOYEE = "employee-registration";
  private static final String RESIDENT = "resident-registration";

  @Override
  public Predicate<Insurance> of() {
    return insurance -> insurance.active() && insurance.kind().basic();
  }

  @Override
  public Set<String> templates() {
    return Set.of(EMPLOYEE, RESIDENT);
  }

  @Override
  public Reply<Optional<Contents>> contents(Question question) {
    InsuredPerson person = question.whose();
    Insurance insurance = question.under();
    Map<String, Object> fields = Particulars.of(question);
    fields.put("birth", person.birth());
    fields.put("phone", person.phone().orElse(""));
    person.address().ifPresent(address -> fields.put("address", address));
    if (insurance.kind() == InsuranceKind.RESIDENT_BASIC) {
      fields.put("kind", insurance.personType());
      fields.put("year", Integer.toString(question.today().getYear()));
      return answer(RESIDENT, fields);
    }
    fields.put("action", "参保登记");
    fields.put("identity", insurance.personType());
    fields.put("from", Wording.month(YearMonth.from(insurance.since())));
    return answer(EMPLOYEE, fields);
  }

  private static Reply<Optional<Contents>> answer(String template, Map<String, Object> fields) {
    return new Reply.Answered<>(Optional.of(new Contents(template, fields)));
  }
}
