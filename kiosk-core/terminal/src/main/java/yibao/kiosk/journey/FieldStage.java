package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import yibao.kiosk.form.Checked;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.FormRules;
import yibao.kiosk.form.Input;
import yibao.kiosk.identity.Masking;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Question.InputKind;
import yibao.kiosk.record.Insurance;

/** One question of a form. */
final class FieldStage implements Revisable {

  private final Field field;
  private Optional<String> refused = Optional.empty();
  private Optional<String> error = Optional.empty();

  FieldStage(Field field) {
    this.field = field;
  }

  @Override
  public String field() {
    return field.name();
  }

  @Override
  public boolean counted() {
    return true;
  }

  @Override
  public Pace pace() {
    return Pace.FILLING;
  }

  @Override
  public void enter(Scene scene) {
    refused = Optional.empty();
    error = Optional.empty();
  }

  @Override
  public Step show(Scene scene) {
    Optional<String> value =
        refused
            .or(() -> scene.visit().entry(field.name()).map(Visit.Entry::value))
            .or(() -> prefill(scene));
    Input input = field.input();
    return new Step.Question(
        field.name(),
        field.label(),
        field.hint(),
        kind(input),
        field.required(),
        value.filter(v -> !v.isEmpty()).map(v -> shown(scene, v)),
        value.flatMap(
            v ->
                input instanceof Input.Place
                    ? scene.facilities().places().fullName(v)
                    : Optional.empty()),
        options(input),
        length(input, Input.Text::minLength, Input.Digits::minLength),
        length(input, Input.Text::maxLength, Input.Digits::maxLength),
        input instanceof Input.Date date
            ? date.earliest().map(b -> b.from(scene.facilities().today()).toString())
            : Optional.empty(),
        input instanceof Input.Date date
            ? date.latest().map(b -> b.from(scene.facilities().today()).toString())
            : Optional.empty(),
        input instanceof Input.Place place
            ? Optional.of(Step.Question.PlaceLevel.valueOf(place.level().name()))
            : Optional.empty(),
        field.emptyMeans(),
        error);
  }

  /** A telephone number that is known already is shown masked; answering with the mask keeps it. */
  private String shown(Scene scene, String value) {
    return known(scene).filter(value::equals).map(Masking::phone).orElse(value);
  }

  private Optional<String> known(Scene scene) {
    return field.input() instanceof Input.Phone
        ? scene.visit().entry(field.name()).map(Visit.Entry::value).or(() -> prefill(scene))
        : Optional.empty();
  }

  private static InputKind kind(Input input) {
    return switch (input) {
      case Input.Choice _ -> InputKind.CHOICE;
      case Input.Place _ -> InputKind.PLACE;
      case Input.Date _ -> InputKind.DATE;
      case Input.Phone _ -> InputKind.PHONE;
      case Input.Digits _ -> InputKind.DIGITS;
      case Input.Text _ -> InputKind.TEXT;
    };
  }

  private static Optional<Integer> length(
      Input input, Function<Input.Text, Integer> text, Function<Input.Digits, Integer> digits) {
    return switch (input) {
      case Input.Text it -> Optional.of(text.apply(it));
      case Input.Digits it -> Optional.of(digits.apply(it));
      case Input.Choice _, Input.Place _, Input.Date _, Input.Phone _ -> Optional.empty();
    };
  }

  private static List<Step.Question.Option> options(Input input) {
    return input instanceof Input.Choice choice
        ? choice.options().stream()
            .map(o -> new Step.Question.Option(o.value(), o.label(), o.hint()))
            .toList()
        : List.of();
  }

  private Optional<String> prefill(Scene scene) {
    Visit visit = scene.visit();
    return switch (field.prefill()) {
      case NONE -> Optional.empty();
      case TODAY -> Optional.of(scene.facilities().today().toString());
      case PERSON_PHONE -> visit.person().flatMap(p -> p.phone());
      case PERSON_ADDRESS -> visit.person().flatMap(p -> p.address());
    };
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    String given = Answers.text(answer, "value");
    String value = known(scene).filter(k -> Masking.phone(k).equals(given)).orElse(given);
    FormRules.Situation situation =
        new FormRules.Situation(
            scene.facilities().today(),
            scene
                .visit()
                .insurance()
                .map(Insurance::place)
                .orElseGet(() -> scene.facilities().site().pool().admdvs()),
            scene.visit().values());
    switch (scene.facilities().rules().check(field, value, situation)) {
      case Checked.Fine(String stored, String label) -> {
        scene.visit().enter(field.name(), new Visit.Entry(stored, label));
        scene.next();
      }
      case Checked.Wrong(String code, var params) -> {
        refused = Optional.of(value);
        error = Optional.of(scene.facilities().sentences().say(code, params));
        scene.refresh();
      }
    }
  }
}
