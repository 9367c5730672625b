package yibao.kiosk.journey.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.ending.FurtherPapers;
import yibao.kiosk.journey.ending.PaperStage;
import yibao.kiosk.journey.ending.ResultStage;
import yibao.kiosk.journey.ending.Slips;
import yibao.kiosk.journey.form.CommitmentStage;
import yibao.kiosk.journey.form.FormStages;
import yibao.kiosk.journey.form.Obligations;
import yibao.kiosk.journey.form.ReviewStage;
import yibao.kiosk.journey.form.SignStage;
import yibao.kiosk.journey.identify.AssuranceStage;
import yibao.kiosk.journey.identify.IdentifyStage;
import yibao.kiosk.journey.identify.TakeCardStage;
import yibao.kiosk.journey.staff.WitnessStage;
import yibao.kiosk.journey.submit.SubmitStage;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Stage;

/** Filings 办件: a form, a promise where one stands in for papers, review, 提交, result, receipt. */
record FilingRoute(Task.Filing task) implements Route {

  @Override
  public boolean isOpen(Branch branch, Facts known, Site site) {
    return branch.credential().isRequired()
        && site.form(task.form()).isPresent()
        && Obligations.promises(branch.materials(), known)
            .filter(ids -> ids.size() <= 1)
            .filter(site.region().commitments().keySet()::containsAll)
            .isPresent();
  }

  @Override
  public List<Stage> stages(Branch branch, Facts known, Site site) {
    Sheet sheet = FormStages.sheet(task, known, site);
    List<Stage> stages =
        new ArrayList<>(
            List.of(new IdentifyStage(), FormStages.findPerson(sheet), new AssuranceStage()));
    stages.addAll(FormStages.of(sheet, site.pool(), List.of()));
    promise(branch, known, site)
        .ifPresent(
            commitment -> {
              stages.add(new CommitmentStage(commitment));
              stages.add(new SignStage(commitment.title()));
              stages.addAll(WitnessStage.ofSignature(site.region()));
            });
    stages.add(new ReviewStage(sheet));
    stages.add(new SubmitStage(task, sheet));
    stages.add(new ResultStage(sheet, new Together(sheet)));
    stages.add(new TakeCardStage());
    stages.add(
        new PaperStage(
            scene -> Slips.result(scene, sheet), scene -> FurtherPapers.of(scene, sheet)));
    return stages;
  }

  /** The 承诺书 that goes with it, or stands in for its papers. */
  Optional<Commitment> promise(Branch branch, Facts known, Site site) {
    Set<String> standIns = Obligations.promises(branch.materials(), known).orElse(Set.of());
    return task.commitment()
        .or(() -> standIns.stream().findFirst())
        .map(id -> site.region().commitments().get(id));
  }
}
