package yibao.kiosk.journey.identify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Waiting;
import yibao.kiosk.journey.visit.Ways;
import yibao.kiosk.platform.FaceChecks.FaceReply;

/**
 * Has the certified module look whether it is the person of the number given. Nothing of the face
 * is ever here: the module answers with an outcome only.
 */
public final class FaceStage implements Stage {

  private final Sheet sheet;
  private final Waiting waiting = new Waiting(Step.Wait.Doing.FACE, "wait.face");
  private Optional<String> failure = Optional.empty();

  public FaceStage(Sheet sheet) {
    this.sheet = sheet;
  }

  @Override
  public boolean applies(Visit visit) {
    return visit.activation().isEmpty();
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return failure.isEmpty() ? Pace.WORKING : Pace.READING;
  }

  @Override
  public void enter(Scene scene) {
    failure = Optional.empty();
    Map<String, String> typed = sheet.values(scene.visit().values());
    Optional<ShownCredential> shown = scene.visit().credential();
    String number =
        Optional.ofNullable(typed.get("number"))
            .or(() -> shown.flatMap(ShownCredential::holderNumber))
            .orElseThrow();
    String name =
        Optional.ofNullable(typed.get("name"))
            .or(() -> shown.flatMap(ShownCredential::holderName))
            .orElseThrow();
    waiting.begin(scene);
    scene.work(() -> scene.facilities().faces().check(number, name), reply -> hear(scene, reply));
  }

  private void hear(Scene scene, FaceReply reply) {
    switch (reply) {
      case FaceReply.Matched(var voucher, boolean activatedNow) -> {
        scene.visit().identify(new ShownCredential.Voucher(voucher));
        scene.visit().activated(activatedNow);
        scene.next();
      }
      case FaceReply.NoMatch _ -> fail(scene, "face.no-match");
      case FaceReply.NotLive _ -> fail(scene, "face.not-live");
      case FaceReply.TooManyTries _ -> fail(scene, "face.too-many-tries");
      case FaceReply.Unavailable _ -> fail(scene, "face.unavailable");
    }
  }

  private void fail(Scene scene, String code) {
    failure = Optional.of(code);
    waiting.end();
    scene.pace();
    scene.refresh();
  }

  @Override
  public Step show(Scene scene) {
    return failure
        .<Step>map(
            code ->
                new Step.Eligibility(
                    new Notice(
                        code,
                        scene
                            .facilities()
                            .sentences()
                            .say(
                                code,
                                Map.of(
                                    "hotline",
                                    scene.facilities().site().pool().hotlines().query())),
                        Notice.Tone.WARNING),
                    List.of(),
                    ways(code)))
        .orElseGet(() -> waiting.show(scene));
  }

  private static List<Choice> ways(String code) {
    return code.equals("face.too-many-tries") ? Ways.OUT : Ways.AGAIN_OR_OUT;
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    String code =
        failure.orElseThrow(() -> new Misread("step", "nothing while the module is looking"));
    if (Answers.choice(answer, ways(code)).equals("again")) {
      enter(scene);
      scene.pace();
      scene.refresh();
    } else {
      scene.leave(Scene.Leaving.CHOSEN);
    }
  }

  @Override
  public void failed(Scene scene) {
    fail(scene, "face.unavailable");
  }

  @Override
  public void exit() {
    waiting.end();
  }
}
