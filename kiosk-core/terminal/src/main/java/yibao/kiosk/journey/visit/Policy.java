package yibao.kiosk.journey.visit;

import java.util.List;
import java.util.Optional;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.InsuredPerson;

/**
 * The insurance a filing goes under, held already or about to begin.
 *
 * @param kind which insurance
 * @param place six-digit code of the place where it is or will be held
 * @param placeName its name
 */
public record Policy(InsuranceKind kind, String place, String placeName) {

  public static Policy held(Insurance insurance) {
    return new Policy(insurance.kind(), insurance.place(), insurance.placeName());
  }

  /**
   * What a filing on record is under: the insurance it names, held or about to begin in this pool,
   * or the person's first one where it names none.
   */
  public static Optional<Policy> of(FilingOnRecord filing, InsuredPerson person, Pool pool) {
    List<Insurance> held = person.insurances();
    return filing
        .insurance()
        .map(
            kind ->
                held.stream()
                    .filter(it -> it.kind() == kind)
                    .findFirst()
                    .map(Policy::held)
                    .orElseGet(() -> new Policy(kind, pool.admdvs(), pool.name())))
        .or(() -> held.stream().findFirst().map(Policy::held));
  }
}
