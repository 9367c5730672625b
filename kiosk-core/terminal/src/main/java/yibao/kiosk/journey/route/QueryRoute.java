package yibao.kiosk.journey.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.asking.QueryStage;
import yibao.kiosk.journey.asking.ScannedNumberStage;
import yibao.kiosk.journey.asking.WithdrawalStage;
import yibao.kiosk.journey.ending.PaperStage;
import yibao.kiosk.journey.ending.Slips;
import yibao.kiosk.journey.form.FieldStage;
import yibao.kiosk.journey.identify.AssuranceStage;
import yibao.kiosk.journey.identify.FindPersonStage;
import yibao.kiosk.journey.identify.IdentifyStage;
import yibao.kiosk.journey.identify.InsuranceStage;
import yibao.kiosk.journey.identify.TakeCardStage;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Slip;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.query.Queries;
import yibao.kiosk.query.Query;

/**
 * Queries 查询: who asks, about which insurance, since when; the answer, its slip. From an answer
 * about a filing, where the region allows it, taking that back or putting it right; or handing in
 * what it lacks.
 */
record QueryRoute(Task.Query task) implements Route {

  @Override
  public boolean isOpen(Branch branch, Facts known, Site site) {
    return task.form().stream().allMatch(id -> site.form(id).isPresent())
        && Queries.named(task.query())
            .filter(
                query -> query.about() == Query.About.NOBODY || branch.credential().isRequired())
            .isPresent();
  }

  @Override
  public List<Stage> stages(Branch branch, Facts known, Site site) {
    Query query = Queries.named(task.query()).orElseThrow();
    List<Stage> stages = new ArrayList<>();
    if (query.about() != Query.About.NOBODY) {
      stages.add(new IdentifyStage());
      stages.add(new FindPersonStage());
      stages.add(new AssuranceStage());
    }
    insurance(query.about()).ifPresent(stages::add);
    task.form()
        .flatMap(site::form)
        .map(form -> new Sheet(form, Map.of()))
        .ifPresent(
            sheet -> sheet.form().fields().forEach(field -> stages.add(question(field, sheet))));
    stages.add(
        new QueryStage(task.query(), query, task.withdrawal().isPresent(), Correctable.RULINGS));
    task.withdrawal()
        .ifPresent(
            assurance -> {
              stages.add(new AssuranceStage(visit -> visit.earlier().map(_ -> assurance)));
              stages.add(new WithdrawalStage());
            });
    stages.addAll(SupplementRoute.stages());
    task.withdrawal().ifPresent(assurance -> stages.add(new CorrectionStage(assurance, stages)));
    stages.add(new TakeCardStage());
    stages.add(new PaperStage(QueryRoute::slip));
    return stages;
  }

  /** Whoever comes back from taking a filing back acts on none any more. */
  private static Slip slip(Scene scene) {
    if (scene.visit().supplement().isPresent()) {
      return SupplementRoute.receipt(scene);
    }
    return scene.visit().earlier().isPresent() ? Slips.withdrawal(scene) : Slips.query(scene);
  }

  /** A number asked for in a query stands on a receipt, beside its QR code. */
  private static Stage question(Field field, Sheet sheet) {
    FieldStage stage = new FieldStage(field, sheet);
    return field.input() instanceof Input.Digits ? new ScannedNumberStage(stage) : stage;
  }

  private static Optional<Stage> insurance(Query.About about) {
    return switch (about) {
      case NOBODY, PERSON -> Optional.empty();
      case INSURANCE -> Optional.of(InsuranceStage.anyOf(_ -> true));
      case TREATMENT -> Optional.of(InsuranceStage.anyOf(insurance -> insurance.kind().basic()));
      case ACCOUNT ->
          Optional.of(InsuranceStage.anyOf(insurance -> insurance.accountBalance().isPresent()));
    };
  }
}
