package yibao.kiosk.journey.visit;

import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuranceKind;

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
}
