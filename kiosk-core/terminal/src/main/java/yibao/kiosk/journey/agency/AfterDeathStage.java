package yibao.kiosk.journey.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Visit;

/** Nothing a dead person did can lie after their death: the question is put again. */
public final class AfterDeathStage extends ObjectionStage {

  private final Sheet sheet;

  public AfterDeathStage(Sheet sheet) {
    super(List.of(new Choice("change", "去修改", true)));
    this.sheet = sheet;
  }

  @Override
  public boolean applies(Visit visit) {
    return wrong(visit).isPresent();
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
  Notice why(Scene scene) {
    return new Notice(
        "agent.after-death",
        scene
            .facilities()
            .sentences()
            .say(
                "agent.after-death",
                Map.of("field", wrong(scene.visit()).map(Field::title).orElse(""))),
        Notice.Tone.WARNING);
  }

  @Override
  void chosen(Scene scene, String choice) {
    wrong(scene.visit()).map(Field::name).ifPresentOrElse(scene::revise, scene::next);
  }
}
