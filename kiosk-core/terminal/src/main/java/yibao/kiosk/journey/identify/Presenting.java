package yibao.kiosk.journey.identify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Identify.Accepted;
import yibao.kiosk.journey.view.Step.Identify.Phase;
import yibao.kiosk.journey.view.Step.Identify.Whose;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;

/**
 * Somebody presents a credential 出示证件: the readers listen, read, then it is asked whether that is
 * them, or said why it will not do. Which readers listen and what will do is for the stage to say.
 */
public final class Presenting {

  private static final List<Choice> RETRY = List.of(new Choice("retry", "再试一次", true));

  private final Consumer<Scene> listen;
  private final Consumer<Scene> forget;
  private final List<Devices.Subscription> watches = new ArrayList<>();
  private Phase phase = Phase.WAITING;
  private Optional<Notice> notice = Optional.empty();

  /**
   * Nobody has come yet.
   *
   * @param listen has the readers watched, see {@link #watch}
   * @param forget whoever was read, who says that it is not them
   */
  public Presenting(Consumer<Scene> listen, Consumer<Scene> forget) {
    this.listen = listen;
    this.forget = forget;
  }

  /** From the beginning. */
  public void begin(Scene scene) {
    end();
    phase = Phase.WAITING;
    notice = Optional.empty();
    listen.accept(scene);
  }

  /** Has a reader watched until the end. */
  public void watch(Devices.Subscription reader) {
    watches.add(reader);
  }

  /** Whether what a reader says still matters. */
  public boolean listening() {
    return !watches.isEmpty();
  }

  /** The readers are heeded no more. */
  public void end() {
    watches.forEach(Devices.Subscription::close);
    watches.clear();
  }

  public Phase phase() {
    return phase;
  }

  /** A credential is being read. */
  public void reading(Scene scene) {
    show(scene, Phase.READING, Optional.empty());
  }

  /** A credential that will do was read: is that you? */
  public void read(Scene scene) {
    end();
    show(scene, Phase.CONFIRM, Optional.empty());
  }

  /**
   * What was presented will not do; the readers go on listening.
   *
   * @param otherwise the sentence where there is none of that code
   */
  public void refuse(Scene scene, String code, String otherwise, Map<String, String> params) {
    Optional<Notice> why = Optional.of(warning(scene, code, otherwise, params));
    if (phase != Phase.FAILED || !notice.equals(why)) {
      show(scene, Phase.FAILED, why);
    }
  }

  /** What somebody brought along will not do, known before the screen is shown. */
  void refused(Scene scene, String code, Map<String, String> params) {
    phase = Phase.FAILED;
    notice = Optional.of(warning(scene, code, code, params));
  }

  private static Notice warning(
      Scene scene, String code, String otherwise, Map<String, String> params) {
    return new Notice(
        code, scene.facilities().sentences().sayOr(code, otherwise, params), Notice.Tone.WARNING);
  }

  private void show(Scene scene, Phase next, Optional<Notice> why) {
    phase = next;
    notice = why;
    scene.pace();
    scene.refresh();
  }

  public Pace pace() {
    return switch (phase) {
      case READING -> Pace.WORKING;
      case CONFIRM -> Pace.READING;
      case WAITING, FAILED -> Pace.BROWSING;
    };
  }

  public Step show(Whose whose, List<Accepted> accepts, Optional<Step.Camera> camera) {
    return new Step.Identify(
        phase, whose, accepts, camera, notice, phase == Phase.FAILED ? RETRY : List.of());
  }

  /** The answer to what is asked: it is me, it is not, once more. */
  public void answer(Scene scene, JsonNode answer) {
    switch (phase) {
      case CONFIRM -> {
        if (Answers.flag(answer, "me")) {
          scene.next();
        } else {
          forget.accept(scene);
          again(scene);
        }
      }
      case FAILED -> {
        Answers.choice(answer, RETRY);
        again(scene);
      }
      case WAITING, READING -> throw new Misread("step", "nothing while the readers listen");
    }
  }

  private void again(Scene scene) {
    begin(scene);
    scene.pace();
    scene.refresh();
  }
}
