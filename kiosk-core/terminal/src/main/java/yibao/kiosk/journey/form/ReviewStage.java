package yibao.kiosk.journey.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.view.Group;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Chips;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/** The citizen checks what was entered, changes single answers, and hands in. */
public final class ReviewStage implements Stage {

  private final Sheet sheet;
  private final Function<Scene, List<Group>> more;
  private final Function<Visit, Optional<String>> objection;
  private Optional<Notice> refused = Optional.empty();

  public ReviewStage(Sheet sheet) {
    this(sheet, _ -> List.of());
  }

  /**
   * The review of more than a form.
   *
   * @param more what else was handed in
   */
  public ReviewStage(Sheet sheet, Function<Scene, List<Group>> more) {
    this(sheet, more, _ -> Optional.empty());
  }

  /**
   * The review of what may not be worth handing in.
   *
   * @param more what else was handed in
   * @param objection code of the sentence that says why it is not handed in
   */
  public ReviewStage(
      Sheet sheet, Function<Scene, List<Group>> more, Function<Visit, Optional<String>> objection) {
    this.sheet = sheet;
    this.more = more;
    this.objection = objection;
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
  }

  @Override
  public Step show(Scene scene) {
    Visit visit = scene.visit();
    List<Row> about = new ArrayList<>();
    about.add(Row.of("办理事项", visit.title()));
    Chips.person(visit).ifPresent(chip -> about.add(Row.of("办理人", chip.name())));
    visit
        .policy()
        .ifPresent(
            insurance -> {
              about.add(Row.of("险种", insurance.kind().label()));
              about.add(Row.of("参保地", insurance.placeName()));
            });
    List<Group> groups = new ArrayList<>();
    groups.add(new Group("办理信息", about));
    List<Row> filledIn = FilledRows.onScreen(sheet, visit);
    if (!filledIn.isEmpty()) {
      groups.add(new Group("您填写的内容", filledIn));
    }
    groups.addAll(more.apply(scene));
    return new Step.Review(groups, refused);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (answer.has("change")) {
      String field = Answers.text(answer, "change");
      if (sheet.form().field(field).isEmpty()) {
        throw new Misread("change", "a field of the form");
      }
      scene.revise(field);
    } else if (Answers.flag(answer, "submit")) {
      refused =
          objection
              .apply(scene.visit())
              .map(
                  code ->
                      new Notice(
                          code, scene.facilities().sentences().say(code), Notice.Tone.WARNING));
      if (refused.isPresent()) {
        scene.refresh();
      } else {
        scene.next();
      }
    } else {
      throw new Misread("submit", "true");
    }
  }
}
