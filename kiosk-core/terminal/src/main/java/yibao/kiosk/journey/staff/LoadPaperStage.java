package yibao.kiosk.journey.staff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.PaperState;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;

/** New paper: it is put in, and the screen says live what the printer says of it. */
final class LoadPaperStage implements Stage {
  private final PaperChange change;
  private Optional<Devices.Subscription> watching = Optional.empty();
  private Optional<DeviceStatus> last = Optional.empty();

  LoadPaperStage(PaperChange change) {
    this.change = change;
  }

  @Override
  public boolean attended() {
    return true;
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
    last = change.status(scene);
    Consumer<List<DeviceStatus>> heard = scene.guarded(_ -> look(scene));
    watching = Optional.of(scene.facilities().printers().devices().subscribe(heard));
  }

  private void look(Scene scene) {
    Optional<DeviceStatus> now = change.status(scene);
    if (!now.equals(last)) {
      last = now;
      scene.refresh();
    }
  }

  @Override
  public Step show(Scene scene) {
    return change.show(
        scene, "load", last.map(status -> said(scene, status)), List.of(PaperChange.NEXT));
  }

  private static Notice said(Scene scene, DeviceStatus status) {
    if (status.state() != DeviceState.ONLINE && status.state() != DeviceState.DEVICE_BUSY) {
      String code = status.cause().orElse("attend.device.away");
      return new Notice(
          code,
          status.remedy().orElseGet(() -> scene.facilities().sentences().say("attend.device.away")),
          Notice.Tone.WARNING);
    }
    return status.paper().filter(PaperState.LOW::equals).isPresent()
        ? PaperChange.notice(scene, "attend.paper.still-low", Notice.Tone.WARNING)
        : PaperChange.notice(scene, "attend.paper.in", Notice.Tone.SUCCESS);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    Answers.choice(answer, List.of(PaperChange.NEXT));
    scene.next();
  }

  @Override
  public void exit() {
    watching.ifPresent(Devices.Subscription::close);
    watching = Optional.empty();
  }
}
