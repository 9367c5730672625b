package yibao.kiosk.journey.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.journey.attend.CardDesk.Whose;
import yibao.kiosk.journey.identify.IdentifyStage;
import yibao.kiosk.journey.staff.Attendant;
import yibao.kiosk.journey.staff.DeskStage;
import yibao.kiosk.journey.staff.PinStage;
import yibao.kiosk.journey.staff.StaffWatch;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Doors;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Stage;

/**
 * Nobody is here. A touch begins a visit, and so does a credential: whose it is, is then asked
 * before anything is chosen.
 */
public final class AttractStage implements Stage {

  private static final DateTimeFormatter OPENS =
      DateTimeFormatter.ofPattern("M月d日（EEE）HH:mm", Locale.CHINA);

  private final Optional<String> why;
  private final IdentifyStage door = IdentifyStage.atTheDoor(this::isForStaff);
  private final StaffWatch staff = new StaffWatch();
  private final Doors doors;

  /**
   * Waits for somebody.
   *
   * @param why code of the sentence that says why the last visit ended
   * @param doors whether anybody may begin
   */
  public AttractStage(Optional<String> why, Doors doors) {
    this.why = why;
    this.doors = doors;
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return door.waits() ? Pace.NOBODY : door.pace();
  }

  @Override
  public void enter(Scene scene) {
    if (doors.shut(scene.facilities().now()).isEmpty()) {
      door.enter(scene);
    } else {
      staff.begin(scene, attendant -> attend(scene, attendant, Optional.empty()));
    }
  }

  /** Staff are no visitors; the card that is being registered is nobody's yet. */
  private boolean isForStaff(Scene scene, ShownCredential shown) {
    return switch (StaffWatch.whose(scene, shown)) {
      case Whose.Citizens _ -> false;
      case Whose.Staffs(String number) -> {
        attend(scene, new Attendant(number), Optional.of(citizen -> visit(citizen, shown)));
        yield true;
      }
      case Whose.Taken _ -> {
        door.enter(scene);
        scene.pace();
        scene.refresh();
        yield true;
      }
    };
  }

  private void attend(Scene scene, Attendant attendant, Optional<Consumer<Scene>> own) {
    scene.follow(List.of(this, new PinStage(attendant, own), new DeskStage(attendant)));
  }

  private void visit(Scene scene, ShownCredential shown) {
    scene.follow(List.of(this, IdentifyStage.of(shown), new ChooseStage()));
  }

  @Override
  public Step show(Scene scene) {
    if (!door.waits()) {
      return door.show(scene);
    }
    return new Step.Attract(
        why.map(
            code ->
                new Notice(
                    code,
                    scene
                        .facilities()
                        .sentences()
                        .say(code, Map.of("terminal", scene.facilities().site().terminal())),
                    Notice.Tone.INFO)),
        doors
            .shut(scene.facilities().now())
            .map(shut -> closed(shut, scene.facilities().sentences())));
  }

  private static Step.Attract.Closed closed(Doors.Shut shut, Sentences sentences) {
    String which =
        switch (shut.why()) {
          case OUT_OF_HOURS -> "closed.hours";
          case OUT_OF_SERVICE -> "closed.service";
        };
    return new Step.Attract.Closed(
        sentences.say(which),
        shut.reason().isEmpty() ? sentences.say(which + ".instead") : shut.reason(),
        shut.opens().map(OPENS::format));
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (door.waits()) {
      throw new Misread("step", "a start of the journey");
    }
    door.answer(scene, answer);
  }

  @Override
  public void failed(Scene scene) {
    door.failed(scene);
  }

  @Override
  public void exit() {
    staff.end();
    door.exit();
  }
}
