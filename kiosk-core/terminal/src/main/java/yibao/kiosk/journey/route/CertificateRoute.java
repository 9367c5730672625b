package yibao.kiosk.journey.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.asking.CertificateStage;
import yibao.kiosk.journey.ending.PaperStage;
import yibao.kiosk.journey.ending.Slips;
import yibao.kiosk.journey.form.FieldStage;
import yibao.kiosk.journey.identify.AssuranceStage;
import yibao.kiosk.journey.identify.FindPersonStage;
import yibao.kiosk.journey.identify.IdentifyStage;
import yibao.kiosk.journey.identify.InsuranceStage;
import yibao.kiosk.journey.identify.TakeCardStage;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.query.Certificate;
import yibao.kiosk.query.Certificates;

/** Certificates 凭证/证明: whose, of which insurance, since when; then the sealed paper. */
record CertificateRoute(Task.Certificate task) implements Route {

  @Override
  public boolean isOpen(Branch branch, Facts known, Site site) {
    return branch.credential().isRequired()
        && task.form().stream().allMatch(id -> site.form(id).isPresent())
        && Certificates.named(task.certificate()).isPresent();
  }

  @Override
  public List<Stage> stages(Branch branch, Facts known, Site site) {
    Certificate certificate = Certificates.named(task.certificate()).orElseThrow();
    List<Stage> stages =
        new ArrayList<>(List.of(new IdentifyStage(), new FindPersonStage(), new AssuranceStage()));
    stages.add(InsuranceStage.certified(certificate.of()));
    task.form()
        .flatMap(site::form)
        .map(form -> new Sheet(form, Map.of()))
        .ifPresent(
            sheet ->
                sheet.form().fields().forEach(field -> stages.add(new FieldStage(field, sheet))));
    stages.add(new CertificateStage(certificate));
    stages.add(new TakeCardStage());
    stages.add(
        new PaperStage(
            scene -> {
              Certificate.Contents contents = scene.visit().certified().orElseThrow();
              return Slips.document(scene, contents.template(), contents.fields());
            }));
    return stages;
  }
}
