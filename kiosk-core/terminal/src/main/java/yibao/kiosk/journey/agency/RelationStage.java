package yibao.kiosk.journey.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Stage;

/** For whom somebody stands here, then what they are to them. */
public final class RelationStage implements Stage {

  private static final Map<Agency.Principal, List<String>> RELATIONS =
      Map.of(
          Agency.Principal.ADULT,
              List.of("spouse", "child", "parent", "sibling", "relative", "employer", "other"),
          Agency.Principal.CHILD, List.of("parent", "guardian"),
          Agency.Principal.CHILD_WITHOUT_CARD, List.of("parent", "guardian"),
          Agency.Principal.DECEASED, List.of("spouse", "child", "parent", "sibling", "heir"));

  private final boolean asksRelation;

  /**
   * A stage.
   *
   * @param asksRelation the second of the two questions
   */
  public RelationStage(boolean asksRelation) {
    this.asksRelation = asksRelation;
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
          relations(agency).stream()
              .map(word -> option(word, "agent.relation." + word, sentences))
              .toList());
    }
    return new Step.Relation(
        "principal",
        sentences.say("agent.principal"),
        Optional.of(sentences.say("agent.principal-hint")),
        agency.principal().map(Agency.Principal::key),
        Arrays.stream(Agency.Principal.values())
            .map(whom -> option(whom.key(), "agent.principal." + whom.key(), sentences))
            .toList());
  }

  private static List<String> relations(Agency agency) {
    return RELATIONS.get(agency.principal().orElseThrow());
  }

  private static Step.Question.Option option(String value, String code, Sentences sentences) {
    return new Step.Question.Option(value, sentences.say(code), Optional.empty());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    Agency agency = scene.visit().agency().orElseThrow();
    String value = Answers.text(answer, "value");
    if (asksRelation) {
      if (!relations(agency).contains(value)) {
        throw new Misread("value", "one of the options");
      }
      scene
          .visit()
          .actFor(
              agency.related(value, scene.facilities().sentences().say("agent.relation." + value)));
    } else {
      scene
          .visit()
          .actFor(
              agency.with(
                  Arrays.stream(Agency.Principal.values())
                      .filter(whom -> whom.key().equals(value))
                      .findFirst()
                      .orElseThrow(() -> new Misread("value", "one of the options"))));
    }
    scene.next();
  }
}
