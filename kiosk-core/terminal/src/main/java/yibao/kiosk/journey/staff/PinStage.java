package yibao.kiosk.journey.staff;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.accounts.Pins;
import yibao.kiosk.journey.attend.Attendance;
import yibao.kiosk.journey.attend.StaffPins.Tried;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Stage;

/**
 * Somebody of the staff has shown their card: its PIN is wanted. Whoever cannot give it leaves; a
 * card alone opens nothing.
 */
public final class PinStage implements Stage {
  private static final Choice LEAVE = new Choice("leave", "退出", false);
  private static final Choice OWN = new Choice("own", "我来办自己的业务", false);

  private final Attendant attendant;
  private final Optional<Consumer<Scene>> own;
  private Optional<Notice> notice = Optional.empty();
  private boolean trying;

  /**
   * Asks for the PIN of a card.
   *
   * @param own goes on with the same card as a citizen's, where that can be
   */
  public PinStage(Attendant attendant, Optional<Consumer<Scene>> own) {
    this.attendant = attendant;
    this.own = own;
  }

  @Override
  public boolean attended() {
    return true;
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return trying ? Pace.WORKING : Pace.ATTENDED;
  }

  @Override
  public Step show(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    return new Step.Staff(
        trying ? Step.Staff.Phase.WORKING : Step.Staff.Phase.PIN,
        sentences.say("attend.pin.title"),
        sentences.say("attend.pin"),
        notice,
        List.of(),
        trying ? List.of() : choices());
  }

  private List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    choices.add(LEAVE);
    own.ifPresent(_ -> choices.add(OWN));
    return choices;
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (trying) {
      throw new Misread("step", "nothing while the PIN is tried");
    }
    if (answer.has("pin")) {
      attempt(scene, Answers.text(answer, "pin"));
      return;
    }
    switch (Answers.choice(answer, choices())) {
      case "own" -> own.orElseThrow().accept(scene);
      default -> scene.leave(Scene.Leaving.CHOSEN);
    }
  }

  private void attempt(Scene scene, String pin) {
    if (!pin.matches("\\d{" + Pins.LENGTH + "}")) {
      throw new Misread("pin", "six digits");
    }
    trying = true;
    scene.pace();
    scene.refresh();
    Attendance attendance = scene.facilities().attendance();
    String number = attendant.number();
    scene.work(
        () -> {
          Tried tried = attendance.pins().attempt(number, pin);
          attendance.note(
              "staff.card-signed-in", number, tried instanceof Tried.Right ? "ok" : "refused");
          return tried;
        },
        tried -> hear(scene, tried));
  }

  private void hear(Scene scene, Tried tried) {
    trying = false;
    switch (tried) {
      case Tried.Right _ -> {
        notice = Optional.empty();
        scene.next();
        return;
      }
      case Tried.Wrong(int left) ->
          warn(scene, "attend.pin.wrong", Map.of("left", Integer.toString(left)));
      case Tried.Closed(Duration remaining) ->
          warn(
              scene,
              "attend.pin.closed",
              Map.of("minutes", Long.toString(remaining.toMinutes() + 1)));
    }
    scene.pace();
    scene.refresh();
  }

  private void warn(Scene scene, String code, Map<String, String> params) {
    notice =
        Optional.of(
            new Notice(
                code, scene.facilities().sentences().say(code, params), Notice.Tone.WARNING));
  }

  @Override
  public void failed(Scene scene) {
    trying = false;
    warn(scene, "attend.failed", Map.of());
    scene.pace();
    scene.refresh();
  }
}
