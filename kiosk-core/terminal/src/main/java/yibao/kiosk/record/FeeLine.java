package yibao.kiosk.record;

import java.math.BigDecimal;

/**
 * One line of what was charged in a settlement 费用明细.
 *
 * @param name drug, examination or service
 * @param level 甲类, 乙类 or 自费, in words
 * @param count how many, as charged
 * @param price yuan for one
 * @param amount yuan, scale 2
 */
public record FeeLine(
    String name, String level, BigDecimal count, BigDecimal price, BigDecimal amount) {

  @Override
  public String toString() {
    return "FeeLine";
  }
}
