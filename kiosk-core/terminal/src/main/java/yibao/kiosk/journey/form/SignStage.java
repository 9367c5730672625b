package yibao.kiosk.journey.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yibao.kiosk.catalog.Witnessing;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Confirmation;
import yibao.kiosk.journey.visit.Handwriting;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/**
 * The citizen signs on the glass; whoever cannot write there enters the end of their own document
 * number instead, or calls staff to see a thumbprint, and that is what is kept.
 */
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
    scene.visit().askSignature();
  }

  @Override
  public Step show(Scene scene) {
    return new Step.Sign(
        scene
            .facilities()
            .sentences()
            .say("sign.text", Map.of("title", title.apply(scene.visit()))),
        signer(scene.visit()).isPresent(),
        witnessable(scene),
        error);
  }

  /** Whether the region takes a thumbprint for a signature, and somebody could come and see it. */
  private static boolean witnessable(Scene scene) {
    return !scene.facilities().attendance().cards().nobodys()
        && scene.facilities().site().region().witnessings().stream()
            .anyMatch(what -> what.at() == Witnessing.At.SIGNATURE);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (answer.has("confirmed")) {
      confirm(scene, Confirmation.read(answer));
      return;
    }
    if (answer.has("thumbprint")) {
      thumbprint(scene, answer);
      return;
    }
    Handwriting written = Handwriting.read(answer);
    if (written.ink() < Handwriting.LEAST_INK) {
      refuse(scene, "sign.too-little");
      return;
    }
    scene.visit().sign(written);
    scene.next();
  }

  private void confirm(Scene scene, String entered) {
    String number =
        signer(scene.visit()).orElseThrow(() -> new Misread("confirmed", "a document's number"));
    if (!number.endsWith(entered)) {
      refuse(scene, "sign.not-the-number");
      return;
    }
    scene.visit().sign(new Confirmation(scene.facilities().time().instant()));
    scene.next();
  }

  private static void thumbprint(Scene scene, JsonNode answer) {
    if (!Answers.flag(answer, "thumbprint") || !witnessable(scene)) {
      throw new Misread("thumbprint", "true where it can be witnessed");
    }
    scene.visit().askThumbprint();
    scene.next();
  }

  private void refuse(Scene scene, String code) {
    error = Optional.of(scene.facilities().sentences().say(code));
    scene.refresh();
  }

  /** Number of the document of whoever stands here, the agent where there is one. */
  private static Optional<String> signer(Visit visit) {
    return visit
        .agency()
        .map(agency -> agency.agent().map(document -> document.number()))
        .orElseGet(() -> visit.person().map(person -> person.certificateNumber()))
        .filter(number -> number.length() >= Confirmation.LENGTH);
  }
}
