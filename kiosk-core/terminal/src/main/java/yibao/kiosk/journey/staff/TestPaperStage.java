package yibao.kiosk.journey.staff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.journey.attend.Attendance;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;

/**
 * New paper: a test comes out, told as printed only when the printer says so, and the terminal is
 * back in service. Without a proof it stays out of service.
 */
final class TestPaperStage implements Stage {
  private static final Choice AGAIN = new Choice("again", "再印一次", true);
  private static final Choice ONE_MORE = new Choice("again", "再印一次", false);
  private static final Choice STAY_OUT = new Choice("out", "先不恢复服务", false);
  private static final Choice BACK_IN = new Choice("in", "恢复服务", true);

  private final PaperChange change;
  private Optional<PrintOutcome> outcome = Optional.empty();
  private boolean acting;

  TestPaperStage(PaperChange change) {
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
    return working() ? Pace.WORKING : Pace.FILLING;
  }

  private boolean working() {
    return acting || outcome.isEmpty();
  }

  private boolean printed() {
    return outcome.filter(PrintOutcome.Printed.class::isInstance).isPresent();
  }

  @Override
  public void enter(Scene scene) {
    acting = false;
    print(scene);
  }

  private void print(Scene scene) {
    outcome = Optional.empty();
    scene.pace();
    scene.refresh();
    Attendance attendance = scene.facilities().attendance();
    scene.work(
        () -> {
          PrintOutcome said = change.test(scene);
          attendance.note(
              change.printer().key() + ".paper-tested", change.attendant().number(), word(said));
          return said;
        },
        said -> {
          outcome = Optional.of(said);
          scene.pace();
          scene.refresh();
        });
  }

  private static String word(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Printed _ -> "printed";
      case PrintOutcome.NotPrinted _ -> "not-printed";
      case PrintOutcome.Partly _ -> "partly";
      case PrintOutcome.Unknown _ -> "unknown";
    };
  }

  @Override
  public Step show(Scene scene) {
    String screen = working() ? "testing" : printed() ? "tested" : "untested";
    return change.show(scene, screen, outcome.flatMap(it -> why(scene, it)), choices());
  }

  /** What staff should do comes from the printer itself, where it says. */
  private Optional<Notice> why(Scene scene, PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Printed _ -> Optional.empty();
      case PrintOutcome.NotPrinted _, PrintOutcome.Partly _ ->
          Optional.of(
              change
                  .status(scene)
                  .flatMap(
                      status ->
                          status
                              .remedy()
                              .map(
                                  remedy ->
                                      new Notice(
                                          status.cause().orElse("attend.paper.not-printed"),
                                          remedy,
                                          Notice.Tone.WARNING)))
                  .orElseGet(
                      () ->
                          PaperChange.notice(
                              scene, "attend.paper.not-printed", Notice.Tone.WARNING)));
      case PrintOutcome.Unknown _ ->
          Optional.of(PaperChange.notice(scene, "attend.paper.unproven", Notice.Tone.WARNING));
    };
  }

  private List<Choice> choices() {
    if (working()) {
      return List.of();
    }
    return printed() ? List.of(ONE_MORE, BACK_IN) : List.of(STAY_OUT, AGAIN);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    switch (Answers.choice(answer, choices())) {
      case "again" -> print(scene);
      case "in" -> {
        acting = true;
        scene.pace();
        scene.refresh();
        change
            .attendant()
            .act(
                scene,
                change.printer().key() + ".paper-change-done",
                () -> change.resume(scene),
                () -> desk(scene, Optional.of("attend.paper.done")));
      }
      default -> desk(scene, Optional.empty());
    }
  }

  private void desk(Scene scene, Optional<String> said) {
    scene.follow(List.of(this, new DeskStage(change.attendant(), said)));
  }

  @Override
  public void failed(Scene scene) {
    acting = false;
    outcome = Optional.of(new PrintOutcome.Unknown("failed"));
    scene.pace();
    scene.refresh();
  }
}
