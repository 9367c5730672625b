package yibao.kiosk.journey.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import yibao.kiosk.catalog.Principal;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/** For whom somebody stands here, then what they are to them. */
public final class RelationStage implements Stage {

  private final boolean asksRelation;

  /**
   * A stage.
   *
   * @param asksRelation the second of the two questions
   */
  public RelationStage(boolean asksRelation) {
    this.asksRelation = asksRelation;
  }

  /** Whoever said that somebody has died comes for that person. */
  @Override
  public boolean settled(Visit visit) {
    return !asksRelation && visit.agency().flatMap(Agency::principal).isPresent();
  }

  @Override
  public Pace pace() {
    return Pace.BROWSING;
  }

  @Override
  public Step show(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    Agency agency = scene.visit().agency().orElseThrow();
    if (asksRelation) {
      return new Step.Relation(
          "relation",
          sentences.say("agent.relation"),
          Optional.empty(),
          agency.relation(),
          agency.principal().orElseThrow().relations().stream()
              .map(relation -> option(relation.id(), relation.label()))
              .toList());
    }
    return new Step.Relation(
        "principal",
        sentences.say("agent.principal"),
        Optional.of(sentences.say("agent.principal-hint")),
        agency.principal().map(Principal::id),
        scene.facilities().site().region().principals().stream()
            .map(whom -> option(whom.id(), whom.label()))
            .toList());
  }

  private static Step.Question.Option option(String value, String label) {
    return new Step.Question.Option(value, label, Optional.empty());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    Agency agency = scene.visit().agency().orElseThrow();
    String value = Answers.text(answer, "value");
    if (asksRelation) {
      Principal.Relation relation =
          agency
              .principal()
              .orElseThrow()
              .relation(value)
              .orElseThrow(() -> new Misread("value", "one of the options"));
      scene.visit().actFor(agency.related(relation.id(), relation.label()));
    } else {
      Principal whom =
          scene.facilities().site().region().principals().stream()
              .filter(principal -> principal.id().equals(value))
              .findFirst()
              .orElseThrow(() -> new Misread("value", "one of the options"));
      scene.visit().actFor(agency.with(whom));
    }
    scene.next();
  }
}
