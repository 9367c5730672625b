package yibao.kiosk.journey.staff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.catalog.Witnessing;
import yibao.kiosk.journey.attend.Attendance;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Chips;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/**
 * Somebody of the staff looks at what they are to witness 见证 and says whether it is so. Who, what,
 * of which filing and when is in the audit record before it counts.
 */
final class LookStage implements Stage {
  private static final Choice REFUSE = new Choice("refuse", "不能确认", false);
  private static final Choice CONFIRM = new Choice("confirm", "当面看过，确认", true);
  private static final List<Choice> CHOICES = List.of(REFUSE, CONFIRM);

  private final Attendant attendant;
  private final Witnessing what;
  private final Consumer<Boolean> verdict;
  private Optional<Notice> notice = Optional.empty();
  private boolean acting;

  /**
   * Shows them what to look at.
   *
   * @param verdict hears whether it is so, once that is on record
   */
  LookStage(Attendant attendant, Witnessing what, Consumer<Boolean> verdict) {
    this.attendant = attendant;
    this.what = what;
    this.verdict = verdict;
  }

  @Override
  public boolean attended() {
    return true;
  }

  @Override
  public Pace pace() {
    return acting ? Pace.WORKING : Pace.FILLING;
  }

  @Override
  public Step show(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    return new Step.Staff(
        acting ? Step.Staff.Phase.WORKING : Step.Staff.Phase.DO,
        sentences.say("witness.look.title", Map.of("what", what.name())),
        sentences.say("witness.look"),
        notice,
        facts(scene.visit(), sentences),
        acting ? List.of() : CHOICES);
  }

  /** Whose errand it is, masked, and what to look at. */
  private List<Row> facts(Visit visit, Sentences sentences) {
    List<Row> facts = new ArrayList<>();
    Chips.item(visit)
        .ifPresent(item -> facts.add(Row.of(sentences.say("witness.look.item"), item.name())));
    Chips.agent(visit)
        .map(agent -> agent.name())
        .or(() -> Chips.person(visit).map(person -> person.name() + " " + person.idTail()))
        .ifPresent(who -> facts.add(Row.of(sentences.say("witness.look.who"), who)));
    for (int i = 0; i < what.look().size(); i++) {
      facts.add(
          Row.of(
              sentences.say("witness.look.at", Map.of("count", Integer.toString(i + 1))),
              what.look().get(i)));
    }
    return facts;
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    boolean so = Answers.choice(answer, acting ? List.of() : CHOICES).equals(CONFIRM.id());
    acting = true;
    notice = Optional.empty();
    scene.pace();
    scene.refresh();
    Attendance attendance = scene.facilities().attendance();
    String filing = scene.visit().filingKey().value();
    scene.work(
        () -> {
          attendance.note(
              "witness." + what.id(),
              attendant.number() + "." + filing,
              so ? "confirmed" : "refused");
          attendance.help().over();
          return so;
        },
        said -> {
          verdict.accept(said);
          scene.next();
        });
  }

  /** What is not on record does not count. */
  @Override
  public void failed(Scene scene) {
    acting = false;
    notice =
        Optional.of(
            new Notice(
                "attend.failed",
                scene.facilities().sentences().say("attend.failed"),
                Notice.Tone.WARNING));
    scene.pace();
    scene.refresh();
  }
}
