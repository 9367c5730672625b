package yibao.kiosk.journey.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Signature;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/** The citizen signs on the glass. */
public final class SignStage implements Stage {

  private final Function<Visit, String> title;
  private Optional<String> error = Optional.empty();

  /**
   * Asks for a signature.
   *
   * @param title what is signed, e.g. the commitment's title
   */
  public SignStage(String title) {
    this(_ -> title);
  }

  /**
   * Asks for a signature under what the visit came to.
   *
   * @param title what is signed
   */
  public SignStage(Function<Visit, String> title) {
    this.title = title;
  }

  @Override
  public boolean counted() {
    return true;
  }

  @Override
  public Pace pace() {
    return Pace.FILLING;
  }

  @Override
  public void enter(Scene scene) {
    error = Optional.empty();
  }

  @Override
  public Step show(Scene scene) {
    return new Step.Sign(
        scene
            .facilities()
            .sentences()
            .say("sign.text", Map.of("title", title.apply(scene.visit()))),
        error);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    Signature written = Signature.read(answer);
    if (written.ink() < Signature.LEAST_INK) {
      error = Optional.of(scene.facilities().sentences().say("sign.too-little"));
      scene.refresh();
      return;
    }
    scene.visit().sign(written);
    scene.next();
  }
}
