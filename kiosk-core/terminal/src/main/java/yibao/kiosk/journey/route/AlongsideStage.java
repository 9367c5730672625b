package yibao.kiosk.journey.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.ending.SignedPapers;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Stage;

/** Which of the items that go together with what was handed in comes next, or none of them. */
final class AlongsideStage implements Stage {

  private static final String NONE = "none";

  private final List<ServiceItem> offered;
  private final Sheet sheet;
  private final List<Stage> before;

  /**
   * Asks.
   *
   * @param sheet what was filled in last
   * @param before the result of what was handed in, and what follows it
   */
  AlongsideStage(List<ServiceItem> offered, Sheet sheet, List<Stage> before) {
    this.offered = List.copyOf(offered);
    this.sheet = sheet;
    this.before = List.copyOf(before);
  }

  @Override
  public Pace pace() {
    return Pace.READING;
  }

  /** Whoever comes back from the next filing has handed in the last one, no more. */
  @Override
  public void enter(Scene scene) {
    if (scene.visit().outcome().isEmpty()) {
      scene.visit().comeBack();
    }
  }

  @Override
  public Step show(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    List<Step.Question.Option> options = new ArrayList<>();
    offered.forEach(item -> options.add(option(Integer.toString(item.seq()), item.name())));
    options.add(option(NONE, sentences.say("result.go-on-none")));
    return Step.Question.choice(
        "alongside", sentences.say("result.go-on-which"), Optional.empty(), options);
  }

  private static Step.Question.Option option(String value, String label) {
    return new Step.Question.Option(value, label, Optional.empty());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    String value = Answers.text(answer, "value");
    if (value.equals(NONE)) {
      List<Stage> back = new ArrayList<>(List.of(this));
      back.addAll(before);
      scene.follow(back);
      return;
    }
    ServiceItem item =
        offered.stream()
            .filter(one -> Integer.toString(one.seq()).equals(value))
            .findFirst()
            .orElseThrow(() -> new Misread("value", "one of the options"));
    scene.visit().goOn(sheet.form(), SignedPapers.ofFiling(scene, sheet));
    scene.follow(Routes.alongside(this, before, item, scene.visit().facts(), scene));
  }
}
