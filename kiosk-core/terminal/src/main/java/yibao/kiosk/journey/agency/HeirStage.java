package yibao.kiosk.journey.agency;

import java.util.List;
import java.util.function.BiConsumer;
import yibao.kiosk.catalog.Principal;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/**
 * Nobody reports their own death: an answer that says so of whoever showed a credential leads to
 * coming for the dead person.
 */
public final class HeirStage extends ObjectionStage {

  private final String asked;
  private final Principal dead;
  private final BiConsumer<Stage, Scene> forAnother;

  /**
   * Minds one answer.
   *
   * @param asked the fact or field that it answers
   * @param dead the principal it speaks of
   * @param forAnother follows the plan of an agent, from this stage
   */
  public HeirStage(String asked, Principal dead, BiConsumer<Stage, Scene> forAnother) {
    super(List.of(new Choice("change", "改选", false), new Choice("agent", "替去世的家人办", true)));
    this.asked = asked;
    this.dead = dead;
    this.forAnother = forAnother;
  }

  @Override
  public boolean applies(Visit visit) {
    return visit.agency().flatMap(Agency::principal).filter(dead::equals).isEmpty()
        && visit
            .entry(asked)
            .map(Visit.Entry::value)
            .filter(dead.settles().get(asked)::equals)
            .isPresent();
  }

  @Override
  Notice why(Scene scene) {
    return new Notice(
        "agent.heir-comes",
        scene.facilities().sentences().say("agent.heir-comes"),
        Notice.Tone.INFO);
  }

  @Override
  void chosen(Scene scene, String choice) {
    if (choice.equals("change")) {
      scene.revise(asked);
      return;
    }
    scene.visit().actFor(Agency.BEGUN.with(dead));
    scene.visit().forgetIdentity();
    forAnother.accept(this, scene);
  }
}
