package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.IdCardStation;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Identify.Phase;

/**
 * The readers listen; the first credential the item accepts wins, and the citizen says whether it
 * is theirs.
 */
final class IdentifyStage implements Stage {

  private static final List<Choice> RETRY = List.of(new Choice("retry", "再试一次", true));

  private Phase phase = Phase.WAITING;
  private Optional<Notice> notice = Optional.empty();
  private Optional<IdCardStation.Watch> watch = Optional.empty();

  @Override
  public boolean applies(Visit visit) {
    return visit.document().isEmpty()
        && visit.branch().filter(b -> b.credential().isRequired()).isPresent();
  }

  @Override
  public Pace pace() {
    return switch (phase) {
      case READING -> Pace.WORKING;
      case CONFIRM -> Pace.READING;
      case WAITING, FAILED -> Pace.BROWSING;
    };
  }

  @Override
  public void enter(Scene scene) {
    listen(scene);
  }

  private void listen(Scene scene) {
    exit();
    phase = Phase.WAITING;
    watch =
        Optional.of(scene.facilities().cards().watch(scene.guarded(event -> heard(scene, event))));
  }

  private void heard(Scene scene, IdCardEvent event) {
    switch (event) {
      case IdCardEvent.Reading _ -> show(scene, Phase.READING, Optional.empty());
      case IdCardEvent.Read(IdentityDocument document) -> read(scene, document);
      case IdCardEvent.Failed failed ->
          show(
              scene,
              Phase.FAILED,
              Optional.of(
                  new Notice(
                      failed.code(),
                      scene
                          .facilities()
                          .sentences()
                          .sayOr("card." + failed.code(), "card.not-read", Map.of()),
                      Notice.Tone.WARNING)));
      case IdCardEvent.Removed _ -> {
        // The chip has been read; from here on the card is not needed.
      }
    }
  }

  private void read(Scene scene, IdentityDocument document) {
    Optional<LocalDate> expired =
        document.validity().until().filter(last -> last.isBefore(scene.facilities().today()));
    if (expired.isPresent()) {
      exit();
      show(
          scene,
          Phase.FAILED,
          Optional.of(
              new Notice(
                  "card.expired",
                  scene
                      .facilities()
                      .sentences()
                      .say("card.expired", Map.of("day", expired.get().toString())),
                  Notice.Tone.WARNING)));
      return;
    }
    exit();
    scene.visit().identify(document);
    show(scene, Phase.CONFIRM, Optional.empty());
  }

  private void show(Scene scene, Phase next, Optional<Notice> why) {
    phase = next;
    notice = why;
    scene.pace();
    scene.refresh();
  }

  @Override
  public Step show(Scene scene) {
    return new Step.Identify(
        phase,
        Accepts.of(scene.visit().branch().orElseThrow().credential()),
        notice,
        phase == Phase.FAILED ? RETRY : List.of());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    switch (phase) {
      case CONFIRM -> {
        if (Answers.flag(answer, "me")) {
          scene.next();
        } else {
          scene.visit().forgetIdentity();
          notice = Optional.empty();
          listen(scene);
          scene.pace();
          scene.refresh();
        }
      }
      case FAILED -> {
        Answers.choice(answer, RETRY);
        notice = Optional.empty();
        listen(scene);
        scene.pace();
        scene.refresh();
      }
      case WAITING, READING -> throw new Misread("step", "nothing while the readers listen");
    }
  }

  @Override
  public void exit() {
    watch.ifPresent(IdCardStation.Watch::close);
    watch = Optional.empty();
  }
}
