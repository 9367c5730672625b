package yibao.kiosk.journey.form;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Input;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Question.InputKind;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Visit;

/** A form's fields as the screen asks them. */
public final class Questions {

  /** The longest name and account that may be typed; the rules say whether they stand. */
  private static final int NAME_CHARACTERS = 50;

  private static final int ACCOUNT_DIGITS = 21;
  private static final int CITIZEN_NUMBER = 18;
  private static final int COUNT_DIGITS = 9;
  private static final int MONEY_CHARACTERS = 13;

  private Questions() {}

  /**
   * The question.
   *
   * @param value prefilled or entered before, masked where it must be
   */
  public static Step.Question of(Field field, Optional<String> value, Scene scene) {
    Input input = field.input();
    return new Step.Question(
        field.name(),
        field.label(),
        field.hint(),
        kind(input),
        field.required(),
        value.filter(v -> !v.isEmpty()),
        value.flatMap(
            v ->
                input instanceof Input.Place
                    ? scene.facilities().places().fullName(v)
                    : Optional.empty()),
        options(input),
        least(input),
        most(input),
        first(input, scene),
        last(input, scene),
        input instanceof Input.Place place
            ? Optional.of(Step.Question.PlaceLevel.valueOf(place.level().name()))
            : Optional.empty(),
        field.emptyMeans(),
        Optional.empty(),
        Optional.empty());
  }

  /** The first day or month that may be picked. */
  private static Optional<String> first(Input input, Scene scene) {
    return switch (input) {
      case Input.Date date -> earliest(date, scene).map(LocalDate::toString);
      case Input.Month month ->
          Stream.of(
                  month.earliest().map(bound -> month(bound, scene)),
                  month.notBefore().flatMap(scene.visit()::entry).map(Visit.Entry::value))
              .flatMap(Optional::stream)
              .max(Comparator.naturalOrder());
      default -> Optional.empty();
    };
  }

  /** The last day or month that may be picked. */
  private static Optional<String> last(Input input, Scene scene) {
    return switch (input) {
      case Input.Date date ->
          date.latest().map(bound -> bound.from(scene.facilities().today()).toString());
      case Input.Month month -> month.latest().map(bound -> month(bound, scene));
      default -> Optional.empty();
    };
  }

  private static String month(Input.DayBound bound, Scene scene) {
    return YearMonth.from(bound.from(scene.facilities().today())).toString();
  }

  /** The first day that can be right: not before the bound, and after the day it must follow. */
  private static Optional<LocalDate> earliest(Input.Date date, Scene scene) {
    Optional<LocalDate> bound = date.earliest().map(b -> b.from(scene.facilities().today()));
    Optional<LocalDate> following =
        date.after()
            .flatMap(scene.visit()::entry)
            .map(Visit.Entry::value)
            .filter(day -> !day.isEmpty())
            .map(day -> LocalDate.parse(day).plusDays(1));
    return Stream.of(bound, following).flatMap(Optional::stream).max(Comparator.naturalOrder());
  }

  private static InputKind kind(Input input) {
    return switch (input) {
      case Input.Choice _, Input.FilingOnRecord _ -> InputKind.CHOICE;
      case Input.Place _ -> InputKind.PLACE;
      case Input.Date _ -> InputKind.DATE;
      case Input.Month _ -> InputKind.MONTH;
      case Input.Phone _ -> InputKind.PHONE;
      case Input.Text _, Input.Name _ -> InputKind.TEXT;
      case Input.CitizenNumber _ -> InputKind.ID_NUMBER;
      case Input.Digits _, Input.BankAccount _, Input.Count _ -> InputKind.DIGITS;
      case Input.Money _ -> InputKind.MONEY;
    };
  }

  private static List<Step.Question.Option> options(Input input) {
    return input instanceof Input.Choice choice
        ? choice.options().stream()
            .map(o -> new Step.Question.Option(o.value(), o.label(), o.hint()))
            .toList()
        : List.of();
  }

  /** Fewer characters than this are not worth sending. */
  private static Optional<Integer> least(Input input) {
    return switch (input) {
      case Input.Text text -> Optional.of(text.minLength());
      case Input.Digits digits -> Optional.of(digits.minLength());
      case Input.Name _ -> Optional.of(1);
      case Input.Choice _,
          Input.Place _,
          Input.Date _,
          Input.Month _,
          Input.Phone _,
          Input.CitizenNumber _,
          Input.BankAccount _,
          Input.Money _,
          Input.FilingOnRecord _,
          Input.Count _ ->
          Optional.empty();
    };
  }

  /** More characters than this cannot be typed. */
  private static Optional<Integer> most(Input input) {
    return switch (input) {
      case Input.Text text -> Optional.of(text.maxLength());
      case Input.Digits digits -> Optional.of(digits.maxLength());
      case Input.Name _ -> Optional.of(NAME_CHARACTERS);
      case Input.CitizenNumber _ -> Optional.of(CITIZEN_NUMBER);
      case Input.BankAccount _ -> Optional.of(ACCOUNT_DIGITS);
      case Input.Money _ -> Optional.of(MONEY_CHARACTERS);
      case Input.Count _ -> Optional.of(COUNT_DIGITS);
      case Input.Choice _,
          Input.Place _,
          Input.Date _,
          Input.Month _,
          Input.Phone _,
          Input.FilingOnRecord _ ->
          Optional.empty();
    };
  }
}
