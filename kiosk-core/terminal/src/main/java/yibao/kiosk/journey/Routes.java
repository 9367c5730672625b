package yibao.kiosk.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Reading;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.form.Form;

/** Which stages an item goes through: the one place where a region's reading becomes a way. */
final class Routes {

  private Routes() {}

  /**
   * The plan for an item.
   *
   * @param home where 返回 from its first stage leads
   */
  static List<Stage> of(Stage home, ServiceItem item, Scene scene) {
    return of(home, item, Facts.of(scene.facilities().site().pool()), scene);
  }

  /** The plan for an item of which this much is known already. */
  static List<Stage> of(Stage home, ServiceItem item, Facts known, Scene scene) {
    Site site = scene.facilities().site();
    return switch (item.reading().choose(known)) {
      case Reading.Choice.Ask(List<String> facts) ->
          List.of(
              home, new FactStage(home, item, known, site.region().facts().get(facts.getFirst())));
      case Reading.Choice.Chosen(Branch branch) -> {
        scene.visit().choose(item, branch);
        yield along(home, branch, known, site);
      }
    };
  }

  private static List<Stage> along(Stage home, Branch branch, Facts known, Site site) {
    List<Stage> plan =
        new ArrayList<>(List.of(home, new BriefStage(canDo(branch, known, site), known)));
    if (!canDo(branch, known, site)) {
      return plan;
    }
    plan.add(new IdentifyStage());
    plan.add(new FindPersonStage());
    switch (branch.task()) {
      case Task.Query _ -> {
        plan.add(new QueryStage());
        plan.add(new PaperStage(Slips::query));
      }
      case Task.Filing filing -> {
        Form form = site.form(filing.form()).orElseThrow();
        plan.add(new InsuranceStage());
        form.fields().forEach(field -> plan.add(new FieldStage(field)));
        promise(filing, branch, known, site)
            .ifPresent(
                commitment -> {
                  plan.add(new CommitmentStage(commitment));
                  plan.add(new SignStage(commitment.title()));
                });
        plan.add(new ReviewStage(form));
        plan.add(new SubmitStage(filing));
        plan.add(new ResultStage());
        plan.add(new PaperStage(scene -> Slips.result(scene, form)));
      }
      case Task.Certificate _, Task.Voucher _, Task.None _ ->
          throw new IllegalStateException("not carried out here: " + branch.id());
    }
    return plan;
  }

  /** Whether this terminal carries the branch out by itself, with what it has today. */
  static boolean canDo(Branch branch, Facts known, Site site) {
    return !Accepts.of(branch.credential()).isEmpty()
        && switch (branch.task()) {
          case Task.Query(String query) -> query.equals("insurance");
          case Task.Filing filing ->
              site.form(filing.form()).isPresent()
                  && Obligations.promises(branch.materials(), known)
                      .filter(ids -> ids.size() <= 1)
                      .filter(site.region().commitments().keySet()::containsAll)
                      .isPresent();
          case Task.Certificate _, Task.Voucher _, Task.None _ -> false;
        };
  }

  private static Optional<Commitment> promise(
      Task.Filing filing, Branch branch, Facts known, Site site) {
    Set<String> standIns = Obligations.promises(branch.materials(), known).orElse(Set.of());
    return filing
        .commitment()
        .or(() -> standIns.stream().findFirst())
        .map(id -> site.region().commitments().get(id));
  }
}
