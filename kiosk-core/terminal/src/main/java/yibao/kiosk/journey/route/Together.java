package yibao.kiosk.journey.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Condition;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.ending.Alongside;
import yibao.kiosk.journey.ending.FurtherPapers;
import yibao.kiosk.journey.ending.PaperStage;
import yibao.kiosk.journey.ending.RateStage;
import yibao.kiosk.journey.ending.Slips;
import yibao.kiosk.journey.form.FormStages;
import yibao.kiosk.journey.identify.TakeCardStage;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/**
 * What the list has go together with what was handed in.
 *
 * @param sheet what was filled in for it
 */
record Together(Sheet sheet) implements Alongside {

  private static final String ID = "alongside";

  @Override
  public List<Choice> choices(Scene scene) {
    return offered(scene).isEmpty()
        ? List.of()
        : List.of(new Choice(ID, scene.facilities().sentences().say("result.go-on"), false));
  }

  @Override
  public boolean follow(Stage here, String choice, Scene scene) {
    List<ServiceItem> offered = offered(scene);
    if (!choice.equals(ID) || offered.isEmpty()) {
      return false;
    }
    List<Stage> rest =
        List.of(
            here,
            new TakeCardStage(),
            new PaperStage(
                there -> Slips.result(there, sheet), there -> FurtherPapers.of(there, sheet)),
            new RateStage());
    scene.follow(List.of(here, new AlongsideStage(offered, sheet, rest)));
    return true;
  }

  private static List<ServiceItem> offered(Scene scene) {
    Visit visit = scene.visit();
    if (!taken(visit.outcome().orElseThrow())) {
      return List.of();
    }
    List<ServiceItem> done = visit.filings().stream().map(Visit.Filed::item).toList();
    Set<Integer> numbers = done.stream().map(ServiceItem::seq).collect(Collectors.toSet());
    Site site = scene.facilities().site();
    return done.stream()
        .flatMap(item -> site.region().together(item, visit.facts()).stream())
        .distinct()
        .filter(item -> !numbers.contains(item.seq()))
        .filter(item -> isOpen(item, visit, site))
        .toList();
  }

  private static boolean taken(SubmitOutcome outcome) {
    return switch (outcome) {
      case SubmitOutcome.Finished _,
          SubmitOutcome.Accepted _,
          SubmitOutcome.Unconfirmed _,
          SubmitOutcome.NotSentYet _,
          SubmitOutcome.Parked _ ->
          true;
      case SubmitOutcome.AlreadyFiled _, SubmitOutcome.Refused _, SubmitOutcome.NotTaken _ -> false;
    };
  }

  /** Whether whoever stands here can go on to it, whichever way it may still go. */
  private static boolean isOpen(ServiceItem item, Visit visit, Site site) {
    Facts known = visit.facts();
    return possible(item, known)
        .anyMatch(
            branch ->
                branch.task() instanceof Task.Filing filing
                    && Routes.canDo(branch, known, site)
                    && FormStages.covers(FormStages.sheet(filing, known, site), visit)
                    && (visit.agency().isEmpty() || Routes.takesAgents(branch)));
  }

  /** The branches that may still hold, up to the first that does. */
  private static Stream<Branch> possible(ServiceItem item, Facts known) {
    List<Branch> possible = new ArrayList<>();
    for (Branch branch : item.reading().branches()) {
      switch (branch.when().test(known)) {
        case Condition.Verdict.Holds() -> {
          possible.add(branch);
          return possible.stream();
        }
        case Condition.Verdict.Unknown _ -> possible.add(branch);
        case Condition.Verdict.Fails() -> {}
      }
    }
    return possible.stream();
  }
}
