package yibao.kiosk.journey.staff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.PaperState;
import yibao.kiosk.journey.attend.Attendance;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Stage;

/** What staff who are signed in may do at the screen. */
public final class DeskStage implements Stage {
  private static final Choice PRINTER = new Choice("printer", "换凭条纸", false);
  private static final Choice A4 = new Choice("a4", "加 A4 纸", false);
  private static final Choice HELPED = new Choice("helped", "求助已处理", false);
  private static final Choice PAUSE = new Choice("pause", "暂停服务", false);
  private static final Choice RESUME = new Choice("resume", "恢复服务", false);
  private static final Choice LEAVE = new Choice("leave", "退出", true);

  private final Attendant attendant;
  private Optional<String> said;
  private boolean acting;

  /** The desk of somebody who has just signed in. */
  public DeskStage(Attendant attendant) {
    this(attendant, Optional.empty());
  }

  /**
   * The desk somebody comes back to.
   *
   * @param said code of the sentence that says what they have done
   */
  DeskStage(Attendant attendant, Optional<String> said) {
    this.attendant = attendant;
    this.said = said;
  }

  @Override
  public boolean attended() {
    return true;
  }

  @Override
  public Pace pace() {
    return acting ? Pace.WORKING : Pace.ATTENDED;
  }

  @Override
  public Step show(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    Optional<String> now = said.or(() -> unfinished(scene));
    return new Step.Staff(
        acting ? Step.Staff.Phase.WORKING : Step.Staff.Phase.DESK,
        sentences.say("attend.desk.title"),
        "",
        now.map(
            code ->
                new Notice(
                    code,
                    sentences.say(code),
                    said.isPresent() ? Notice.Tone.SUCCESS : Notice.Tone.WARNING)),
        facts(scene),
        acting ? List.of() : choices(scene));
  }

  /** The power went, or somebody walked away, before new paper was tried. */
  private static Optional<String> unfinished(Scene scene) {
    return PaperChange.unfinished(scene)
        ? Optional.of("attend.paper.unfinished")
        : Optional.empty();
  }

  /** How everything stands, each under the choice that changes it. */
  private static List<Row> facts(Scene scene) {
    List<Row> facts = new ArrayList<>();
    Attendance attendance = scene.facilities().attendance();
    Sentences sentences = scene.facilities().sentences();
    Optional<String> paused = attendance.service().paused();
    facts.add(
        Row.changeable(
            sentences.say("attend.service"),
            paused.orElse(sentences.say("attend.service.open")),
            paused.isPresent() ? RESUME.id() : PAUSE.id()));
    for (DeviceName printer : List.of(DeviceName.PRINTER, DeviceName.A4)) {
      PaperChange.status(scene, printer)
          .ifPresent(
              status ->
                  facts.add(
                      Row.changeable(
                          sentences.say("attend.device." + printer.key()),
                          how(sentences, status),
                          printer.key())));
    }
    return facts;
  }

  private static String how(Sentences sentences, DeviceStatus status) {
    boolean well =
        status.state() == DeviceState.ONLINE || status.state() == DeviceState.DEVICE_BUSY;
    if (well) {
      boolean low = status.paper().filter(PaperState.LOW::equals).isPresent();
      return sentences.say(low ? "attend.device.low" : "attend.device.well");
    }
    return status.remedy().orElse(sentences.say("attend.device.away"));
  }

  private static List<Choice> choices(Scene scene) {
    List<Choice> choices = new ArrayList<>();
    Attendance attendance = scene.facilities().attendance();
    if (attendance.help().called()) {
      choices.add(HELPED);
    }
    if (PaperChange.status(scene, DeviceName.PRINTER).isPresent()) {
      choices.add(PRINTER);
    }
    if (PaperChange.status(scene, DeviceName.A4).isPresent()) {
      choices.add(A4);
    }
    choices.add(attendance.service().paused().isPresent() ? RESUME : PAUSE);
    choices.add(LEAVE);
    return choices;
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    String chosen = Answers.choice(answer, acting ? List.of() : choices(scene));
    Attendance attendance = scene.facilities().attendance();
    switch (chosen) {
      case "printer" -> change(scene, DeviceName.PRINTER);
      case "a4" -> change(scene, DeviceName.A4);
      case "helped" -> act(scene, "help.over", attendance.help()::over, "attend.helped");
      case "pause" -> {
        String reason = scene.facilities().sentences().say("attend.pause.reason");
        act(
            scene,
            "terminal.out-of-service",
            () -> attendance.service().pause(reason),
            "attend.paused");
      }
      case "resume" ->
          act(scene, "terminal.in-service", attendance.service()::resume, "attend.resumed");
      default -> scene.leave(Scene.Leaving.CHOSEN);
    }
  }

  private void act(Scene scene, String deed, Runnable act, String done) {
    turn(scene, true, Optional.empty());
    attendant.act(scene, deed, act, () -> turn(scene, false, Optional.of(done)));
  }

  private void change(Scene scene, DeviceName printer) {
    turn(scene, true, Optional.empty());
    PaperChange change = new PaperChange(attendant, printer);
    attendant.act(
        scene,
        printer.key() + ".paper-change-begun",
        () -> change.pause(scene),
        () -> {
          acting = false;
          scene.follow(
              List.of(
                  this,
                  new OpenPrinterStage(change),
                  new LoadPaperStage(change),
                  new CountPaperStage(change),
                  new TestPaperStage(change)));
        });
  }

  private void turn(Scene scene, boolean works, Optional<String> what) {
    acting = works;
    said = what;
    scene.pace();
    scene.refresh();
  }

  @Override
  public void enter(Scene scene) {
    acting = false;
  }

  @Override
  public void failed(Scene scene) {
    turn(scene, false, Optional.empty());
  }
}
