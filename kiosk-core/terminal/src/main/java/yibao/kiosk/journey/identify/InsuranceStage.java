package yibao.kiosk.journey.identify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Ways;
import yibao.kiosk.record.Insurance;

/**
 * Settles which insurance it is about: the only one that comes into question, or the one the
 * citizen picks.
 */
public final class InsuranceStage implements Stage {

  private final Predicate<Insurance> fitting;
  private final String question;
  private final String none;

  private InsuranceStage(Predicate<Insurance> fitting, String question, String none) {
    this.fitting = fitting;
    this.question = question;
    this.none = none;
  }

  /** For what only asks: these insurances, ended ones included. */
  public static InsuranceStage anyOf(Predicate<Insurance> fitting) {
    return new InsuranceStage(fitting, "insurance.for-query", "eligibility.no-insurance");
  }

  /** For a certificate of one of these insurances. */
  public static InsuranceStage certified(Predicate<Insurance> fitting) {
    return new InsuranceStage(fitting, "insurance.for-certificate", "eligibility.no-insurance");
  }

  @Override
  public boolean applies(Visit visit) {
    List<Insurance> choice = choice(visit);
    if (choice.size() == 1) {
      visit.under(choice.getFirst());
    }
    return choice.size() != 1;
  }

  @Override
  public boolean counted() {
    return true;
  }

  @Override
  public Pace pace() {
    return Pace.READING;
  }

  private List<Insurance> choice(Visit visit) {
    return visit.person().orElseThrow().insurances().stream().filter(fitting).toList();
  }

  @Override
  public Step show(Scene scene) {
    List<Insurance> choice = choice(scene.visit());
    if (choice.isEmpty()) {
      return new Step.Eligibility(
          new Notice(
              none,
              scene
                  .facilities()
                  .sentences()
                  .say(
                      none, Map.of("hotline", scene.facilities().site().pool().hotlines().query())),
              Notice.Tone.WARNING),
          List.of(),
          Ways.OUT);
    }
    return new InsuranceOptions(choice)
        .ask(scene.facilities().sentences().say(question), scene.visit().insurance());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    List<Insurance> choice = choice(scene.visit());
    if (choice.isEmpty()) {
      Answers.choice(answer, Ways.OUT);
      scene.leave(Scene.Leaving.CHOSEN);
      return;
    }
    scene.visit().under(new InsuranceOptions(choice).pick(answer));
    scene.next();
  }
}
