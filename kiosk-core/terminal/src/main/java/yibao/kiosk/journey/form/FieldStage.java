package yibao.kiosk.journey.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.form.Checked;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Revisable;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Visit;

/** One question of a form. */
public final class FieldStage implements Revisable {

  private final Field field;
  private final Sheet sheet;
  private final DaysHeld days;
  private Optional<String> refused = Optional.empty();
  private Optional<String> error = Optional.empty();
  private Optional<String> doubted = Optional.empty();

  /** A bank account written once; it stands when it is written the same again. */
  private Optional<Checked.Fine> once = Optional.empty();

  public FieldStage(Field field, Sheet sheet) {
    this(field, sheet, new DaysHeld(sheet));
  }

  /**
   * A question whose answer may be a day.
   *
   * @param days the days it must leave alone
   */
  FieldStage(Field field, Sheet sheet, DaysHeld days) {
    this.field = field;
    this.sheet = sheet;
    this.days = days;
  }

  @Override
  public String field() {
    return field.name();
  }

  @Override
  public boolean applies(Visit visit) {
    return sheet.asks(field, visit.values());
  }

  @Override
  public boolean answered(Visit visit) {
    return visit.entry(field.name()).isPresent();
  }

  @Override
  public boolean settled(Visit visit) {
    return visit.isCarriedOver(field.name(), field.input());
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
    doubted = Optional.empty();
    once = Optional.empty();
  }

  @Override
  public Step show(Scene scene) {
    if (once.isPresent()) {
      Sentences sentences = scene.facilities().sentences();
      return Questions.of(field, Optional.empty(), scene)
          .again(sentences.say("form.bank-again"), sentences.say("form.bank-again-hint"));
    }
    return Questions.of(field, refused.or(() -> known(scene).map(this::shown)), scene)
        .hinted(hint(scene))
        .with(error, warning(scene));
  }

  /** What stands on record is told with the question it will be replaced by. */
  private Optional<String> hint(Scene scene) {
    return Known.replaced(field, scene)
        .map(this::shown)
        .map(
            before ->
                scene.facilities().sentences().say("form.on-record", Map.of("value", before))
                    + field.hint().orElse(""))
        .or(field::hint);
  }

  private Optional<String> warning(Scene scene) {
    return doubted.flatMap(
        value ->
            check(scene, value) instanceof Checked.Doubtful(_, String code)
                ? Optional.of(scene.facilities().sentences().say(code))
                : Optional.empty());
  }

  /** What was answered before, else what is known without asking. */
  private Optional<String> known(Scene scene) {
    return scene
        .visit()
        .entry(field.name())
        .map(Visit.Entry::value)
        .or(() -> Known.prefill(field, scene));
  }

  private String shown(String value) {
    return Shown.masked(field.input(), value);
  }

  /** A number that is known already is shown masked; answering with the mask keeps it. */
  private String unmasked(Scene scene, String given) {
    return Shown.isMasked(field.input())
        ? known(scene).filter(value -> shown(value).equals(given)).orElse(given)
        : given;
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (once.isPresent()) {
      repeated(scene, once.get(), Answers.text(answer, "value"));
      return;
    }
    String value = unmasked(scene, Answers.text(answer, "value"));
    switch (check(scene, value)) {
      case Checked.Fine fine -> take(scene, fine);
      case Checked.Doubtful(Checked.Fine fine, _) -> {
        if (doubted.filter(fine.value()::equals).isPresent()) {
          take(scene, fine);
        } else {
          doubted = Optional.of(fine.value());
          refused = Optional.of(value);
          error = Optional.empty();
          scene.refresh();
        }
      }
      case Checked.Wrong(String code, var params) -> {
        doubted = Optional.empty();
        refused = Optional.of(value);
        error = Optional.of(scene.facilities().sentences().say(code, params));
        scene.refresh();
      }
    }
  }

  private Checked check(Scene scene, String value) {
    return check(scene, field, value);
  }

  private Checked check(Scene scene, Field asked, String value) {
    Checked checked =
        scene.facilities().rules().check(asked, value, Known.situation(asked, sheet, scene));
    return checked instanceof Checked.Fine fine ? days.check(asked, fine, scene.visit()) : checked;
  }

  private void repeated(Scene scene, Checked.Fine first, String value) {
    once = Optional.empty();
    boolean same =
        switch (check(scene, value)) {
          case Checked.Fine fine -> fine.equals(first);
          case Checked.Doubtful(Checked.Fine fine, _) -> fine.equals(first);
          case Checked.Wrong _ -> false;
        };
    if (same) {
      keep(scene, first);
    } else {
      doubted = Optional.empty();
      refused = Optional.of("");
      error = Optional.of(scene.facilities().sentences().say("form.bank-differs"));
      scene.refresh();
    }
  }

  private void take(Scene scene, Checked.Fine fine) {
    boolean written =
        field.input() instanceof Input.BankAccount
            && known(scene).filter(fine.value()::equals).isEmpty();
    if (written) {
      once = Optional.of(fine);
      error = Optional.empty();
      scene.refresh();
    } else {
      keep(scene, fine);
    }
  }

  private void keep(Scene scene, Checked.Fine fine) {
    scene
        .visit()
        .enter(
            field.name(),
            new Visit.Entry(fine.value(), fine.label(), Known.replaced(field, scene)));
    sheet.form().comparedWith(field.name()).forEach(later -> recheck(scene, later));
    scene.next();
  }

  /** A later answer that no longer stands beside this one is asked for again. */
  private void recheck(Scene scene, Field later) {
    boolean stands =
        scene
            .visit()
            .entry(later.name())
            .filter(entry -> check(scene, later, entry.value()) instanceof Checked.Wrong)
            .isEmpty();
    if (!stands) {
      scene.visit().drop(later.name());
    }
  }
}
