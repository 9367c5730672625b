package yibao.kiosk.journey.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Input.FilingOnRecord.Standing;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Revisable;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Waiting;
import yibao.kiosk.journey.visit.Ways;
import yibao.kiosk.platform.Enquiries;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.InsuredPerson;

/**
 * Which filing on record it is about: asks the platform for the person's filings, takes the only
 * one that can be meant, and lets the citizen pick among several.
 */
final class EarlierStage implements Revisable {

  private final Field field;
  private final Input.FilingOnRecord input;
  private final Sheet sheet;
  private final Waiting waiting = new Waiting(Step.Wait.Doing.LOOKUP, "wait.query");
  private Optional<List<FilingOnRecord>> found = Optional.empty();
  private Optional<String> barrier = Optional.empty();

  EarlierStage(Field field, Input.FilingOnRecord input, Sheet sheet) {
    this.field = field;
    this.input = input;
    this.sheet = sheet;
  }

  @Override
  public String field() {
    return field.name();
  }

  @Override
  public boolean answered(Visit visit) {
    return visit.earlier().isPresent();
  }

  @Override
  public boolean revisitable() {
    return found.filter(filings -> filings.size() > 1).isPresent();
  }

  @Override
  public boolean counted() {
    return revisitable();
  }

  @Override
  public Pace pace() {
    return found.isEmpty() && barrier.isEmpty() ? Pace.WORKING : Pace.READING;
  }

  @Override
  public void enter(Scene scene) {
    found = Optional.empty();
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
    switch (reply) {
      case Reply.Answered<List<FilingOnRecord>>(List<FilingOnRecord> filings) ->
          offer(scene, filings.stream().filter(filing -> canBeMeant(filing, scene)).toList());
      case Reply.Refused<List<FilingOnRecord>> _ -> stop(scene, "platform.refused");
      case Reply.Unreachable<List<FilingOnRecord>> _ -> stop(scene, "platform.down");
    }
  }

  private void offer(Scene scene, List<FilingOnRecord> filings) {
    switch (filings.size()) {
      case 0 -> stop(scene, "eligibility.no-filing");
      case 1 -> {
        found = Optional.of(filings);
        take(scene, filings.getFirst());
      }
      default -> {
        found = Optional.of(filings);
        scene.pace();
        scene.refresh();
      }
    }
  }

  private boolean canBeMeant(FilingOnRecord filing, Scene scene) {
    Map<String, String> answers = sheet.values(scene.visit().values());
    Set<String> wanted =
        input.wanted(answers).stream().map(Standing::name).collect(Collectors.toSet());
    LocalDate today = scene.facilities().today();
    return wanted.contains(filing.standing().name())
        && filing.to().filter(last -> last.isBefore(today)).isEmpty()
        && input.same().stream().allMatch(name -> agrees(filing, name));
  }

  private boolean agrees(FilingOnRecord filing, String name) {
    return Optional.ofNullable(sheet.known().get(name))
        .map(value -> value.equals(filing.values().get(name)))
        .orElse(filing.values().containsKey(name));
  }

  private void stop(Scene scene, String code) {
    barrier = Optional.of(code);
    scene.pace();
    scene.refresh();
  }

  private void take(Scene scene, FilingOnRecord filing) {
    scene.visit().actOn(filing);
    scene
        .visit()
        .enter(
            field.name(),
            new Visit.Entry(
                filing.number(), filing.summary() + "，" + period(filing), Optional.empty()));
    scene.next();
  }

  /** From when until when a filing holds, in words. */
  static String period(FilingOnRecord filing) {
    String from = filing.from().map(day -> Known.day(day) + "起").orElse("");
    return from + filing.to().map(day -> "，到" + Known.day(day)).orElse("，长期有效");
  }

  @Override
  public Step show(Scene scene) {
    if (barrier.isPresent()) {
      return new Step.Eligibility(
          new Notice(
              barrier.get(),
              scene
                  .facilities()
                  .sentences()
                  .say(
                      barrier.get(),
                      Map.of("hotline", scene.facilities().site().pool().hotlines().query())),
              Notice.Tone.WARNING),
          List.of(),
          ways());
    }
    return found.isEmpty() ? waiting.show(scene) : asked(scene, found.get());
  }

  private List<Choice> ways() {
    return barrier.filter(code -> code.startsWith("platform.")).isPresent()
        ? Ways.AGAIN_OR_OUT
        : Ways.OUT;
  }

  private Step asked(Scene scene, List<FilingOnRecord> filings) {
    return Step.Question.choice(
        field.name(),
        field.label(),
        scene.visit().entry(field.name()).map(Visit.Entry::value),
        filings.stream()
            .map(
                filing ->
                    new Step.Question.Option(
                        filing.number(), filing.summary(), Optional.of(period(filing))))
            .toList());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (barrier.isPresent()) {
      if (Answers.choice(answer, ways()).equals("again")) {
        enter(scene);
        scene.pace();
        scene.refresh();
      } else {
        scene.leave(Scene.Leaving.CHOSEN);
      }
      return;
    }
    String number = Answers.text(answer, "value");
    take(
        scene,
        found.orElse(List.of()).stream()
            .filter(filing -> filing.number().equals(number))
            .findFirst()
            .orElseThrow(() -> new Misread("value", "one of the options")));
  }

  @Override
  public void failed(Scene scene) {
    waiting.end();
    stop(scene, "platform.down");
  }

  @Override
  public void exit() {
    waiting.end();
  }
}
