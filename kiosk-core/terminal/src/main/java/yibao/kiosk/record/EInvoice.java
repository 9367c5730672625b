package yibao.kiosk.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An electronic medical invoice 医疗收费电子票据, or a tax one 电子发票, as its code tells it.
 *
 * @param code 票据代码 or 发票代码, 8 to 12 digits; "" for 数电票, which have none
 * @param number 票据号码 or 发票号码, 8 to 20 digits; 20 where there is no code
 * @param check 校验码, as printed; "" for 数电票 that print none
 * @param issuedOn 开票日期
 * @param amount 金额 in yuan
 */
public record EInvoice(
    String code, String number, String check, LocalDate issuedOn, BigDecimal amount) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int LEAST_FIELDS = 5;

  /** A 数电票 has its number only, of this many digits. */
  private static final String NUMBER_ONLY = "\\d{20}";

  /**
   * Reads the text of a code: fields between commas. Issuers put them in different orders, so code
   * and number are the first two long runs of digits, the rest is told by its shape.
   *
   * @return empty where the text is no invoice's
   */
  public static Optional<EInvoice> read(String text) {
    List<String> fields = Arrays.stream(text.split(",", -1)).map(String::trim).toList();
    Optional<LocalDate> day = fields.stream().flatMap(field -> day(field).stream()).findFirst();
    Optional<String> amount =
        fields.stream().filter(field -> field.matches("\\d{1,9}\\.\\d{1,2}")).findFirst();
    List<String> runs =
        fields.stream()
            .filter(field -> field.matches("\\d{8,20}") && day(field).isEmpty())
            .toList();
    boolean numberOnly = runs.size() == 1 && runs.getFirst().matches(NUMBER_ONLY);
    Optional<String> check =
        fields.stream()
            .filter(field -> field.matches("[0-9A-Za-z]{4,20}"))
            .filter(field -> day(field).isEmpty())
            .filter(field -> !runs.subList(0, Math.min(2, runs.size())).contains(field))
            .findFirst();
    if (fields.size() < LEAST_FIELDS
        || day.isEmpty()
        || amount.isEmpty()
        || (!numberOnly && (runs.size() < 2 || check.isEmpty()))) {
      return Optional.empty();
    }
    return Optional.of(
        new EInvoice(
            numberOnly ? "" : runs.get(0),
            numberOnly ? runs.get(0) : runs.get(1),
            check.orElse(""),
            day.get(),
            new BigDecimal(amount.get())));
  }

  /** Whether a number stands for an invoice without a code. */
  public static boolean hasNoCode(String number) {
    return number.matches(NUMBER_ONLY);
  }

  private static Optional<LocalDate> day(String field) {
    try {
      return field.matches("20\\d{6}")
          ? Optional.of(LocalDate.parse(field, DAY))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether it is the same paper, whatever else the code says. */
  public boolean isSameAs(EInvoice other) {
    return code.equals(other.code) && number.equals(other.number);
  }

  /** As it goes to the platform: code:number:check:day:amount. */
  public String text() {
    return String.join(":", code, number, check, issuedOn.toString(), amount.toPlainString());
  }

  @Override
  public String toString() {
    return "EInvoice";
  }
}
