package yibao.kiosk.record;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Medical costs settled at an institution 医疗费用结算. Amounts in yuan, scale 2.
 *
 * @param id the platform's number of the settlement
 * @param visit the platform's number of the visit that was settled
 * @param day when settled
 * @param institution where, e.g. 西宁青石坡医院
 * @param care what kind of care, in words, e.g. 住院
 * @param total 医疗费总额
 * @param fund paid by the funds 基金支付
 * @param account paid from personal accounts 个人账户支付
 * @param cash paid in cash 个人现金支付
 */
public record Settlement(
    String id,
    String visit,
    LocalDate day,
    String institution,
    String care,
    BigDecimal total,
    BigDecimal fund,
    BigDecimal account,
    BigDecimal cash) {

  @Override
  public String toString() {
    return "Settlement[" + day + "]";
  }
}
