package yibao.kiosk.journey.identify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.SocialSecurityStation;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/**
 * The card comes back before the paper: who has the paper in hand forgets the card in the slot. It
 * goes on by itself once the card is out.
 */
public final class TakeCardStage implements Stage {

  private static final String SENTENCE = "paper.take-card-first";

  private Optional<Devices.Subscription> watch = Optional.empty();

  @Override
  public boolean applies(Visit visit) {
    return visit.wantsPaper()
        && visit.credential().filter(ShownCredential.Card.class::isInstance).isPresent();
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return Pace.READING;
  }

  @Override
  public void enter(Scene scene) {
    SocialSecurityStation slot = scene.facilities().readers().ssCards();
    if (slot.cardPresent()) {
      watch = Optional.of(slot.watchRemoval(scene.guarded(_ -> scene.next())));
    } else {
      scene.next();
    }
  }

  @Override
  public Step show(Scene scene) {
    return new Step.Eligibility(
        new Notice(SENTENCE, scene.facilities().sentences().say(SENTENCE), Notice.Tone.WARNING),
        List.of(),
        List.of(without(scene)));
  }

  private static Choice without(Scene scene) {
    return new Choice("done", scene.facilities().sentences().say("paper.without"), false);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    Answers.choice(answer, List.of(without(scene)));
    scene.leave(Scene.Leaving.CHOSEN);
  }

  @Override
  public void exit() {
    watch.ifPresent(Devices.Subscription::close);
    watch = Optional.empty();
  }
}
