package yibao.kiosk.journey.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Checklist;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Principal;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.agency.AfterDeathStage;
import yibao.kiosk.journey.agency.AuthorityStage;
import yibao.kiosk.journey.agency.HeirStage;
import yibao.kiosk.journey.agency.PrincipalFieldStage;
import yibao.kiosk.journey.ending.FurtherPapers;
import yibao.kiosk.journey.ending.PaperStage;
import yibao.kiosk.journey.ending.ResultStage;
import yibao.kiosk.journey.ending.Slips;
import yibao.kiosk.journey.form.CommitmentStage;
import yibao.kiosk.journey.form.ConditionStage;
import yibao.kiosk.journey.form.FieldStage;
import yibao.kiosk.journey.form.FormStages;
import yibao.kiosk.journey.form.ReviewStage;
import yibao.kiosk.journey.form.SignStage;
import yibao.kiosk.journey.handin.DraftStage;
import yibao.kiosk.journey.handin.HandInList;
import yibao.kiosk.journey.handin.HandInWords;
import yibao.kiosk.journey.handin.MaterialsStage;
import yibao.kiosk.journey.handin.PapersEnclosed;
import yibao.kiosk.journey.identify.AssuranceStage;
import yibao.kiosk.journey.identify.IdentifyStage;
import yibao.kiosk.journey.identify.TakeCardStage;
import yibao.kiosk.journey.staff.WitnessStage;
import yibao.kiosk.journey.submit.SubmitStage;
import yibao.kiosk.journey.visit.Revisable;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/**
 * Filings with papers: a form, the papers page by page, what is promised in their place, signature,
 * review, 提交, result, receipt.
 */
record HandInRoute(Task.Filing task) implements Route {

  @Override
  public boolean isOpen(Branch branch, Facts known, Site site) {
    return site.form(task.form()).isPresent()
        && Checklist.of(branch.materials(), known)
            .possibleWith(site.region().commitments().keySet());
  }

  /** Whether something must be laid under the document camera, whatever is promised. */
  static boolean takesPapers(Branch branch, Facts known) {
    return Checklist.of(branch.materials(), known).requirements().stream()
        .anyMatch(
            requirement -> requirement.ways().stream().noneMatch(Checklist.Way::promisesOnly));
  }

  @Override
  public List<Stage> stages(Branch branch, Facts known, Site site) {
    Sheet sheet = FormStages.sheet(task, known, site);
    List<Stage> first = new ArrayList<>(List.of(new DraftStage(sheet)));
    List<Fact> asked = asked(branch, known, site);
    asked.forEach(fact -> first.add(new ConditionStage(fact)));
    List<Stage> stages =
        new ArrayList<>(
            List.of(new IdentifyStage(), FormStages.findPerson(sheet), new AssuranceStage()));
    stages.addAll(FormStages.of(sheet, site.pool(), first));
    stages.removeIf(stage -> stage instanceof FieldStage field && isAsked(field, asked));
    if (Routes.takesAgents(branch)) {
      site.region().principals().stream()
          .filter(Principal::dead)
          .forEach(dead -> minding(dead, stages, known));
    }
    stages.add(new AfterDeathStage(sheet));
    stages.add(new MaterialsStage());
    stages.addAll(WitnessStage.ofPapers(site.region()));
    stages.add(new PrincipalFieldStage(PrincipalFieldStage.AUTHORITY_UNTIL, _ -> true));
    texts(branch, site)
        .forEach(
            text ->
                stages.add(
                    new CommitmentStage(text, visit -> promised(visit, site).contains(text.id()))));
    stages.add(new AuthorityStage());
    stages.add(
        new SignStage(
            visit ->
                String.join("》《", titles(sheet.form(), promised(visit, site), site).toList())));
    stages.addAll(WitnessStage.ofSignature(site.region()));
    stages.add(new ReviewStage(sheet, HandInWords::groups));
    stages.add(new SubmitStage(task, sheet, new PapersEnclosed()));
    stages.add(new ResultStage(sheet, new Together(sheet)));
    stages.add(new TakeCardStage());
    stages.add(
        new PaperStage(
            scene -> Slips.result(scene, sheet), scene -> FurtherPapers.of(scene, sheet)));
    return stages;
  }

  /** Behind every question whose answer may say that the person has died. */
  private static void minding(Principal dead, List<Stage> stages, Facts known) {
    for (int i = stages.size() - 1; i >= 0; i--) {
      if (stages.get(i) instanceof Revisable question
          && dead.settles().containsKey(question.field())) {
        stages.add(
            i + 1,
            new HeirStage(
                question.field(),
                dead,
                (here, scene) -> scene.follow(Routes.forAnother(here, known, scene))));
      }
    }
  }

  /** What decides which papers are needed and is not known yet. */
  private static List<Fact> asked(Branch branch, Facts known, Site site) {
    return Checklist.facts(branch.materials()).stream()
        .filter(name -> known.value(name).isEmpty())
        .map(name -> site.region().facts().get(name))
        .filter(fact -> fact.source() == Fact.Source.CITIZEN)
        .toList();
  }

  /** A question of the form that the papers ask already. */
  private static boolean isAsked(FieldStage field, List<Fact> asked) {
    return asked.stream().anyMatch(fact -> fact.name().equals(field.field()));
  }

  private List<Commitment> texts(Branch branch, Site site) {
    return Stream.of(
            task.commitment().stream(),
            Checklist.texts(branch.materials()).stream(),
            Stream.of(HandInList.AUTHORISATION))
        .flatMap(ids -> ids)
        .distinct()
        .flatMap(id -> Optional.ofNullable(site.region().commitments().get(id)).stream())
        .toList();
  }

  private List<String> promised(Visit visit, Site site) {
    return Stream.concat(task.commitment().stream(), HandInList.of(visit, site).promises().stream())
        .distinct()
        .toList();
  }

  private static Stream<String> titles(Form form, List<String> promised, Site site) {
    return Stream.concat(
        Stream.of(form.title()),
        promised.stream()
            .flatMap(id -> Optional.ofNullable(site.region().commitments().get(id)).stream())
            .map(Commitment::title));
  }
}
