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
  private final NumberRule numbers;

  /**
   * Rules over these divisions.
   *
   * @param places divisions a place may be chosen from
   * @param numbers tells citizen numbers from slips
   */
  public FormRules(Places places, NumberRule numbers) {
    this.places = places;
    this.numbers = numbers;
  }

  /**
   * Where and when an answer is given.
   *
   * @param today the day
   * @param ownPool six-digit code of the person's own 统筹区
   * @param ownNumber document number of whoever answers; "" when it is not known
   * @param replaced the value on record that the answer takes the place of
   * @param answers values given so far, by field name
   */
  public record Situation(
      LocalDate today,
      String ownPool,
      String ownNumber,
      Optional<String> replaced,
      Map<String, String> answers) {}

  /** Checks a mobile number that no form asks for. */
  public static Checked phone(String answer) {
    return WritingRules.phone(answer);
  }

  /** Checks one answer. */
  public Checked check(Field field, String answer, Situation situation) {
    if (answer.codePoints().anyMatch(WritingRules::isControl)) {
      return wrong("form.control", Map.of());
    }
    Checked checked = written(field, answer.strip(), situation);
    return checked instanceof Checked.Fine(String value, _)
            && !value.isEmpty()
            && situation.replaced().filter(value::equals).isPresent()
        ? wrong("form.unchanged", Map.of("title", field.title()))
        : checked;
  }

  private Checked written(Field field, String value, Situation situation) {
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
      case Input.Month month -> MonthRule.check(month, value, situation);
      case Input.CitizenNumber number -> checkNumber(number, value, situation);
      case Input.Digits digits -> WritingRules.digits(digits, value);
      case Input.Phone _ -> WritingRules.phone(value);
      case Input.Text text -> WritingRules.text(text, value);
      case Input.Name _ -> WritingRules.name(value);
      case Input.BankAccount _ -> WritingRules.account(value);
      case Input.Money money -> WritingRules.money(money, value);
      case Input.FilingOnRecord _ -> new Checked.Fine(value, value);
      case Input.Count count -> WritingRules.count(count, value);
    };
  }

  private static Checked checkChoice(Input.Choice choice, String value) {
    return choice
        .option(value)
        .<Checked>map(o -> new Checked.Fine(o.value(), o.label()))
        .orElseGet(() -> wrong("form.not-an-option", Map.of()));
  }

  private Checked checkPlace(Input.Place place, String code, Situation situation) {
    Optional<String> name = places.fullName(code);
    if (name.isEmpty() || !deepEnough(place.level(), code)) {
      return wrong(
          "form.place-depth." + place.level().name().toLowerCase(java.util.Locale.ROOT), Map.of());
    }
    if (place.outsideOwnPool() && places.own(code, situation.ownPool())) {
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
    Optional<LocalDate> after = answered(rule.after(), situation);
    if (after.isPresent() && !day.isAfter(after.get())) {
      return wrong("form.date-order", Map.of("day", shown(after.get())));
    }
    Optional<LocalDate> first = answered(rule.notBefore(), situation);
    if (first.isPresent() && day.isBefore(first.get())) {
      return wrong("form.date-early", Map.of("day", shown(first.get())));
    }
    return new Checked.Fine(ISO_DAY.format(day), shown(day));
  }

  private static Optional<LocalDate> answered(Optional<String> field, Situation situation) {
    return field
        .map(name -> situation.answers().getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .map(value -> LocalDate.parse(value, ISO_DAY));
  }

  private Checked checkNumber(Input.CitizenNumber rule, String value, Situation situation) {
    return switch (numbers.check(value, situation.today())) {
      case NumberRule.Verdict.Invalid(String code) -> wrong(code, Map.of());
      case NumberRule.Verdict.Valid(String number, LocalDate birth) -> {
        if (number.equals(situation.ownNumber())) {
          yield wrong("form.id-own", Map.of());
        }
        Optional<Integer> limit = rule.youngerThan();
        yield limit.isPresent() && !birth.isAfter(situation.today().minusYears(limit.get()))
            ? wrong("form.id-age", Map.of("years", limit.get().toString()))
            : new Checked.Fine(number, number);
      }
    };
  }

  private static String shown(LocalDate day) {
    return SHOWN_DAY.format(day);
  }

  private static Checked wrong(String code, Map<String, String> params) {
    return new Checked.Wrong(code, params);
  }
}
