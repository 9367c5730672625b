package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Paper.Phase;
import yibao.kiosk.paper.Paper;

/** Puts a receipt on paper, and says "printed" only when the printer did. */
final class PaperStage implements Stage {

  private static final List<Choice> DONE = List.of(new Choice("done", "完成", true));
  private static final List<Choice> AGAIN =
      List.of(new Choice("done", "不打印了", false), new Choice("again", "重新打印", true));

  /**
   * Paints the receipt.
   *
   * @see Slips
   */
  interface Slip {
    /**
     * The receipt.
     *
     * @param reprint how many copies may be out already; such a copy is marked 重打
     */
    Paper.OnRoll paint(int reprint);
  }

  private final Function<Scene, Slip> slip;
  private Phase phase = Phase.PRINTING;
  private String sentence = "paper.printing";
  private int reprint;

  PaperStage(Function<Scene, Slip> slip) {
    this.slip = slip;
  }

  @Override
  public boolean applies(Visit visit) {
    return visit.wantsPaper();
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return phase == Phase.PRINTING ? Pace.WORKING : Pace.DONE;
  }

  @Override
  public void enter(Scene scene) {
    phase = Phase.PRINTING;
    sentence = "paper.printing";
    Slip what = slip.apply(scene);
    int again = reprint;
    scene.work(
        () -> scene.facilities().receipts().print(what.paint(again).receipt().escPos()),
        outcome -> hear(scene, outcome));
  }

  private void hear(Scene scene, PrintOutcome outcome) {
    switch (outcome) {
      case PrintOutcome.Printed _ -> tell(scene, Phase.PRINTED, "paper.printed");
      case PrintOutcome.NotPrinted(String code) -> tell(scene, Phase.NOT_PRINTED, "paper." + code);
      case PrintOutcome.Partly _ -> {
        reprint++;
        tell(scene, Phase.PARTLY, "paper.partly");
      }
      case PrintOutcome.Unknown _ -> {
        reprint++;
        tell(scene, Phase.UNKNOWN, "paper.unknown");
      }
    }
  }

  private void tell(Scene scene, Phase now, String code) {
    phase = now;
    sentence = code;
    if (now != Phase.NOT_PRINTED) {
      scene.visit().paperCameOut();
    }
    scene.pace();
    scene.refresh();
  }

  @Override
  public void failed(Scene scene) {
    tell(scene, Phase.NOT_PRINTED, "paper.not-printed");
  }

  @Override
  public Step show(Scene scene) {
    return new Step.Paper(
        phase,
        new Notice(
            sentence,
            scene.facilities().sentences().sayOr(sentence, "paper.not-printed", java.util.Map.of()),
            switch (phase) {
              case PRINTING -> Notice.Tone.INFO;
              case PRINTED -> Notice.Tone.SUCCESS;
              case NOT_PRINTED, PARTLY, UNKNOWN -> Notice.Tone.WARNING;
            }),
        choices());
  }

  private List<Choice> choices() {
    return switch (phase) {
      case PRINTING -> List.of();
      case PRINTED -> DONE;
      case NOT_PRINTED, PARTLY, UNKNOWN -> AGAIN;
    };
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (Answers.choice(answer, choices()).equals("again")) {
      enter(scene);
      scene.pace();
      scene.refresh();
    } else {
      scene.next();
    }
  }
}
