package yibao.kiosk.journey.staff;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yibao.kiosk.hardware.PaperCounts;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;

/** New paper: the counter begins anew, unless the old paper went back in. */
final class CountPaperStage implements Stage {
  private static final Choice SAME = new Choice("same", "还是旧纸", false);
  private static final Choice FRESH = new Choice("fresh", "换了新纸", true);
  private static final List<Choice> CHOICES = List.of(SAME, FRESH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

  private final PaperChange change;
  private boolean acting;

  CountPaperStage(PaperChange change) {
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
    return acting ? Pace.WORKING : Pace.FILLING;
  }

  @Override
  public void enter(Scene scene) {
    acting = false;
  }

  @Override
  public Step show(Scene scene) {
    Facilities facilities = scene.facilities();
    PaperCounts.Since since = facilities.attendance().paper().since(change.printer());
    return new Step.Staff(
        acting ? Step.Staff.Phase.WORKING : Step.Staff.Phase.DO,
        facilities.sentences().say("attend.count.title"),
        facilities.sentences().say("attend.count"),
        Optional.empty(),
        List.of(
            Row.of(
                facilities.sentences().say("attend.count.loaded"),
                since
                    .loadedAt()
                    .map(at -> DAY.format(LocalDateTime.ofInstant(at, facilities.zone())))
                    .orElse(facilities.sentences().say("attend.count.never"))),
            Row.of(
                facilities.sentences().say("attend.count.printed"),
                Integer.toString(since.papers()))),
        acting ? List.of() : CHOICES);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (Answers.choice(answer, acting ? List.of() : CHOICES).equals("same")) {
      scene.next();
      return;
    }
    acting = true;
    scene.pace();
    scene.refresh();
    PaperCounts paper = scene.facilities().attendance().paper();
    change
        .attendant()
        .act(
            scene,
            change.printer().key() + ".paper-loaded",
            () -> paper.loaded(change.printer()),
            scene::next);
  }

  @Override
  public void failed(Scene scene) {
    acting = false;
    scene.pace();
    scene.refresh();
  }
}
