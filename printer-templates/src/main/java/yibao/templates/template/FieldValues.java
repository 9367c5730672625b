package yibao.templates.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import yibao.templates.text.AmountInWords;
import yibao.templates.text.PrintableText;

/** Checks data against a template's fields and turns each value into what is written on paper. */
final class FieldValues {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private static final Pattern STROKES =
      Pattern.compile("\\{\"width\":\\d+,\"height\":\\d+,\"strokes\":\\[[\\[\\],\\d.-]*]}");

  private final String template;
  private final List<Field> fields;

  FieldValues(String template, List<Field> fields) {
    this.template = template;
    this.fields = fields;
  }

  /**
   * The values by name, "" for an optional field that is absent; data that no field declares is
   * left out.
   *
   * @throws TemplateException if a required field is missing or a value is not of its field's type
   */
  Map<String, Object> of(Map<String, ?> data) {
    return members("", data);
  }

  private Map<String, Object> members(String list, Map<String, ?> data) {
    Map<String, Object> values = new HashMap<>();
    for (Field field : fields) {
      if (field.list().equals(list)) {
        values.put(field.name(), value(field, data.get(field.name())));
      }
    }
    return values;
  }

  private Object value(Field field, Object given) {
    if (given == null || given instanceof String text && text.isBlank()) {
      if (!field.optional()) {
        throw new TemplateException(
            "模板 %s 缺少字段 %s（%s）".formatted(template, field.path(), field.label()));
      }
      return "";
    }
    try {
      return switch (field.type()) {
        case TEXT -> PrintableText.clean(given.toString());
        case DATE ->
            DAY.format(given instanceof LocalDate day ? day : LocalDate.parse(given.toString()));
        case TIME ->
            MINUTE.format(
                given instanceof LocalDateTime time ? time : LocalDateTime.parse(given.toString()));
        case AMOUNT ->
            new Amount(given instanceof BigDecimal yuan ? yuan : new BigDecimal(given.toString()));
        case COUNT -> Long.toString(Long.parseLong(given.toString()));
        case CERTNO -> new CertificateNumber(PrintableText.clean(given.toString()));
        case FLAG -> flag(given);
        case IMAGE -> image(given);
        case STROKES -> strokes(given.toString());
        case LIST -> list(field, (List<?>) given);
      };
    } catch (RuntimeException e) {
      if (e instanceof TemplateException) {
        throw e;
      }
      // The parser's own message would quote the value, which may be personal.
      throw new TemplateException(
          "模板 %s 的字段 %s（%s）不是 %s"
              .formatted(
                  template,
                  field.path(),
                  field.label(),
                  field.type().name().toLowerCase(java.util.Locale.ROOT)));
    }
  }

  private static String image(Object given) {
    byte[] bytes =
        given instanceof byte[] raw
            ? raw
            : Base64.getDecoder().decode(given.toString().replaceAll("\\s", ""));
    boolean png = bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P';
    boolean jpeg = bytes.length > 8 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8;
    if (!png && !jpeg) {
      throw new IllegalArgumentException();
    }
    return "data:image/"
        + (png ? "png" : "jpeg")
        + ";base64,"
        + Base64.getEncoder().encodeToString(bytes);
  }

  private static String strokes(String given) {
    if (!STROKES.matcher(given).matches()) {
      throw new IllegalArgumentException();
    }
    return given;
  }

  private static Boolean flag(Object given) {
    return switch (given.toString()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private List<Map<String, Object>> list(Field field, List<?> given) {
    List<Map<String, Object>> rows = new ArrayList<>(given.size());
    for (Object row : given) {
      Map<String, Object> named = new HashMap<>();
      ((Map<?, ?>) row).forEach((key, value) -> named.put(key.toString(), value));
      Map<String, Object> values = members(field.name(), named);
      values.put("index", Integer.toString(rows.size() + 1));
      rows.add(values);
    }
    return rows;
  }

  /** Yuan on paper. */
  record Amount(BigDecimal yuan) {
    Amount {
      yuan = yuan.setScale(2, java.math.RoundingMode.UNNECESSARY);
    }

    public String words() {
      return AmountInWords.of(yuan);
    }

    @Override
    public String toString() {
      return "%,.2f".formatted(yuan);
    }
  }

  /** A certificate number on paper. */
  record CertificateNumber(String number) {
    public String masked() {
      int ends = number.length() >= 15 ? 4 : 2;
      if (number.length() <= 2 * ends) {
        return "*".repeat(number.length());
      }
      int head = number.length() >= 15 ? 3 : 2;
      return number.substring(0, head)
          + "*".repeat(number.length() - head - ends)
          + number.substring(number.length() - ends);
    }

    @Override
    public String toString() {
      return number;
    }
  }
}
