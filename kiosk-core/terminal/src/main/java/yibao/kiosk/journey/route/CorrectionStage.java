package yibao.kiosk.journey.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.catalog.Assurance;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.ending.Alongside;
import yibao.kiosk.journey.ending.FurtherPapers;
import yibao.kiosk.journey.ending.PaperStage;
import yibao.kiosk.journey.ending.RateStage;
import yibao.kiosk.journey.ending.ResultStage;
import yibao.kiosk.journey.ending.Slips;
import yibao.kiosk.journey.form.CommitmentStage;
import yibao.kiosk.journey.form.FormStages;
import yibao.kiosk.journey.form.ReviewStage;
import yibao.kiosk.journey.form.SignStage;
import yibao.kiosk.journey.identify.AssuranceStage;
import yibao.kiosk.journey.identify.TakeCardStage;
import yibao.kiosk.journey.staff.WitnessStage;
import yibao.kiosk.journey.submit.SubmitStage;
import yibao.kiosk.journey.view.Group;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.FilingOnRecord;

/**
 * Where a filing on record is to be put right 更正: its own form, filled in as it was filed, then the
 * check of answers, promise, signature and 提交 as when it was filed. Nothing is shown here.
 */
final class CorrectionStage implements Stage {

  private final Assurance least;
  private final List<Stage> before;

  /**
   * Puts a filing right.
   *
   * @param least how sure it must be who stands there, whatever the item wants
   * @param before the stages on which it was found
   */
  CorrectionStage(Assurance least, List<Stage> before) {
    this.least = least;
    this.before = List.copyOf(before);
  }

  @Override
  public boolean applies(Visit visit) {
    return visit.correction().isPresent();
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return Pace.WORKING;
  }

  @Override
  public void enter(Scene scene) {
    Site site = scene.facilities().site();
    FilingOnRecord filing = scene.visit().correction().orElseThrow();
    Correctable found = Correctable.of(filing, site).orElseThrow();
    Form open = found.open();
    Map<String, Visit.Entry> filed = found.filed(open, scene.facilities().places());
    scene.visit().beginWith(open, filed);
    List<Stage> plan = new ArrayList<>(before);
    plan.add(this);
    plan.addAll(onward(found, new Sheet(open, Map.of()), filed, site));
    scene.follow(plan);
  }

  private List<Stage> onward(
      Correctable found, Sheet sheet, Map<String, Visit.Entry> filed, Site site) {
    List<Stage> stages = new ArrayList<>();
    Assurance wanted = found.branch().assurance();
    stages.add(new AssuranceStage(_ -> Optional.of(wanted.reaches(least) ? wanted : least)));
    stages.addAll(FormStages.questions(sheet));
    stages.add(
        new ReviewStage(
            sheet,
            scene -> List.of(about(found.filing(), scene)),
            visit ->
                sheet.form().fields().stream()
                        .allMatch(
                            field ->
                                visit
                                    .entry(field.name())
                                    .map(Visit.Entry::value)
                                    .equals(Optional.of(filed.get(field.name()).value())))
                    ? Optional.of("correction.unchanged")
                    : Optional.empty()));
    signed(found, site, stages);
    Task.Filing task =
        new Task.Filing(
            found.correction().filing(),
            sheet.form().id(),
            Map.of(Visit.EARLIER, found.filing().number()),
            Optional.empty());
    stages.add(new SubmitStage(task, sheet));
    stages.add(new ResultStage(sheet, Alongside.NOTHING));
    stages.add(new TakeCardStage());
    stages.add(
        new PaperStage(
            scene -> Slips.result(scene, sheet), scene -> FurtherPapers.of(scene, sheet)));
    stages.add(new RateStage());
    return stages;
  }

  /** The promise and the signature that the filing itself was made with. */
  private static void signed(Correctable found, Site site, List<Stage> stages) {
    Optional<Commitment> promise =
        found.branch().ending() == Ending.INSTANT_FILING
            ? new FilingRoute(found.task()).promise(found.branch(), Facts.of(site.pool()), site)
            : found.task().commitment().map(id -> site.region().commitments().get(id));
    promise.ifPresent(text -> stages.add(new CommitmentStage(text)));
    if (promise.isPresent() || found.branch().ending() != Ending.INSTANT_FILING) {
      stages.add(new SignStage(promise.map(Commitment::title).orElse(found.form().title())));
      stages.addAll(WitnessStage.ofSignature(site.region()));
    }
  }

  private static Group about(FilingOnRecord filing, Scene scene) {
    return new Group(
        scene.facilities().sentences().say("correction.filing"),
        List.of(Row.of("受理号", filing.number()), Row.of("办到哪一步", filing.state().label())));
  }

  @Override
  public Step show(Scene scene) {
    throw new IllegalStateException("the way has gone on");
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    throw new Misread("step", "nothing, the way has gone on");
  }
}
