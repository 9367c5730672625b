package yibao.kiosk.journey.route;

import java.util.List;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Stage;

/** How one kind of task is carried out here: a file a kind. */
interface Route {

  /** Nothing is carried out: the citizen takes the 告知单 to a window. */
  Route CLOSED =
      new Route() {
        @Override
        public boolean isOpen(Branch branch, Facts known, Site site) {
          return false;
        }

        @Override
        public List<Stage> stages(Branch branch, Facts known, Site site) {
          throw new IllegalStateException("not carried out here: " + branch.id());
        }
      };

  /** Whether this terminal carries the branch out by itself, with what it has today. */
  boolean isOpen(Branch branch, Facts known, Site site);

  /** What follows the briefing, from identification to paper; only where the route is open. */
  List<Stage> stages(Branch branch, Facts known, Site site);
}
