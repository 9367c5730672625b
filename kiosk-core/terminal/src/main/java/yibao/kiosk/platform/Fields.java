package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * Reads an object of an answer as provinces really send it: numbers as strings and strings as
 * numbers, {@code null} and {@code {}} for an empty list, days with and without a time.
 */
final class Fields {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

  private final JsonNode node;

  Fields(JsonNode node) {
    this.node = node;
  }

  /** The rows of a list; one object that is not empty counts as a list of one. */
  static List<Fields> rows(JsonNode list) {
    if (list.isArray()) {
      return StreamSupport.stream(list.spliterator(), false).map(Fields::new).toList();
    }
    return list.isObject() && !list.isEmpty() ? List.of(new Fields(list)) : List.of();
  }

  /** The rows of the list called {@code name}. */
  List<Fields> rows(String name) {
    return rows(node.path(name));
  }

  Fields child(String name) {
    return new Fields(node.path(name));
  }

  Optional<String> text(String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText().strip()).filter(it -> !it.isEmpty())
        : Optional.empty();
  }

  /** Every field that is a text, by name. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    node.fieldNames()
        .forEachRemaining(name -> text(name).ifPresent(value -> texts.put(name, value)));
    return texts;
  }

  String required(String name) {
    return text(name).orElseThrow(() -> new NotUnderstood(name));
  }

  Optional<LocalDate> day(String name) {
    return text(name).map(it -> parseDay(name, it));
  }

  /** A whole number of at most nine digits. */
  Optional<Integer> count(String name) {
    Optional<String> digits = text(name);
    if (digits.filter(it -> !it.matches("\\d{1,9}")).isPresent()) {
      throw new NotUnderstood(name);
    }
    return digits.map(Integer::valueOf);
  }

  LocalDate requiredDay(String name) {
    return day(name).orElseThrow(() -> new NotUnderstood(name));
  }

  /** A moment without a zone, as {@code yyyy-MM-dd HH:mm:ss}; a leap second is the one before. */
  Optional<LocalDateTime> moment(String name) {
    return text(name)
        .map(
            it -> {
              try {
                return LocalDateTime.parse(beforeLeap(it.replace(' ', 'T'), 17));
              } catch (DateTimeParseException fault) {
                throw new NotUnderstood(name);
              }
            });
  }

  Optional<YearMonth> month(String name) {
    return text(name)
        .map(
            it -> {
              try {
                return YearMonth.parse(it.replace("-", "").substring(0, 6), MONTH);
              } catch (DateTimeParseException | IndexOutOfBoundsException fault) {
                throw new NotUnderstood(name);
              }
            });
  }

  /** An amount in yuan, scale 2. */
  Optional<BigDecimal> yuan(String name) {
    return text(name)
        .map(
            it -> {
              try {
                return new BigDecimal(it).setScale(2, RoundingMode.HALF_UP);
              } catch (NumberFormatException fault) {
                throw new NotUnderstood(name);
              }
            });
  }

  BigDecimal requiredYuan(String name) {
    return yuan(name).orElseThrow(() -> new NotUnderstood(name));
  }

  /** A number as written. */
  BigDecimal number(String name) {
    try {
      return new BigDecimal(required(name));
    } catch (NumberFormatException fault) {
      throw new NotUnderstood(name);
    }
  }

  /** A leap second 闰秒 as the one before it: java.time knows no second 60. */
  static String beforeLeap(String time, int at) {
    return time.startsWith("60", at) ? time.substring(0, at) + "59" + time.substring(at + 2) : time;
  }

  private static LocalDate parseDay(String name, String text) {
    try {
      return text.matches("\\d{8}(\\d{6})?")
          ? LocalDate.parse(text.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE)
          : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeParseException | IndexOutOfBoundsException fault) {
      throw new NotUnderstood(name);
    }
  }
}
