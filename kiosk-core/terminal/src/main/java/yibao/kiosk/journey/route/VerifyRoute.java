package yibao.kiosk.journey.route;

import java.util.List;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.journey.asking.VerifyStage;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Stage;

/** Checking papers that somebody holds 核验凭证; open wherever codes can be read. */
record VerifyRoute() implements Route {

  /** The query's name in a region's reading: the one that the platform is not asked. */
  static final String QUERY = "verification";

  @Override
  public boolean isOpen(Branch branch, Facts known, Site site) {
    return site.readable().contains(Credential.E_VOUCHER);
  }

  @Override
  public List<Stage> stages(Branch branch, Facts known, Site site) {
    return List.of(new VerifyStage());
  }
}
