package yibao.kiosk.journey.asking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.ScanStation.Scanned;
import yibao.kiosk.journey.form.Known;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Group;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Identify.Accepted;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.paper.Verification.Verdict;

/**
 * Checks papers 核验凭证: whoever holds one has its verification QR read and is told what was issued,
 * or why it cannot be vouched for. Any number of papers, one after another; nothing is kept.
 */
public final class VerifyStage implements Stage {

  private Optional<Devices.Subscription> watch = Optional.empty();
  private Optional<Verdict> verdict = Optional.empty();

  @Override
  public Pace pace() {
    return verdict.isPresent() ? Pace.READING : Pace.BROWSING;
  }

  @Override
  public void enter(Scene scene) {
    listen(scene);
  }

  private void listen(Scene scene) {
    exit();
    verdict = Optional.empty();
    watch =
        Optional.of(
            scene.facilities().readers().codes().watch(scene.guarded(code -> heard(scene, code))));
  }

  private void heard(Scene scene, Scanned code) {
    if (watch.isEmpty()) {
      return;
    }
    exit();
    scene.work(
        () -> scene.facilities().verification().get().check(code.text()),
        found -> {
          verdict = Optional.of(found);
          scene.visit().serve();
          scene.pace();
          scene.refresh();
        });
  }

  @Override
  public void failed(Scene scene) {
    listen(scene);
    scene.refresh();
  }

  @Override
  public Step show(Scene scene) {
    return verdict
        .map(found -> told(scene, found))
        .orElseGet(
            () ->
                new Step.Identify(
                    Step.Identify.Phase.WAITING,
                    Step.Identify.Whose.SELF,
                    List.of(Accepted.VERIFICATION_CODE),
                    scene
                        .facilities()
                        .readers()
                        .codes()
                        .lens()
                        .map(lens -> new Step.Camera(lens.label())),
                    Optional.empty(),
                    List.of()));
  }

  private static Step told(Scene scene, Verdict found) {
    return switch (found) {
      case Verdict.Genuine genuine ->
          told(
              scene,
              "verify.genuine",
              Notice.Tone.SUCCESS,
              List.of(
                  new Group(
                      genuine.title(),
                      List.of(
                          Row.of("编号", genuine.number()),
                          Row.of("出具日期", Known.day(genuine.issuedOn())),
                          Row.of("出具单位", genuine.issuer()),
                          Row.of("持有人", genuine.holder())))));
      case Verdict.Forged _ -> told(scene, "verify.forged", Notice.Tone.DANGER, List.of());
      case Verdict.UnknownOffice _ ->
          told(scene, "verify.unknownOffice", Notice.Tone.WARNING, List.of());
      case Verdict.NotACode _ -> told(scene, "verify.notACode", Notice.Tone.WARNING, List.of());
    };
  }

  private static Step told(Scene scene, String code, Notice.Tone tone, List<Group> groups) {
    return new Step.Answer(
        say(scene, "verify.title"),
        groups,
        Optional.empty(),
        Optional.of(new Notice(code, say(scene, code), tone)),
        ways(scene));
  }

  private static List<Choice> ways(Scene scene) {
    return List.of(
        new Choice("again", say(scene, "verify.again"), false),
        new Choice("done", say(scene, "verify.done"), true));
  }

  private static String say(Scene scene, String code) {
    return scene.facilities().sentences().say(code);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (verdict.isEmpty()) {
      throw new Misread("step", "nothing while the scanner looks for a code");
    }
    if (Answers.choice(answer, ways(scene)).equals("again")) {
      listen(scene);
      scene.pace();
      scene.refresh();
    } else {
      scene.next();
    }
  }

  @Override
  public void exit() {
    watch.ifPresent(Devices.Subscription::close);
    watch = Optional.empty();
  }
}
