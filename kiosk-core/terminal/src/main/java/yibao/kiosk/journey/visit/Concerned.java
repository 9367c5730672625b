package yibao.kiosk.journey.visit;

import java.util.Map;
import java.util.Optional;
import yibao.kiosk.form.Sheet;

/**
 * Whom a filing is for: whoever hands it in, or the person its form names.
 *
 * @param personNumber platform key; "" for people the platform does not know yet
 * @param name their name
 * @param certificateNumber their document number
 */
public record Concerned(String personNumber, String name, String certificateNumber) {

  public static Concerned by(Sheet sheet, Visit visit) {
    return named(sheet, visit).or(() -> whoStandsThere(visit)).orElseThrow();
  }

  /** Whoever the platform found, or the credential names where it knows nobody. */
  public static Optional<Concerned> whoStandsThere(Visit visit) {
    return visit
        .person()
        .map(p -> new Concerned(p.personNumber(), p.name(), p.certificateNumber()))
        .or(
            () ->
                visit
                    .credential()
                    .flatMap(
                        shown ->
                            shown
                                .holderName()
                                .flatMap(
                                    name ->
                                        shown
                                            .holderNumber()
                                            .map(number -> new Concerned("", name, number)))));
  }

  /** Whether it is the one who stands there. */
  public boolean standsThere(Visit visit) {
    return whoStandsThere(visit)
        .filter(there -> there.certificateNumber().equals(certificateNumber))
        .isPresent();
  }

  private static Optional<Concerned> named(Sheet sheet, Visit visit) {
    Map<String, String> values = sheet.values(visit.values());
    return sheet
        .form()
        .about()
        .filter(whom -> values.containsKey(whom.number()))
        .map(whom -> new Concerned("", values.get(whom.name()), values.get(whom.number())));
  }

  @Override
  public String toString() {
    return "Concerned";
  }
}
