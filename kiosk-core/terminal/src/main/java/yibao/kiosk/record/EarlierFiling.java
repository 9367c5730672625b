package yibao.kiosk.record;

import java.time.LocalDate;

/**
 * A filing made before that stands in the way of a new one 已有备案.
 *
 * @param number the platform's number of the earlier filing 受理号
 * @param filedOn day on which it was filed
 * @param summary what it was, in the platform's words, e.g. 长期居住，上海市
 */
public record EarlierFiling(String number, LocalDate filedOn, String summary) {

  @Override
  public String toString() {
    return "EarlierFiling[" + number + "]";
  }
}
