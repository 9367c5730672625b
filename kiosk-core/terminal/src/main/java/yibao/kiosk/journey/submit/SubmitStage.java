package yibao.kiosk.journey.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.filing.Filings;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Concerned;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Policy;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Signature;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Waiting;
import yibao.kiosk.journey.visit.Ways;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.store.StoreFault;

/**
 * Hands the filing in: on disk first, then to the platform; the citizen may walk away and it goes
 * on.
 */
public final class SubmitStage implements Stage {

  private static final List<Choice> WALK_AWAY = List.of(new Choice("later", "先退出，稍后查进度", false));

  private final Task.Filing task;
  private final Sheet sheet;
  private final Enclosing enclosing;
  private final Waiting waiting = new Waiting(Step.Wait.Doing.SUBMIT, "wait.submit", WALK_AWAY);
  private boolean unsure;

  public SubmitStage(Task.Filing task, Sheet sheet) {
    this(task, sheet, Enclosing.NOTHING);
  }

  /**
   * Hands in more than a form.
   *
   * @param enclosing what goes with it
   */
  public SubmitStage(Task.Filing task, Sheet sheet, Enclosing enclosing) {
    this.task = task;
    this.sheet = sheet;
    this.enclosing = enclosing;
  }

  @Override
  public boolean applies(Visit visit) {
    return visit.outcome().isEmpty();
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return unsure ? Pace.DONE : Pace.WORKING;
  }

  @Override
  public void enter(Scene scene) {
    FilingDraft draft = draft(scene);
    Runnable taken = enclosing.taken(scene);
    waiting.begin(scene);
    scene.work(
        () -> {
          SubmitOutcome outcome = handIn(scene.facilities().filings(), draft);
          if (!(outcome instanceof SubmitOutcome.NotTaken)) {
            taken.run();
          }
          return outcome;
        },
        outcome -> {
          scene.visit().ended(outcome);
          scene.next();
        });
  }

  /**
   * A fault after the filing was written down leaves open whether it was sent: that is for {@link
   * #failed}.
   */
  private static SubmitOutcome handIn(Filings filings, FilingDraft draft) {
    try {
      return filings.submit(draft);
    } catch (StoreFault fault) {
      if (filings.find(draft.key()).isPresent()) {
        throw fault;
      }
      return new SubmitOutcome.NotTaken(fault.code());
    }
  }

  @Override
  public void failed(Scene scene) {
    unsure = true;
    waiting.end();
    scene.pace();
    scene.refresh();
  }

  private static Step unsure(Scene scene) {
    return new Step.Result(
        Step.Result.Outcome.UNCONFIRMED,
        new Notice(
            "result.unconfirmed",
            scene
                .facilities()
                .sentences()
                .say(
                    "result.unconfirmed", Map.of("terminal", scene.facilities().site().terminal())),
            Notice.Tone.WARNING),
        Optional.empty(),
        List.of(Row.of("终端流水号", Ended.shortened(scene.visit().filingKey()))),
        Ways.OUT);
  }

  private FilingDraft draft(Scene scene) {
    Visit visit = scene.visit();
    Concerned concerned = Concerned.by(sheet, visit);
    Policy insurance = visit.policy().orElseThrow();
    Map<String, String> values = new HashMap<>(enclosing.values(scene));
    values.putAll(sheet.values(visit.values()));
    values.putAll(task.values());
    if (!concerned.standsThere(visit)) {
      Concerned there = Concerned.whoStandsThere(visit).orElseThrow();
      values.put("agentName", there.name());
      values.put("agentNumber", there.certificateNumber());
    }
    return new FilingDraft(
        visit.filingKey(),
        scene.facilities().site().region().id(),
        visit.item().orElseThrow().seq(),
        task.filing(),
        concerned.personNumber(),
        concerned.name(),
        concerned.certificateNumber(),
        insurance.place(),
        insurance.kind(),
        values,
        visit.commitment(),
        visit.signature().map(Signature::json),
        enclosing.attachments(scene),
        scene.facilities().today());
  }

  @Override
  public Step show(Scene scene) {
    return unsure ? unsure(scene) : waiting.show(scene);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    Answers.choice(answer, unsure ? Ways.OUT : waiting.choices(scene));
    scene.leave(Scene.Leaving.CHOSEN);
  }

  @Override
  public void exit() {
    waiting.end();
  }
}
