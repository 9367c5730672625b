package yibao.kiosk.journey.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Identify.Accepted;
import yibao.kiosk.journey.view.Step.Identify.Phase;
import yibao.kiosk.journey.view.Step.Identify.Whose;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/** The agent 代办人 lays down their own identity card, and says that it is theirs. */
public final class AgentStage implements Stage {

  private static final List<Choice> RETRY = List.of(new Choice("retry", "再试一次", true));

  private Phase phase = Phase.WAITING;
  private Optional<Notice> notice = Optional.empty();
  private Optional<Devices.Subscription> watch = Optional.empty();

  @Override
  public boolean applies(Visit visit) {
    return visit.agency().filter(agency -> agency.agent().isEmpty()).isPresent();
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
    notice = Optional.empty();
    watch =
        Optional.of(
            scene
                .facilities()
                .readers()
                .idCards()
                .watch(scene.guarded(event -> heard(scene, event))));
  }

  private void heard(Scene scene, IdCardEvent event) {
    if (watch.isEmpty()) {
      return;
    }
    switch (event) {
      case IdCardEvent.Reading _ -> show(scene, Phase.READING, Optional.empty());
      case IdCardEvent.Read(IdentityDocument document) -> read(scene, document);
      case IdCardEvent.Failed(String code) ->
          show(scene, Phase.FAILED, told(scene, "card." + code, Map.of()));
      case IdCardEvent.Removed _ -> {
        // The chip has been read; from here on the card is not needed.
      }
    }
  }

  private void read(Scene scene, IdentityDocument document) {
    exit();
    Optional<LocalDate> expired =
        document.validity().until().filter(last -> last.isBefore(scene.facilities().today()));
    if (expired.isPresent()) {
      show(
          scene,
          Phase.FAILED,
          told(scene, "card.expired", Map.of("day", expired.get().toString())));
      return;
    }
    scene.visit().actFor(scene.visit().agency().orElseThrow().by(document));
    show(scene, Phase.CONFIRM, Optional.empty());
  }

  private static Optional<Notice> told(Scene scene, String code, Map<String, String> params) {
    return Optional.of(
        new Notice(
            code,
            scene.facilities().sentences().sayOr(code, "card.not-read", params),
            Notice.Tone.WARNING));
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
        Whose.AGENT,
        List.of(Accepted.ID_CARD),
        Optional.empty(),
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
          Agency agency = scene.visit().agency().orElseThrow();
          scene.visit().actFor(agency.withoutAgent());
          again(scene);
        }
      }
      case FAILED -> {
        Answers.choice(answer, RETRY);
        again(scene);
      }
      case WAITING, READING -> throw new Misread("step", "nothing while the reader listens");
    }
  }

  private void again(Scene scene) {
    listen(scene);
    scene.pace();
    scene.refresh();
  }

  @Override
  public void exit() {
    watch.ifPresent(Devices.Subscription::close);
    watch = Optional.empty();
  }
}
