package yibao.kiosk.journey.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Checklist;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Revisable;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Visit;

/** Asks what decides which papers are needed, e.g. whether it was an emergency. */
public final class ConditionStage implements Revisable {

  private final Fact fact;
  private boolean asked;

  public ConditionStage(Fact fact) {
    this.fact = fact;
  }

  @Override
  public String field() {
    return fact.name();
  }

  @Override
  public boolean applies(Visit visit) {
    return asked
        || visit
            .branch()
            .map(Branch::materials)
            .filter(tree -> Checklist.undecided(tree, visit.facts()).contains(fact.name()))
            .isPresent();
  }

  @Override
  public boolean answered(Visit visit) {
    return visit.facts().value(fact.name()).isPresent();
  }

  @Override
  public boolean counted() {
    return true;
  }

  @Override
  public Pace pace() {
    return Pace.FILLING;
  }

  @Override
  public Step show(Scene scene) {
    return Step.Question.choice(
        fact.name(),
        fact.question(),
        scene.visit().facts().value(fact.name()),
        fact.options().stream()
            .map(o -> new Step.Question.Option(o.value(), o.label(), Optional.empty()))
            .toList());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    String value = Answers.text(answer, "value");
    if (fact.options().stream().noneMatch(o -> o.value().equals(value))) {
      throw new Misread("value", "one of the options");
    }
    asked = true;
    scene.visit().know(scene.visit().facts().with(fact.name(), value));
    scene.visit().enter(fact.name(), new Visit.Entry(value, fact.label(value), Optional.empty()));
    scene.next();
  }
}
