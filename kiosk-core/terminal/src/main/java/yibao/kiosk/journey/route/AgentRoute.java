package yibao.kiosk.journey.route;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import yibao.kiosk.catalog.Principal;
import yibao.kiosk.catalog.Principal.Shows;
import yibao.kiosk.journey.agency.AgentStage;
import yibao.kiosk.journey.agency.PrincipalFieldStage;
import yibao.kiosk.journey.agency.RelationStage;
import yibao.kiosk.journey.visit.Stage;

/** What somebody who comes for somebody else is asked first 委托办理. */
final class AgentRoute {

  private AgentRoute() {}

  static List<Stage> first() {
    return List.of(
        new RelationStage(false),
        new RelationStage(true),
        new AgentStage(),
        new PrincipalFieldStage(PrincipalFieldStage.AGENT_PHONE, _ -> true),
        new PrincipalFieldStage(PrincipalFieldStage.NAME, shows(Set.of(Shows.NUMBER, Shows.BIRTH))),
        new PrincipalFieldStage(
            PrincipalFieldStage.CHILD_NUMBER, shows(Set.of(Shows.NUMBER)).and(Principal::child)),
        new PrincipalFieldStage(
            PrincipalFieldStage.NUMBER,
            shows(Set.of(Shows.NUMBER)).and(Predicate.not(Principal::child))),
        new PrincipalFieldStage(PrincipalFieldStage.BORN_ON, shows(Set.of(Shows.BIRTH))),
        new PrincipalFieldStage(PrincipalFieldStage.DIED_ON, Principal::dead));
  }

  private static Predicate<Principal> shows(Set<Shows> ways) {
    return principal -> ways.contains(principal.shows());
  }
}
