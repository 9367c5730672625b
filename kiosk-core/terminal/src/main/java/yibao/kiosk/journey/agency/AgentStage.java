package yibao.kiosk.journey.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.journey.identify.Presenting;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Identify.Accepted;
import yibao.kiosk.journey.view.Step.Identify.Whose;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/** The agent 代办人 lays down their own identity card, and says that it is theirs. */
public final class AgentStage implements Stage {

  private final Presenting presenting = new Presenting(this::listen, AgentStage::forget);

  @Override
  public boolean applies(Visit visit) {
    return visit.agency().filter(agency -> agency.agent().isEmpty()).isPresent();
  }

  @Override
  public boolean heedsCards() {
    return true;
  }

  @Override
  public Pace pace() {
    return presenting.pace();
  }

  @Override
  public void enter(Scene scene) {
    presenting.begin(scene);
  }

  private void listen(Scene scene) {
    presenting.watch(
        scene.facilities().readers().idCards().watch(scene.guarded(event -> heard(scene, event))));
  }

  private static void forget(Scene scene) {
    Agency agency = scene.visit().agency().orElseThrow();
    scene.visit().actFor(agency.withoutAgent());
  }

  private void heard(Scene scene, IdCardEvent event) {
    if (!presenting.listening()) {
      return;
    }
    switch (event) {
      case IdCardEvent.Reading _ -> presenting.reading(scene);
      case IdCardEvent.Read(IdentityDocument document) -> read(scene, document);
      case IdCardEvent.Failed(String code) ->
          presenting.refuse(scene, "card." + code, "card.not-read", Map.of());
      case IdCardEvent.Removed _ -> {
        // The chip has been read; from here on the card is not needed.
      }
    }
  }

  private void read(Scene scene, IdentityDocument document) {
    Optional<LocalDate> expired =
        document.validity().until().filter(last -> last.isBefore(scene.facilities().today()));
    if (expired.isPresent()) {
      presenting.refuse(
          scene, "card.expired", "card.expired", Map.of("day", expired.get().toString()));
      return;
    }
    scene.visit().actFor(scene.visit().agency().orElseThrow().by(document));
    presenting.read(scene);
  }

  @Override
  public Step show(Scene scene) {
    return presenting.show(Whose.AGENT, List.of(Accepted.ID_CARD), Optional.empty());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    presenting.answer(scene, answer);
  }

  @Override
  public void exit() {
    presenting.end();
  }
}
