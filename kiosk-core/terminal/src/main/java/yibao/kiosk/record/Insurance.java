package yibao.kiosk.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One insurance relation 参保关系 of a person. A person may hold several: employee and resident,
 * several places, old ended ones.
 *
 * @param kind insurance kind 险种
 * @param status state today
 * @param place six-digit place code of the insured place 参保地
 * @param placeName its name, e.g. 青海省西宁市
 * @param personType what the person is insured as, as the platform words it, e.g. 在职职工, 灵活就业人员
 * @param since first insured day of this relation
 * @param pausedSince day from which the relation is paused or ended
 * @param employer employer's name; empty for flexible workers and residents
 * @param accountBalance personal-account balance in yuan, scale 2; empty where the kind has no
 *     account
 */
public record Insurance(
    InsuranceKind kind,
    InsuranceStatus status,
    String place,
    String placeName,
    String personType,
    LocalDate since,
    Optional<LocalDate> pausedSince,
    Optional<String> employer,
    Optional<BigDecimal> accountBalance) {

  /** Whether benefits can be claimed under this relation today. */
  public boolean active() {
    return status == InsuranceStatus.ACTIVE;
  }

  @Override
  public String toString() {
    return "Insurance[" + kind + ", " + status + "]";
  }
}
