package yibao.kiosk.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Checklist;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.form.Form;

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

  @Override
  public List<Stage> stages(Branch branch, Facts known, Site site) {
    Form form = site.form(task.form()).orElseThrow();
    List<Stage> stages =
        new ArrayList<>(
            List.of(new IdentifyStage(), new FindPersonStage(), InsuranceStage.active()));
    stages.add(new DraftStage(form));
    Checklist.facts(branch.materials()).stream()
        .map(name -> site.region().facts().get(name))
        .filter(fact -> fact.source() == Fact.Source.CITIZEN)
        .forEach(fact -> stages.add(new ConditionStage(fact)));
    form.fields().forEach(field -> stages.add(new FieldStage(field)));
    stages.add(new MaterialsStage());
    texts(branch, site)
        .forEach(
            text ->
                stages.add(
                    new CommitmentStage(text, visit -> promised(visit, site).contains(text.id()))));
    stages.add(
        new SignStage(
            visit -> String.join("》《", titles(form, promised(visit, site), site).toList())));
    stages.add(new ReviewStage(form, HandInWords::groups));
    stages.add(new SubmitStage(task, new PapersEnclosed()));
    stages.add(new ResultStage());
    stages.add(new PaperStage(scene -> Slips.result(scene, form)));
    return stages;
  }

  private List<Commitment> texts(Branch branch, Site site) {
    return Stream.concat(task.commitment().stream(), Checklist.texts(branch.materials()).stream())
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
