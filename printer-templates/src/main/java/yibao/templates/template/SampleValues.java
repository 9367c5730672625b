package yibao.templates.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes a paper's longest and strangest data from its ordinary sample and its fields. */
final class SampleValues {
  /** Thirty characters, the longest name that cards hold. */
  private static final String LONG_NAME = "阿卜杜热依木江·买买提吐尔逊尼亚孜阿布都克里木艾合买提江某";

  private static final String STRANGE_NAME = "䶮㛃𠅤𬭎·བཀྲ་ཤིས་ཚེ་རིང།";
  private static final String STRANGE_TEXT = "䶮㛃𠅤𬭎（མཚོ་སྔོན）é“某”—…";
  private static final String MORE_TEXT = "（自某某自治州某某县某某镇某某村起，按当地规定的材料和时限办理）";
  private static final String MORE_LABEL = "（按当地规定）";
  private static final String LONG_NUMBER = "41040000202603020117";
  private static final int ROWS = 6;

  private static final Pattern DAY_OR_MONTH = Pattern.compile("\\d{4}年\\d{1,2}月.*");
  private static final Pattern NUMBER_LABEL = Pattern.compile(".*(号|编码|代码|编号|电话)");

  private final List<Field> fields;

  SampleValues(List<Field> fields) {
    this.fields = fields;
  }

  Map<String, Object> of(Sample kind, Map<String, Object> ordinary) {
    return kind == Sample.ORDINARY ? ordinary : members("", kind, ordinary);
  }

  private Map<String, Object> members(String list, Sample kind, Map<?, ?> ordinary) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : fields) {
      Object given = ordinary.get(field.name());
      boolean wanted =
          kind == Sample.LONGEST
              ? given != null || invented(field)
              : given != null && (!field.optional() || field.type() == FieldType.FLAG);
      if (field.list().equals(list) && wanted) {
        values.put(
            field.name(), kind == Sample.LONGEST ? longest(field, given) : strangest(field, given));
      }
    }
    return values;
  }

  /** Whether a value can be made of nothing: pictures, flags and what is scanned cannot. */
  private static boolean invented(Field field) {
    return switch (field.type()) {
      case DATE, TIME, AMOUNT, COUNT, CERTNO, LIST -> true;
      case TEXT -> !scanned(field);
      case FLAG, IMAGE, STROKES -> false;
    };
  }

  private Object longest(Field field, Object given) {
    return switch (field.type()) {
      case TEXT -> given == null ? invent(field) : text(field, given.toString());
      case DATE -> "2026-12-31";
      case TIME -> "2026-12-31T23:59:59";
      case AMOUNT -> "99999999.99";
      case COUNT -> field.name().equals("reprint") ? 3 : 999;
      case CERTNO -> "110105194912310011";
      case LIST -> {
        List<?> rows = given == null ? List.of() : (List<?>) given;
        List<Object> more = new ArrayList<>();
        for (int i = 0; i < Math.max(ROWS, rows.size()); i++) {
          more.add(
              members(
                  field.name(),
                  Sample.LONGEST,
                  rows.isEmpty() ? Map.of() : (Map<?, ?>) rows.get(i % rows.size())));
        }
        yield more;
      }
      case FLAG, IMAGE, STROKES -> given;
    };
  }

  private Object strangest(Field field, Object given) {
    return switch (field.type()) {
      case TEXT ->
          scanned(field) || !chinese(given.toString())
              ? given
              : named(field) ? STRANGE_NAME : STRANGE_TEXT;
      case AMOUNT -> "0.00";
      case COUNT -> 0;
      case CERTNO -> "H12";
      case LIST ->
          ((List<?>) given)
              .stream()
                  .limit(1)
                  .map(row -> members(field.name(), Sample.STRANGEST, (Map<?, ?>) row))
                  .toList();
      case DATE, TIME, FLAG, IMAGE, STROKES -> given;
    };
  }

  /** What might stand in a field that the sample leaves out. */
  private static Object invent(Field field) {
    if (named(field)) {
      return LONG_NAME;
    }
    if (NUMBER_LABEL.matcher(field.label()).matches()) {
      return LONG_NUMBER;
    }
    return field.label() + (field.name().equals("label") ? MORE_LABEL : MORE_TEXT);
  }

  private static Object text(Field field, String given) {
    if (scanned(field)) {
      return given;
    }
    if (named(field)) {
      return LONG_NAME;
    }
    if (!chinese(given) || DAY_OR_MONTH.matcher(given).matches()) {
      return given;
    }
    if (field.name().equals("label")) {
      return given + MORE_LABEL;
    }
    // A word of a list of values, e.g. 男, does not grow; a sentence does.
    return given.codePointCount(0, given.length()) < 4 ? given : given + MORE_TEXT;
  }

  private static boolean named(Field field) {
    return field.label().endsWith("姓名") || field.label().endsWith("人");
  }

  private static boolean scanned(Field field) {
    return field.label().contains("二维码");
  }

  private static boolean chinese(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }
}
