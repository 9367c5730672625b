package yibao.kiosk.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.identity.CitizenNumber;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuredPerson;

/** The fields about a person and an insurance that papers share. */
final class Particulars {

  private Particulars() {}

  /** In full: it is the citizen's own paper. */
  static Map<String, Object> of(Question question) {
    InsuredPerson person = question.whose();
    Insurance insurance = question.under();
    Optional<CitizenNumber> citizen =
        CitizenNumber.check(person.certificateNumber(), question.today())
                instanceof CitizenNumber.Check.Valid(CitizenNumber number)
            ? Optional.of(number)
            : Optional.empty();
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", person.name());
    fields.put("certno", person.certificateNumber());
    fields.put("certType", citizen.isPresent() ? "居民身份证" : "有效身份证件");
    citizen.ifPresent(number -> fields.put("gender", number.sex().label()));
    fields.put("insurance", insurance.kind().label());
    fields.put("pool", insurance.placeName());
    insurance.employer().ifPresent(name -> fields.put("employer", name));
    return fields;
  }
}
