package yibao.kiosk.journey.asking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Group;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Policy;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Waiting;
import yibao.kiosk.journey.visit.Ways;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.query.Query;
import yibao.kiosk.query.QueryAnswer;
import yibao.kiosk.query.Question;
import yibao.kiosk.record.FilingOnRecord;

/**
 * Asks the platform and shows the answer, a page at a time; a line that leads further opens its own
 * answer over the list, from which the citizen comes back to the line.
 */
public final class QueryStage implements Stage {

  private final String name;
  private final Query query;
  private final boolean withdraws;
  private final Corrections corrections;
  private final Waiting waiting = new Waiting(Step.Wait.Doing.LOOKUP, "wait.query");
  private Optional<String> barrier = Optional.empty();
  private boolean asking = true;
  private Optional<Opened> list = Optional.empty();
  private Optional<Opened> detail = Optional.empty();
  private Callable<Reply<QueryAnswer>> last = () -> new Reply.Unreachable<>("query.not-asked");

  /** An answer open at a page. */
  private static final class Opened {
    private final QueryAnswer answer;
    private int page = 1;

    Opened(QueryAnswer answer) {
      this.answer = answer;
    }

    List<QueryAnswer.Line> lines() {
      return answer.found() ? answer.sections().get(page - 1).lines() : List.of();
    }
  }

  /**
   * Asks a question.
   *
   * @param name the query's name, by which its own sentences go
   * @param withdraws whether a filing it shows may be taken back, or put right, from here
   * @param corrections says what of a filing may be put right
   */
  public QueryStage(String name, Query query, boolean withdraws, Corrections corrections) {
    this.name = name;
    this.query = query;
    this.withdraws = withdraws;
    this.corrections = corrections;
  }

  /** Not for somebody who is about to show another credential. */
  @Override
  public boolean applies(Visit visit) {
    return query.about() == Query.About.NOBODY || visit.person().isPresent();
  }

  @Override
  public boolean revisitable() {
    return detail.isEmpty() && !asking;
  }

  @Override
  public Pace pace() {
    return asking ? Pace.WORKING : Pace.READING;
  }

  @Override
  public void enter(Scene scene) {
    list = Optional.empty();
    detail = Optional.empty();
    Visit visit = scene.visit();
    visit.actOnNone();
    Question question =
        new Question(
            scene.facilities().sources(),
            visit.person(),
            visit.insurance(),
            visit.values(),
            scene.facilities().today());
    ask(scene, () -> query.ask(question));
  }

  private void ask(Scene scene, Callable<Reply<QueryAnswer>> what) {
    last = what;
    barrier = Optional.empty();
    asking = true;
    waiting.begin(scene);
    scene.pace();
    scene.work(what, reply -> hear(scene, reply));
  }

  private void hear(Scene scene, Reply<QueryAnswer> reply) {
    scene.visit().serve();
    switch (reply) {
      case Reply.Answered<QueryAnswer>(QueryAnswer answer) -> open(answer);
      case Reply.Refused<QueryAnswer> _ -> barrier = Optional.of("platform.refused");
      case Reply.Unreachable<QueryAnswer>(String cause) ->
          barrier =
              Optional.of(
                  cause.equals("platform.not-offered") ? "query.not-offered" : "platform.down");
    }
    settle(scene);
  }

  private void open(QueryAnswer answer) {
    if (list.isEmpty()) {
      list = Optional.of(new Opened(answer));
    } else {
      detail = Optional.of(new Opened(answer));
    }
  }

  @Override
  public void failed(Scene scene) {
    barrier = Optional.of("platform.down");
    settle(scene);
  }

  private void settle(Scene scene) {
    asking = false;
    waiting.end();
    scene.pace();
    scene.refresh();
  }

  @Override
  public Step show(Scene scene) {
    if (barrier.isPresent()) {
      return new Step.Eligibility(
          new Notice(barrier.get(), say(scene, barrier.get()), Notice.Tone.WARNING),
          List.of(),
          waysOut(scene));
    }
    if (asking) {
      return waiting.show(scene);
    }
    Opened shown = shown();
    List<QueryAnswer.Section> sections = shown.answer.sections();
    return new Step.Answer(
        shown.answer.title(),
        shown.answer.found() ? List.of(group(sections.get(shown.page - 1))) : List.of(),
        sections.size() > 1
            ? Optional.of(new Step.Answer.Page(shown.page, sections.size()))
            : Optional.empty(),
        notice(scene, shown.answer),
        choices(scene));
  }

  private Opened shown() {
    return detail.or(() -> list).orElseThrow();
  }

  private Optional<Notice> notice(Scene scene, QueryAnswer answer) {
    if (!answer.found()) {
      String code = "query.nothing." + name;
      Sentences sentences = scene.facilities().sentences();
      return Optional.of(
          new Notice(
              "query.nothing",
              sentences.sayOr(code, "query.nothing", params(scene)),
              Notice.Tone.INFO));
    }
    if (answer.incomplete()) {
      return Optional.of(
          new Notice("query.incomplete", say(scene, "query.incomplete"), Notice.Tone.INFO));
    }
    return ruling(scene) instanceof Corrections.Ruling.NotHere(String instead)
        ? Optional.of(new Notice("correction.not-here", instead, Notice.Tone.INFO))
        : Optional.empty();
  }

  /** Of the filing that is open by itself, for the person whose it is. */
  private Corrections.Ruling ruling(Scene scene) {
    return shown()
        .answer
        .filing()
        .filter(_ -> withdraws && scene.visit().person().isPresent())
        .map(filing -> corrections.of(filing, scene.facilities()))
        .orElseGet(Corrections.Ruling.Unsaid::new);
  }

  private List<Choice> choices(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    List<Choice> choices = new ArrayList<>();
    if (detail.isPresent()) {
      choices.add(backToList(scene));
    } else {
      choices.add(new Choice("done", sentences.say("query.leave"), false));
    }
    if (withdrawable().isPresent()) {
      choices.add(new Choice("withdraw", sentences.say("withdrawal.offer"), false));
    }
    if (ruling(scene) instanceof Corrections.Ruling.Here) {
      choices.add(new Choice("correct", sentences.say("correction.offer"), false));
    }
    boolean lacks = supplementable(scene.visit()).isPresent();
    if (shown().answer.found()) {
      choices.add(new Choice("print", sentences.say("query.print"), !lacks));
    }
    if (lacks) {
      choices.add(new Choice("supplement", sentences.say("supplement.offer"), true));
    }
    return choices;
  }

  private Optional<FilingOnRecord> supplementable(Visit visit) {
    return shown()
        .answer
        .filing()
        .filter(filing -> filing.shortfall().isPresent() && visit.person().isPresent());
  }

  private Optional<FilingOnRecord> withdrawable() {
    return shown().answer.filing().filter(filing -> withdraws && filing.state().withdrawable());
  }

  private static Group group(QueryAnswer.Section section) {
    List<QueryAnswer.Line> lines = section.lines();
    return new Group(
        section.title(),
        IntStream.range(0, lines.size()).mapToObj(i -> row(i, lines.get(i))).toList());
  }

  private static Row row(int index, QueryAnswer.Line line) {
    return new Row(
        line.label(),
        line.value(),
        Optional.empty(),
        line.detail().stream().map(d -> Row.of(d.label(), d.value())).toList(),
        line.further().map(_ -> Integer.toString(index)));
  }

  private List<Choice> waysOut(Scene scene) {
    if (barrier.filter("query.not-offered"::equals).isPresent()) {
      return Ways.OUT;
    }
    return list.isEmpty()
        ? Ways.AGAIN_OR_OUT
        : List.of(backToList(scene), Ways.AGAIN_OR_OUT.getLast());
  }

  private static Choice backToList(Scene scene) {
    return new Choice("list", scene.facilities().sentences().say("query.back-to-list"), false);
  }

  private static String say(Scene scene, String code) {
    return scene.facilities().sentences().say(code, params(scene));
  }

  private static Map<String, String> params(Scene scene) {
    return Map.of("hotline", scene.facilities().site().pool().hotlines().query());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (asking) {
      throw new Misread("step", "nothing while the platform is asked");
    }
    if (barrier.isPresent()) {
      afterBarrier(scene, answer);
    } else if (answer.has("page")) {
      turn(scene, answer.path("page"));
    } else if (answer.has("open")) {
      follow(scene, Answers.text(answer, "open"));
    } else {
      choose(scene, Answers.choice(answer, choices(scene)));
    }
  }

  private void afterBarrier(Scene scene, JsonNode answer) {
    switch (Answers.choice(answer, waysOut(scene))) {
      case "again" -> {
        ask(scene, last);
        scene.refresh();
      }
      case "list" -> {
        barrier = Optional.empty();
        detail = Optional.empty();
        scene.refresh();
      }
      default -> scene.leave(Scene.Leaving.CHOSEN);
    }
  }

  private void turn(Scene scene, JsonNode page) {
    int pages = shown().answer.sections().size();
    if (!page.isInt() || page.asInt() < 1 || page.asInt() > pages) {
      throw new Misread("page", "a page from 1 to " + pages);
    }
    shown().page = page.asInt();
    scene.refresh();
  }

  private void follow(Scene scene, String open) {
    List<QueryAnswer.Line> lines = shown().lines();
    QueryAnswer.Further further =
        IntStream.range(0, lines.size())
            .filter(i -> Integer.toString(i).equals(open))
            .mapToObj(lines::get)
            .flatMap(line -> line.further().stream())
            .findFirst()
            .orElseThrow(() -> new Misread("open", "a row that leads further"));
    ask(scene, further::ask);
    scene.refresh();
  }

  private void choose(Scene scene, String choice) {
    switch (choice) {
      case "list" -> {
        detail = Optional.empty();
        scene.refresh();
      }
      case "withdraw" -> {
        scene.visit().actOn(withdrawable().orElseThrow());
        detail = Optional.empty();
        scene.next();
      }
      case "supplement" -> handIn(scene, scene.visit()::supplement, "supplement.at-window");
      case "correct" -> handIn(scene, scene.visit()::correct, "correction.at-window");
      case "print" -> {
        scene.visit().answered(shown().answer);
        scene.visit().askPaper();
        scene.next();
      }
      default -> scene.next();
    }
  }

  /** Goes on with something to be handed in for the filing that is open. */
  private void handIn(Scene scene, Consumer<FilingOnRecord> what, String atWindow) {
    Visit visit = scene.visit();
    FilingOnRecord filing = shown().answer.filing().orElseThrow();
    Optional<Policy> policy =
        Policy.of(filing, visit.person().orElseThrow(), scene.facilities().site().pool());
    if (policy.isEmpty()) {
      barrier = Optional.of(atWindow);
      scene.refresh();
      return;
    }
    // Nobody prepares what the terminal could not take; a second tap finds it asking.
    asking = true;
    waiting.begin(scene);
    scene.pace();
    scene.work(
        scene.facilities().filings()::closedBecause,
        why -> {
          barrier = why.map(code -> "closed." + code);
          settle(scene);
          if (barrier.isEmpty()) {
            visit.under(policy.get());
            what.accept(filing);
            detail = Optional.empty();
            scene.next();
          }
        });
  }

  @Override
  public void exit() {
    waiting.end();
  }
}
