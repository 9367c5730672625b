package yibao.kiosk.journey.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.ending.Alongside;
import yibao.kiosk.journey.ending.ResultStage;
import yibao.kiosk.journey.ending.Slips;
import yibao.kiosk.journey.form.ReviewStage;
import yibao.kiosk.journey.handin.DraftStage;
import yibao.kiosk.journey.handin.HandInWords;
import yibao.kiosk.journey.handin.MaterialsStage;
import yibao.kiosk.journey.handin.SupplementEnclosed;
import yibao.kiosk.journey.submit.SubmitStage;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Slip;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.FilingOnRecord;

/**
 * Papers that a filing on record lacks 补正, brought to whichever terminal: from where its owner
 * looks it up, page by page, to a receipt with the same number and the new day.
 */
final class SupplementRoute {

  private static final Sheet NO_QUESTIONS =
      new Sheet(new Form("supplement", "补交材料", List.of()), Map.of());

  private static final Task.Filing TASK =
      new Task.Filing("supplement", NO_QUESTIONS.form().id(), Map.of(), Optional.empty());

  private SupplementRoute() {}

  /** Stages for a visit that has a filing to complete; none of them applies to others. */
  static List<Stage> stages() {
    return Stream.<Stage>of(
            new DraftStage(
                NO_QUESTIONS,
                (visit, saved) ->
                    visit
                        .supplement()
                        .map(FilingOnRecord::number)
                        .equals(Optional.ofNullable(saved.values().get(Visit.EARLIER)))),
            new MaterialsStage(),
            new ReviewStage(NO_QUESTIONS, HandInWords::groups),
            new SubmitStage(TASK, NO_QUESTIONS, new SupplementEnclosed()),
            new ResultStage(NO_QUESTIONS, Alongside.NOTHING))
        .<Stage>map(stage -> new Only(visit -> visit.supplement().isPresent(), stage))
        .toList();
  }

  /** The receipt for it. */
  static Slip receipt(Scene scene) {
    return Slips.result(scene, NO_QUESTIONS);
  }
}
