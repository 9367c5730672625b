package yibao.kiosk.journey;

import java.util.List;
import java.util.Optional;
import yibao.kiosk.journey.ending.RateStage;
import yibao.kiosk.journey.view.View;
import yibao.kiosk.journey.visit.Revisable;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/** The stages of a plan in their order, and where the visit stands among them. */
final class Itinerary {

  private final List<Stage> stages;
  private int at;
  private Optional<Integer> returnTo = Optional.empty();

  /** Stands at the stage of this index. */
  Itinerary(List<Stage> stages, int at) {
    this.stages = List.copyOf(stages);
    this.at = at;
  }

  Stage current() {
    return stages.get(at);
  }

  /** The next stage that applies, or the one a revision came from; empty after the last. */
  Optional<Stage> forward(Visit visit) {
    if (returnTo.isPresent()) {
      Optional<Integer> opened = openBefore(returnTo.get(), visit);
      at = opened.orElse(returnTo.get());
      if (opened.isEmpty()) {
        returnTo = Optional.empty();
      }
      return Optional.of(current());
    }
    for (int next = at + 1; next < stages.size(); next++) {
      Stage stage = stages.get(next);
      if (stage.applies(visit) && !stage.settled(visit)) {
        at = next;
        return Optional.of(current());
      }
    }
    return Optional.empty();
  }

  /** A question between here and {@code end} that a changed answer has called up. */
  private Optional<Integer> openBefore(int end, Visit visit) {
    for (int next = at + 1; next < end; next++) {
      if (stages.get(next) instanceof Revisable question
          && question.applies(visit)
          && !question.answered(visit)) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  boolean canGoBack(Visit visit) {
    return returnTo.isPresent() || before(visit).isPresent();
  }

  /** The stage 返回 leads to; only where {@link #canGoBack} says so. */
  Stage backward(Visit visit) {
    at = returnTo.or(() -> before(visit)).orElseThrow();
    returnTo = Optional.empty();
    return current();
  }

  private Optional<Integer> before(Visit visit) {
    if (!current().revisitable()) {
      return Optional.empty();
    }
    for (int earlier = at - 1; earlier >= 0; earlier--) {
      Stage stage = stages.get(earlier);
      if (stage.revisitable() && stage.applies(visit)) {
        return Optional.of(earlier);
      }
    }
    return Optional.empty();
  }

  /** The question of this name, from which the visit comes straight back here. */
  Optional<Stage> revise(String field, Visit visit) {
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i) instanceof Revisable question
          && question.field().equals(field)
          && question.applies(visit)) {
        returnTo = Optional.of(at);
        at = i;
        return Optional.of(current());
      }
    }
    return Optional.empty();
  }

  /** The question for a rating, which a visit that ends early comes to as well. */
  Optional<Stage> toRating(Visit visit) {
    for (int later = at + 1; later < stages.size(); later++) {
      if (stages.get(later) instanceof RateStage && stages.get(later).applies(visit)) {
        at = later;
        returnTo = Optional.empty();
        return Optional.of(current());
      }
    }
    return Optional.empty();
  }

  /** Which counted stage of how many, while at one. */
  Optional<View.Progress> progress(Visit visit) {
    if (!current().counted()) {
      return Optional.empty();
    }
    List<Stage> counted =
        stages.stream()
            .filter(Stage::counted)
            .filter(stage -> stage.applies(visit))
            .filter(stage -> stage == current() || !stage.settled(visit))
            .toList();
    return Optional.of(new View.Progress(counted.indexOf(current()) + 1, counted.size()));
  }
}
