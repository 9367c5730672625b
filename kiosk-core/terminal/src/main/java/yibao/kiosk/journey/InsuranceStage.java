package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.record.Insurance;

/**
 * Settles under which insurance a filing goes: the only active one, or the one the citizen picks.
 */
final class InsuranceStage implements Stage {

  @Override
  public boolean applies(Visit visit) {
    List<Insurance> active = active(visit);
    if (active.size() == 1) {
      visit.under(active.getFirst());
    }
    return active.size() != 1;
  }

  @Override
  public boolean counted() {
    return true;
  }

  @Override
  public Pace pace() {
    return Pace.READING;
  }

  private static List<Insurance> active(Visit visit) {
    return visit.person().orElseThrow().activeInsurances().stream()
        .filter(insurance -> insurance.kind().basic())
        .toList();
  }

  @Override
  public Step show(Scene scene) {
    List<Insurance> active = active(scene.visit());
    if (active.isEmpty()) {
      return new Step.Eligibility(
          new Notice(
              "eligibility.no-active-insurance",
              scene
                  .facilities()
                  .sentences()
                  .say(
                      "eligibility.no-active-insurance",
                      Map.of("hotline", scene.facilities().site().pool().hotlines().query())),
              Notice.Tone.WARNING),
          List.of(),
          Ways.OUT);
    }
    return Step.Question.choice(
        "insurance",
        "按哪一份医保办理？",
        scene.visit().insurance().map(chosen -> Integer.toString(active.indexOf(chosen))),
        IntStream.range(0, active.size()).mapToObj(i -> option(i, active.get(i))).toList());
  }

  private static Step.Question.Option option(int index, Insurance insurance) {
    return new Step.Question.Option(
        Integer.toString(index),
        insurance.kind().label(),
        Optional.of(insurance.placeName() + "，" + insurance.personType()));
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    List<Insurance> active = active(scene.visit());
    if (active.isEmpty()) {
      Answers.choice(answer, Ways.OUT);
      scene.leave(Scene.Leaving.CHOSEN);
      return;
    }
    String value = Answers.text(answer, "value");
    int index =
        IntStream.range(0, active.size())
            .filter(i -> Integer.toString(i).equals(value))
            .findFirst()
            .orElseThrow(() -> new Misread("value", "one of the options"));
    scene.visit().under(active.get(index));
    scene.next();
  }
}
