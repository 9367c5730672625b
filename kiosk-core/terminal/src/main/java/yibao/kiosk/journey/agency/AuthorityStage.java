package yibao.kiosk.journey.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.hardware.DocumentCamera;
import yibao.kiosk.identity.Masking;
import yibao.kiosk.journey.form.SignaturePicture;
import yibao.kiosk.journey.handin.Draft;
import yibao.kiosk.journey.handin.HandInList;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Handwriting;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/** The principal 委托人, who is here too, signs the authority 授权委托书 with their own hand. */
public final class AuthorityStage implements Stage {

  private Optional<String> error = Optional.empty();
  private boolean working;

  @Override
  public boolean applies(Visit visit) {
    return visit.promises().stream()
        .anyMatch(promise -> promise.id().equals(HandInList.AUTHORISATION));
  }

  @Override
  public boolean counted() {
    return true;
  }

  @Override
  public Pace pace() {
    return working ? Pace.WORKING : Pace.FILLING;
  }

  @Override
  public void enter(Scene scene) {
    error = Optional.empty();
    working = false;
  }

  @Override
  public Step show(Scene scene) {
    return new Step.Sign(
        scene
            .facilities()
            .sentences()
            .say(
                "agent.sign",
                Map.of("name", Masking.name(scene.visit().person().orElseThrow().name()))),
        false,
        false,
        error);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (working) {
      throw new Misread("step", "nothing while the signature is being written down");
    }
    Handwriting written = Handwriting.read(answer);
    if (written.ink() < Handwriting.LEAST_INK) {
      refuse(scene, "sign.too-little");
      return;
    }
    working = true;
    Facilities facilities = scene.facilities();
    Draft draft = Draft.of(scene);
    scene.work(
        () ->
            Draft.keep(
                facilities,
                draft,
                HandInList.AUTHORITY_SIGNATURE,
                new DocumentCamera.Shot.Taken(SignaturePicture.png(written), "image/png")),
        kept -> {
          working = false;
          switch (kept) {
            case Draft.Kept.Page(var page) -> {
              scene.visit().folder().add(page);
              scene.visit().signAsPrincipal(written);
              scene.next();
            }
            case Draft.Kept.NotKept(String code) -> refuse(scene, code);
          }
        });
  }

  private void refuse(Scene scene, String code) {
    error = Optional.of(scene.facilities().sentences().say(code));
    scene.pace();
    scene.refresh();
  }

  @Override
  public void failed(Scene scene) {
    working = false;
    refuse(scene, "page.not-kept");
  }
}
