package yibao.kiosk.journey.route;

import java.util.ArrayList;
import java.util.List;
import yibao.kiosk.catalog.AgentRule;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Reading;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.journey.ending.RateStage;
import yibao.kiosk.journey.visit.Accepts;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Stage;

/** Which stages an item goes through: the one place where a region's reading becomes a way. */
public final class Routes {

  private Routes() {}

  /**
   * The plan for an item.
   *
   * @param home where 返回 from its first stage leads
   */
  public static List<Stage> of(Stage home, ServiceItem item, Scene scene) {
    return of(home, item, Facts.of(scene.facilities().site().pool()), scene);
  }

  /** The plan for an item of which this much is known already. */
  public static List<Stage> of(Stage home, ServiceItem item, Facts known, Scene scene) {
    Site site = scene.facilities().site();
    return switch (item.reading().choose(known)) {
      case Reading.Choice.Ask(List<String> facts) ->
          List.of(
              home,
              new FactStage(
                  site.region().facts().get(facts.getFirst()),
                  (said, there) -> of(home, item, known.with(facts.getFirst(), said), there)));
      case Reading.Choice.Chosen(Branch branch) -> {
        scene.visit().choose(item, branch);
        scene.visit().know(known);
        yield along(home, branch, known, site);
      }
    };
  }

  /**
   * The plan for an item that is handed in on the visit that has handed in others: nobody is asked
   * again who they are or told what it needs.
   *
   * @param here where 返回 from its first stage leads
   * @param before how the visit ends if this terminal does not carry the item out after all
   */
  static List<Stage> alongside(
      Stage here, List<Stage> before, ServiceItem item, Facts asked, Scene scene) {
    Facts known = SettledStage.settled(asked, scene.visit());
    Site site = scene.facilities().site();
    return switch (item.reading().choose(known)) {
      case Reading.Choice.Ask(List<String> facts) ->
          List.of(
              here,
              new FactStage(
                  site.region().facts().get(facts.getFirst()),
                  (said, there) ->
                      alongside(here, before, item, known.with(facts.getFirst(), said), there)));
      case Reading.Choice.Chosen(Branch branch) -> {
        if (!canDo(branch, known, site)) {
          yield List.of(here, new NotAlongsideStage(before));
        }
        scene.visit().choose(item, branch);
        scene.visit().know(known);
        List<Stage> plan = new ArrayList<>(List.of(here));
        plan.addAll(route(branch, known, site).stages(branch, known, site));
        plan.add(new RateStage());
        yield plan;
      }
    };
  }

  private static List<Stage> along(Stage home, Branch branch, Facts known, Site site) {
    List<Stage> plan = new ArrayList<>(List.of(home, brief(branch, known, site)));
    if (canDo(branch, known, site)) {
      plan.addAll(route(branch, known, site).stages(branch, known, site));
      plan.add(new RateStage());
    }
    return plan;
  }

  private static Stage brief(Branch branch, Facts known, Site site) {
    Route route = route(branch, known, site);
    return new BriefStage(
        canDo(branch, known, site),
        route instanceof HandInRoute && HandInRoute.takesPapers(branch, known),
        known);
  }

  /** Whether somebody may come to this terminal for somebody else with it. */
  public static boolean takesAgents(Branch branch) {
    return branch.task() instanceof Task.Filing
        && switch (branch.agent()) {
          case AgentRule.NotPrinted _ -> true;
          case AgentRule.NotAllowed _ -> false;
          case AgentRule.Allowed allowed -> allowed.atTerminal();
        };
  }

  /** The plan of an agent: first who they are and for whom they come, then as for anybody. */
  static List<Stage> forAnother(Stage brief, Facts known, Scene scene) {
    Site site = scene.facilities().site();
    Branch branch = scene.visit().branch().orElseThrow();
    List<Stage> first = new ArrayList<>(List.of(brief));
    first.addAll(AgentRoute.first());
    List<Stage> plan = new ArrayList<>(first);
    plan.add(
        new SettledStage(
            known,
            (here, settled) -> {
              List<Stage> whole = new ArrayList<>(first);
              whole.add(here);
              whole.addAll(
                  new HandInRoute((Task.Filing) branch.task()).stages(branch, settled, site));
              whole.add(new RateStage());
              return whole;
            }));
    return plan;
  }

  /** Whether this terminal carries the branch out by itself, with what it has today. */
  public static boolean canDo(Branch branch, Facts known, Site site) {
    boolean readable =
        !branch.credential().isRequired()
            || !Accepts.of(branch.credential(), site.readable()).isEmpty();
    return readable && route(branch, known, site).isOpen(branch, known, site);
  }

  /** A filing whose papers no promise completes goes by way of the document camera. */
  private static Route route(Branch branch, Facts known, Site site) {
    return switch (branch.task()) {
      case Task.Query query ->
          query.query().equals(VerifyRoute.QUERY) ? new VerifyRoute() : new QueryRoute(query);
      case Task.Filing filing -> {
        Route straight = new FilingRoute(filing);
        yield branch.ending() == Ending.INSTANT_FILING && straight.isOpen(branch, known, site)
            ? straight
            : new HandInRoute(filing);
      }
      case Task.Certificate certificate -> new CertificateRoute(certificate);
      case Task.Voucher voucher -> new VoucherRoute(voucher);
      case Task.None _ -> Route.CLOSED;
    };
  }
}
