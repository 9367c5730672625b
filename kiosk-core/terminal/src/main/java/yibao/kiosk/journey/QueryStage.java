package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Group;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.QueryAnswer;
import yibao.kiosk.record.InsuredPerson;

/** Asks the platform and shows the answer, a page at a time. */
final class QueryStage implements Stage {

  private static final List<Choice> CHOICES =
      List.of(new Choice("done", "不打印，退出", false), new Choice("print", "打印", true));

  private final Waiting waiting = new Waiting(Step.Wait.Doing.LOOKUP, "wait.query");
  private Optional<String> barrier = Optional.empty();
  private boolean asking = true;
  private int page = 1;

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return asking ? Pace.WORKING : Pace.READING;
  }

  @Override
  public void enter(Scene scene) {
    barrier = Optional.empty();
    asking = true;
    InsuredPerson person = scene.visit().person().orElseThrow();
    waiting.begin(scene);
    scene.work(
        () -> scene.facilities().insuranceQuery().ask(person, scene.facilities().today()),
        reply -> hear(scene, reply));
  }

  private void hear(Scene scene, Reply<QueryAnswer> reply) {
    asking = false;
    waiting.end();
    switch (reply) {
      case Reply.Answered<QueryAnswer>(QueryAnswer answer) -> scene.visit().answered(answer);
      case Reply.Refused<QueryAnswer> _ -> barrier = Optional.of("platform.refused");
      case Reply.Unreachable<QueryAnswer> _ -> barrier = Optional.of("platform.down");
    }
    scene.pace();
    scene.refresh();
  }

  @Override
  public void failed(Scene scene) {
    asking = false;
    waiting.end();
    barrier = Optional.of("platform.down");
    scene.pace();
    scene.refresh();
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
          Ways.AGAIN_OR_OUT);
    }
    return scene.visit().answer().<Step>map(this::shown).orElseGet(() -> waiting.show(scene));
  }

  private Step shown(QueryAnswer answer) {
    List<QueryAnswer.Section> sections = answer.sections();
    return new Step.Answer(
        answer.title(),
        List.of(group(sections.get(page - 1))),
        sections.size() > 1
            ? Optional.of(new Step.Answer.Page(page, sections.size()))
            : Optional.empty(),
        Optional.empty(),
        CHOICES);
  }

  private static Group group(QueryAnswer.Section section) {
    return new Group(section.title(), section.lines().stream().map(QueryStage::row).toList());
  }

  private static Row row(QueryAnswer.Line line) {
    return new Row(
        line.label(),
        line.value(),
        Optional.empty(),
        line.detail().stream().map(d -> Row.of(d.label(), d.value())).toList());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (barrier.isPresent()) {
      if (Answers.choice(answer, Ways.AGAIN_OR_OUT).equals("again")) {
        enter(scene);
        scene.pace();
        scene.refresh();
      } else {
        scene.leave(Scene.Leaving.CHOSEN);
      }
      return;
    }
    int pages = scene.visit().answer().map(a -> a.sections().size()).orElse(0);
    if (answer.path("page").isInt()) {
      int wanted = answer.path("page").asInt();
      if (wanted < 1 || wanted > pages) {
        throw new Misread("page", "a page from 1 to " + pages);
      }
      page = wanted;
      scene.refresh();
    } else {
      if (Answers.choice(answer, CHOICES).equals("print")) {
        scene.visit().askPaper();
      }
      scene.next();
    }
  }

  @Override
  public void exit() {
    waiting.end();
  }
}
