package yibao.kiosk.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;

/** Checks answers against a form's fields. */
public final class FormRules {

  private static final DateTimeFormatter ISO_DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter SHOWN_DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");

  private final Places places;

  /**
   * Rules over these divisions.
   *
   * @param places divisions a place may be chosen from
   */
  public FormRules(Places places) {
    this.places = places;
  }

  /**
   * Where and when an answer is given.
   *
   * @param today the day
   * @param ownPool six-digit code of the person's own 统筹区
   * @param answers values given so far, by field name
   */
  public record Situation(LocalDate today, String ownPool, Map<String, String> answers) {}

  /** Checks one answer; control characters never pass. */
  public Checked check(Field field, String answer, Situation situation) {
    String value = clean(answer);
    if (value.isEmpty()) {
      return field
          .emptyMeans()
          .<Checked>map(meaning -> new Checked.Fine("", meaning))
          .orElseGet(() -> wrong("form.empty", Map.of()));
    }
    return switch (field.input()) {
      case Input.Choice choice -> checkChoice(choice, value);
      case Input.Place place -> checkPlace(place, value, situation);
      case Input.Date date -> checkDate(date, value, situation);
      case Input.Phone _ -> checkPhone(value);
      case Input.Digits digits -> checkDigits(digits, value);
      case Input.Text text -> checkText(text, value);
    };
  }

  private static String clean(String answer) {
    return answer
        .codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  private static Checked checkChoice(Input.Choice choice, String value) {
    return choice.options().stream()
        .filter(o -> o.value().equals(value))
        .findFirst()
        .<Checked>map(o -> new Checked.Fine(o.value(), o.label()))
        .orElseGet(() -> wrong("form.not-an-option", Map.of()));
  }

  private Checked checkPlace(Input.Place place, String code, Situation situation) {
    Optional<String> name = places.fullName(code);
    if (name.isEmpty() || !deepEnough(place.level(), code)) {
      return wrong(
          "form.place-depth." + place.level().name().toLowerCase(java.util.Locale.ROOT), Map.of());
    }
    if (place.outsideOwnPool() && Places.inside(code, situation.ownPool())) {
      return wrong("form.place-own", Map.of("place", name.get()));
    }
    return new Checked.Fine(code, name.get());
  }

  private boolean deepEnough(Input.Place.Level level, String code) {
    return switch (level) {
      case CITY -> places.isCity(code);
      case COUNTY -> !places.hasBelow(code);
    };
  }

  private static Checked checkDate(Input.Date rule, String value, Situation situation) {
    LocalDate day;
    try {
      day = LocalDate.parse(value, ISO_DAY);
    } catch (DateTimeParseException notADay) {
      return wrong("form.date-impossible", Map.of());
    }
    Optional<LocalDate> earliest = rule.earliest().map(b -> b.from(situation.today()));
    if (earliest.isPresent() && day.isBefore(earliest.get())) {
      return wrong("form.date-early", Map.of("day", shown(earliest.get())));
    }
    Optional<LocalDate> latest = rule.latest().map(b -> b.from(situation.today()));
    if (latest.isPresent() && day.isAfter(latest.get())) {
      return wrong("form.date-late", Map.of("day", shown(latest.get())));
    }
    Optional<LocalDate> other =
        rule.after()
            .map(name -> situation.answers().getOrDefault(name, ""))
            .filter(s -> !s.isEmpty())
            .map(s -> LocalDate.parse(s, ISO_DAY));
    if (other.isPresent() && !day.isAfter(other.get())) {
      return wrong("form.date-order", Map.of("day", shown(other.get())));
    }
    return new Checked.Fine(ISO_DAY.format(day), shown(day));
  }

  private static Checked checkPhone(String value) {
    String digits = value.replaceFirst("^\\+?86(?=1\\d{10}$)", "").replaceAll("[\\s-]", "");
    if (!digits.matches("\\d*")) {
      return wrong("form.phone-digits", Map.of());
    }
    if (digits.length() != 11) {
      return wrong("form.phone-length", Map.of("count", Integer.toString(digits.length())));
    }
    if (!digits.matches("1[3-9]\\d{9}")) {
      return wrong("form.phone-start", Map.of());
    }
    return new Checked.Fine(digits, digits);
  }

  private static Checked checkDigits(Input.Digits rule, String value) {
    String digits = value.replaceAll("[\\s-]", "");
    if (!digits.matches("\\d*")) {
      return wrong("form.digits-only", Map.of());
    }
    if (digits.length() < rule.minLength()) {
      return wrong(
          "form.digits-short",
          Map.of(
              "least",
              Integer.toString(rule.minLength()),
              "count",
              Integer.toString(digits.length())));
    }
    if (digits.length() > rule.maxLength()) {
      return wrong(
          "form.digits-long",
          Map.of(
              "most",
              Integer.toString(rule.maxLength()),
              "count",
              Integer.toString(digits.length())));
    }
    return new Checked.Fine(digits, digits);
  }

  private static Checked checkText(Input.Text rule, String value) {
    int length = value.codePointCount(0, value.length());
    if (length < rule.minLength()) {
      return wrong(
          "form.text-short",
          Map.of("least", Integer.toString(rule.minLength()), "count", Integer.toString(length)));
    }
    if (length > rule.maxLength()) {
      return wrong(
          "form.text-long",
          Map.of("most", Integer.toString(rule.maxLength()), "count", Integer.toString(length)));
    }
    return new Checked.Fine(value, value);
  }

  private static String shown(LocalDate day) {
    return SHOWN_DAY.format(day);
  }

  private static Checked wrong(String code, Map<String, String> params) {
    return new Checked.Wrong(code, params);
  }
}
