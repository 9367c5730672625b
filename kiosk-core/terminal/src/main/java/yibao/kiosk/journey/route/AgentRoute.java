package yibao.kiosk.journey.route;

import java.util.List;
import java.util.Set;
import yibao.kiosk.journey.agency.AgentStage;
import yibao.kiosk.journey.agency.PrincipalFieldStage;
import yibao.kiosk.journey.agency.RelationStage;
import yibao.kiosk.journey.visit.Agency.Principal;
import yibao.kiosk.journey.visit.Stage;

/** What somebody who comes for somebody else is asked first 委托办理. */
final class AgentRoute {

  private static final Set<Principal> WITHOUT_CARD =
      Set.of(Principal.CHILD_WITHOUT_CARD, Principal.DECEASED);

  private AgentRoute() {}

  static List<Stage> first() {
    return List.of(
        new RelationStage(false),
        new RelationStage(true),
        new AgentStage(),
        new PrincipalFieldStage(PrincipalFieldStage.NAME, WITHOUT_CARD),
        new PrincipalFieldStage(
            PrincipalFieldStage.CHILD_NUMBER, Set.of(Principal.CHILD_WITHOUT_CARD)),
        new PrincipalFieldStage(PrincipalFieldStage.NUMBER, Set.of(Principal.DECEASED)),
        new PrincipalFieldStage(PrincipalFieldStage.DIED_ON, Set.of(Principal.DECEASED)));
  }
}
