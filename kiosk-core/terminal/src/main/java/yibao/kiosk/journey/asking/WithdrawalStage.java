package yibao.kiosk.journey.asking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.filing.WithdrawalOutcome;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Group;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Waiting;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;

/**
 * Takes back 撤回 the filing the visit acts on: asks once more, then says what the platform did. The
 * list the citizen comes back to is asked for anew.
 */
public final class WithdrawalStage implements Stage {

  private static final String CONFIRM = "withdrawal.confirm";

  private final Waiting waiting = new Waiting(Step.Wait.Doing.SUBMIT, "wait.withdrawal");
  private boolean asking;
  private Optional<WithdrawalOutcome> outcome = Optional.empty();

  @Override
  public boolean applies(Visit visit) {
    return visit.earlier().isPresent();
  }

  @Override
  public boolean revisitable() {
    return !asking;
  }

  @Override
  public Pace pace() {
    return asking ? Pace.WORKING : Pace.READING;
  }

  @Override
  public void enter(Scene scene) {
    asking = false;
    outcome = Optional.empty();
  }

  @Override
  public Step show(Scene scene) {
    if (asking) {
      return waiting.show(scene);
    }
    String code = outcome.map(WithdrawalStage::code).orElse(CONFIRM);
    return new Step.Eligibility(
        new Notice(code, say(scene, code), tone()),
        List.of(new Group(say(scene, "withdrawal.filing"), rows(scene))),
        choices(scene));
  }

  private Notice.Tone tone() {
    return outcome.filter(WithdrawalOutcome.Withdrawn.class::isInstance).isPresent()
        ? Notice.Tone.SUCCESS
        : Notice.Tone.WARNING;
  }

  private static String code(WithdrawalOutcome outcome) {
    return switch (outcome) {
      case WithdrawalOutcome.Withdrawn _ -> "withdrawal.withdrawn";
      case WithdrawalOutcome.StandsAt _, WithdrawalOutcome.TooLate _ -> "withdrawal.too-late";
      case WithdrawalOutcome.Refused _ -> "withdrawal.refused";
      case WithdrawalOutcome.NotThere _ -> "withdrawal.not-there";
      case WithdrawalOutcome.NotOffered _ -> "withdrawal.not-offered";
      case WithdrawalOutcome.NotSent _ -> "withdrawal.not-sent";
      case WithdrawalOutcome.Unconfirmed _ -> "withdrawal.unconfirmed";
    };
  }

  private List<Row> rows(Scene scene) {
    FilingOnRecord filing = scene.visit().earlier().orElseThrow();
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of("受理号", filing.number()));
    if (!filing.summary().isBlank()) {
      rows.add(Row.of("内容", filing.summary()));
    }
    outcome
        .map(WithdrawalStage::answered)
        .orElseGet(() -> Optional.of(Row.of("办到哪一步", filing.state().label())))
        .ifPresent(rows::add);
    return rows;
  }

  /** What the platform itself said of it. */
  private static Optional<Row> answered(WithdrawalOutcome outcome) {
    return switch (outcome) {
      case WithdrawalOutcome.Withdrawn _ ->
          Optional.of(Row.of("办到哪一步", FilingState.WITHDRAWN.label()));
      case WithdrawalOutcome.StandsAt(var state) -> Optional.of(Row.of("办到哪一步", state.label()));
      case WithdrawalOutcome.TooLate(String words) -> said(words);
      case WithdrawalOutcome.Refused(_, String words) -> said(words);
      case WithdrawalOutcome.NotThere _,
          WithdrawalOutcome.NotOffered _,
          WithdrawalOutcome.NotSent _,
          WithdrawalOutcome.Unconfirmed _ ->
          Optional.empty();
    };
  }

  private static Optional<Row> said(String words) {
    return Optional.of(words).filter(text -> !text.isBlank()).map(text -> Row.of("系统答复", text));
  }

  private List<Choice> choices(Scene scene) {
    if (outcome.isEmpty()) {
      return List.of(
          new Choice("list", say(scene, "withdrawal.keep"), false),
          new Choice("withdraw", say(scene, "withdrawal.do"), true));
    }
    Choice done = new Choice("done", say(scene, "withdrawal.leave"), false);
    if (outcome.get() instanceof WithdrawalOutcome.Withdrawn) {
      return List.of(
          done,
          new Choice("list", say(scene, "query.back-to-list"), false),
          new Choice("print", say(scene, "withdrawal.print"), true));
    }
    return again(outcome.get())
        ? List.of(
            done,
            new Choice("list", say(scene, "query.back-to-list"), false),
            new Choice("withdraw", say(scene, "withdrawal.again"), true))
        : List.of(done, new Choice("list", say(scene, "query.back-to-list"), true));
  }

  private static boolean again(WithdrawalOutcome outcome) {
    return outcome instanceof WithdrawalOutcome.NotSent
        || outcome instanceof WithdrawalOutcome.Refused
        || outcome instanceof WithdrawalOutcome.Unconfirmed;
  }

  private static String say(Scene scene, String code) {
    return scene
        .facilities()
        .sentences()
        .say(code, Map.of("hotline", scene.facilities().site().pool().hotlines().query()));
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (asking) {
      throw new Misread("step", "nothing while the filing is being taken back");
    }
    switch (Answers.choice(answer, choices(scene))) {
      case "withdraw" -> withdraw(scene);
      case "list" -> scene.back();
      case "print" -> {
        scene.visit().askPaper();
        scene.next();
      }
      default -> scene.next();
    }
  }

  private void withdraw(Scene scene) {
    FilingOnRecord filing = scene.visit().earlier().orElseThrow();
    String certificate = scene.visit().person().orElseThrow().certificateNumber();
    asking = true;
    waiting.begin(scene);
    scene.pace();
    scene.work(
        () -> scene.facilities().withdrawal().withdraw(filing, certificate),
        how -> settle(scene, how));
    scene.refresh();
  }

  private void settle(Scene scene, WithdrawalOutcome how) {
    asking = false;
    waiting.end();
    // That a second request did not arrive says nothing of the first.
    boolean nothingNew =
        how instanceof WithdrawalOutcome.NotSent
            && outcome.filter(WithdrawalOutcome.Unconfirmed.class::isInstance).isPresent();
    if (!nothingNew) {
      outcome = Optional.of(how);
    }
    scene.pace();
    scene.refresh();
  }

  @Override
  public void failed(Scene scene) {
    settle(scene, new WithdrawalOutcome.Unconfirmed("terminal.fault"));
  }

  @Override
  public void exit() {
    waiting.end();
  }
}
