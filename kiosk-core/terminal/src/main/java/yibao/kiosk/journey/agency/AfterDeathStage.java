package yibao.kiosk.journey.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/** Nothing a dead person did can lie after their death: the question is put again. */
public final class AfterDeathStage implements Stage {

  private static final List<Choice> CHANGE = List.of(new Choice("change", "去修改", true));

  private final Sheet sheet;

  public AfterDeathStage(Sheet sheet) {
    this.sheet = sheet;
  }

  @Override
  public boolean applies(Visit visit) {
    return wrong(visit).isPresent();
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return Pace.READING;
  }

  /** The corrected question leads back here. */
  @Override
  public void enter(Scene scene) {
    if (wrong(scene.visit()).isEmpty()) {
      scene.next();
    }
  }

  private Optional<Field> wrong(Visit visit) {
    Optional<LocalDate> died = visit.agency().flatMap(Agency::diedOn);
    Map<String, String> values = sheet.values(visit.values());
    return sheet.form().fields().stream()
        .filter(field -> field.input() instanceof Input.Date)
        .filter(field -> values.containsKey(field.name()))
        .filter(
            field ->
                died.filter(day -> LocalDate.parse(values.get(field.name())).isAfter(day))
                    .isPresent())
        .findFirst();
  }

  @Override
  public Step show(Scene scene) {
    return new Step.Eligibility(
        new Notice(
            "agent.after-death",
            scene
                .facilities()
                .sentences()
                .say(
                    "agent.after-death",
                    Map.of("field", wrong(scene.visit()).map(Field::title).orElse(""))),
            Notice.Tone.WARNING),
        List.of(),
        CHANGE);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    Answers.choice(answer, CHANGE);
    wrong(scene.visit()).map(Field::name).ifPresentOrElse(scene::revise, scene::next);
  }
}
