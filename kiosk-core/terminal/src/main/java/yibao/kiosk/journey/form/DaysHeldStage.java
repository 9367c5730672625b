package yibao.kiosk.journey.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.form.Apart;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Waiting;
import yibao.kiosk.journey.visit.Ways;
import yibao.kiosk.platform.Enquiries;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.InsuredPerson;

/**
 * Asks the platform which days the person's filings hold, before any day is asked for. Where no day
 * is left it says so and leads to the filing that holds them. A platform that does not say is asked
 * by the filing itself.
 */
final class DaysHeldStage implements Stage {

  private final Apart apart;
  private final Sheet sheet;
  private final DaysHeld days;
  private final Waiting waiting = new Waiting(Step.Wait.Doing.LOOKUP, "wait.query");
  private Optional<Apart.Held> barrier = Optional.empty();

  DaysHeldStage(Apart apart, Sheet sheet, DaysHeld days) {
    this.apart = apart;
    this.sheet = sheet;
    this.days = days;
  }

  /** Where no insurance is held yet nothing is filed under it. */
  @Override
  public boolean applies(Visit visit) {
    return visit.person().isPresent() && sheet.asks(first(), visit.values());
  }

  private Field first() {
    return sheet.form().field(apart.from()).orElseThrow();
  }

  @Override
  public boolean revisitable() {
    return barrier.isPresent();
  }

  @Override
  public Pace pace() {
    return barrier.isPresent() ? Pace.READING : Pace.WORKING;
  }

  @Override
  public void enter(Scene scene) {
    barrier = Optional.empty();
    InsuredPerson person = scene.visit().person().orElseThrow();
    Enquiries.Subject subject =
        new Enquiries.Subject(person.personNumber(), scene.visit().policy().orElseThrow().place());
    waiting.begin(scene);
    scene.work(
        () -> scene.facilities().sources().enquiries().filings(subject),
        reply -> hear(scene, reply));
  }

  private void hear(Scene scene, Reply<List<FilingOnRecord>> reply) {
    waiting.end();
    days.are(
        switch (reply) {
          case Reply.Answered<List<FilingOnRecord>>(List<FilingOnRecord> filings) ->
              filings.stream().flatMap(filing -> held(filing).stream()).toList();
          case Reply.Refused<List<FilingOnRecord>> _, Reply.Unreachable<List<FilingOnRecord>> _ ->
              List.of();
        });
    barrier = allDays(scene);
    if (barrier.isEmpty()) {
      scene.next();
    } else {
      scene.pace();
      scene.refresh();
    }
  }

  private Optional<Apart.Held> held(FilingOnRecord filing) {
    boolean holds =
        filing.operation().filter(apart.of()::equals).isPresent()
            && (filing.standing() != FilingOnRecord.Standing.NONE || filing.state().undecided());
    return filing
        .from()
        .filter(_ -> holds)
        .map(
            from ->
                new Apart.Held(
                    filing.number(),
                    from,
                    filing.to(),
                    filing.summary() + "，" + EarlierStage.period(filing)));
  }

  /** The one filing that holds every day the citizen may choose. */
  private Optional<Apart.Held> allDays(Scene scene) {
    LocalDate today = scene.facilities().today();
    Input.Date rule = (Input.Date) first().input();
    LocalDate earliest = rule.earliest().map(bound -> bound.from(today)).orElse(today);
    Optional<LocalDate> latest = rule.latest().map(bound -> bound.from(today));
    return days.others(scene.visit()).stream()
        .filter(one -> !one.from().isAfter(earliest))
        .filter(one -> one.to().filter(to -> latest.filter(to::isBefore).isPresent()).isEmpty())
        .findFirst();
  }

  @Override
  public Step show(Scene scene) {
    return barrier
        .<Step>map(
            one ->
                new Step.Eligibility(
                    new Notice(
                        "eligibility.days-held",
                        scene
                            .facilities()
                            .sentences()
                            .say("eligibility.days-held", Map.of("filing", one.words())),
                        Notice.Tone.WARNING),
                    List.of(),
                    choices(scene)))
        .orElseGet(() -> waiting.show(scene));
  }

  private static List<Choice> choices(Scene scene) {
    List<Choice> choices = new ArrayList<>(Ways.OUT);
    if (scene.facilities().site().manages(scene.visit().item().orElseThrow())) {
      choices.add(Ways.MANAGE);
    }
    return List.copyOf(choices);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (barrier.isEmpty()) {
      throw new Misread("step", "nothing while the platform is asked");
    }
    if (Answers.choice(answer, choices(scene)).equals(Ways.MANAGE.id())) {
      scene.visit().startOver();
      scene.turnTo(scene.visit().item().orElseThrow());
    } else {
      scene.leave(Scene.Leaving.CHOSEN);
    }
  }

  /** The filing itself will be judged by the platform. */
  @Override
  public void failed(Scene scene) {
    waiting.end();
    scene.next();
  }

  @Override
  public void exit() {
    waiting.end();
  }
}
