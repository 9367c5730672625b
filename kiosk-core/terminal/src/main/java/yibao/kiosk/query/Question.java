package yibao.kiosk.query;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.platform.Enquiries;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuredPerson;

/**
 * What is asked.
 *
 * @param sources who is asked
 * @param person whom it is about; empty for a question about nobody
 * @param insurance which of their insurances
 * @param given what was filled in before asking, by field name
 * @param today the day in the hall
 */
public record Question(
    Sources sources,
    Optional<InsuredPerson> person,
    Optional<Insurance> insurance,
    Map<String, String> given,
    LocalDate today) {

  public Question {
    given = Map.copyOf(given);
  }

  /** The person of a question that is about one. */
  InsuredPerson whose() {
    return person.orElseThrow();
  }

  /** The insurance of a question that is about one. */
  Insurance under() {
    return insurance.orElseThrow();
  }

  /** The person as the platform wants them named; under any insurance where none was chosen. */
  Enquiries.Subject subject() {
    return new Enquiries.Subject(
        whose().personNumber(),
        insurance
            .or(() -> whose().activeInsurances().stream().findFirst())
            .or(() -> whose().insurances().stream().findFirst())
            .map(Insurance::place)
            .orElse(""));
  }

  /** What was filled in, or "" for a question left empty. */
  String text(String field) {
    return given.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "Question";
  }
}
