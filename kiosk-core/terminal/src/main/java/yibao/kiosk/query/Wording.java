package yibao.kiosk.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/** How answers write days, months and money. */
final class Wording {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu年M月");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm");

  private Wording() {}

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String moment(LocalDateTime moment) {
    return MOMENT.format(moment);
  }

  static String month(YearMonth month) {
    return MONTH.format(month);
  }

  static String months(YearMonth from, YearMonth to) {
    return from.equals(to) ? MONTH.format(from) : MONTH.format(from) + "至" + MONTH.format(to);
  }

  static String yuan(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString() + "元";
  }

  /** With a sign, for what comes in and goes out. */
  static String movement(BigDecimal amount) {
    return (amount.signum() > 0 ? "+" : "") + yuan(amount);
  }
}
