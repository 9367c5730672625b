package yibao.kiosk.journey;

import java.util.List;
import java.util.Set;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Task;

/** Queries 查询: who asks, the answer, its slip. */
record QueryRoute(Task.Query task) implements Route {

  private static final Set<String> ANSWERED = Set.of("insurance");

  @Override
  public boolean isOpen(Branch branch, Facts known, Site site) {
    return ANSWERED.contains(task.query());
  }

  @Override
  public List<Stage> stages(Branch branch, Facts known, Site site) {
    return List.of(
        new IdentifyStage(), new FindPersonStage(), new QueryStage(), new PaperStage(Slips::query));
  }
}
