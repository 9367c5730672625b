package yibao.kiosk.journey.identify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yibao.kiosk.catalog.Assurance;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.hardware.PinCheck;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Waiting;
import yibao.kiosk.platform.FaceChecks.FaceReply;
import yibao.kiosk.record.InsuredPerson;

/**
 * Makes surer who stands there, where the credential alone is not enough: by the card's PIN, by the
 * certified module's look at the face, or by another credential. Nothing of face or PIN is kept.
 */
public final class AssuranceStage implements Stage {

  private static final int SHORTEST_PIN = 4;
  private static final int LONGEST_PIN = 12;

  private final Function<Visit, Optional<Assurance>> wanted;
  private static final String TRIES_USED_UP = "assurance.too-many-tries";

  private final Waiting looking = new Waiting(Step.Wait.Doing.FACE, "assurance.looking");
  private final Waiting asking = new Waiting(Step.Wait.Doing.LOOKUP, "assurance.checking");
  private Phase phase = Phase.CHOOSING;
  private Optional<Said> said = Optional.empty();
  private boolean otherCredential;

  private enum Phase {
    /** The citizen picks a way. */
    CHOOSING,
    /** The PIN is being entered. */
    PIN,
    /** The card is being asked. */
    CHECKING_PIN,
    /** The certified module looks. */
    LOOKING
  }

  /** What the last try came to. */
  private record Said(String code, Map<String, String> params) {}

  /** As sure as the chosen branch wants it. */
  public AssuranceStage() {
    this(visit -> visit.branch().map(Branch::assurance));
  }

  /**
   * As sure as something within the visit wants it.
   *
   * @param wanted empty while nothing wants it
   */
  public AssuranceStage(Function<Visit, Optional<Assurance>> wanted) {
    this.wanted = wanted;
  }

  @Override
  public boolean applies(Visit visit) {
    // For an agent, the papers and the one who examines them answer for the principal.
    return visit.agency().isEmpty()
        && visit.credential().isPresent()
        && wanted.apply(visit).filter(level -> !visit.assurance().reaches(level)).isPresent();
  }

  @Override
  public boolean revisitable() {
    return otherCredential;
  }

  @Override
  public Pace pace() {
    return switch (phase) {
      case CHOOSING -> Pace.READING;
      case PIN -> Pace.FILLING;
      case CHECKING_PIN, LOOKING -> Pace.WORKING;
    };
  }

  @Override
  public void enter(Scene scene) {
    said = Optional.empty();
    otherCredential = false;
    phase =
        card(scene.visit()).isPresent() && pinWillDo(scene.visit()) ? Phase.PIN : Phase.CHOOSING;
    scene.pace();
  }

  private static Optional<ShownCredential.Card> card(Visit visit) {
    return visit
        .credential()
        .filter(ShownCredential.Card.class::isInstance)
        .map(ShownCredential.Card.class::cast);
  }

  private boolean pinWillDo(Visit visit) {
    return wanted.apply(visit).filter(Assurance.PIN::reaches).isPresent();
  }

  @Override
  public Step show(Scene scene) {
    return switch (phase) {
      case CHOOSING ->
          new Step.Eligibility(
              new Notice(
                  said.map(Said::code).orElse("assurance.needed"),
                  said.map(what -> say(scene, what)).orElseGet(() -> needed(scene)),
                  Notice.Tone.WARNING),
              List.of(),
              choices(scene));
      case PIN -> pinQuestion(scene);
      case CHECKING_PIN -> asking.show(scene);
      case LOOKING -> looking.show(scene);
    };
  }

  private String needed(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    return sentences.say(pinWillDo(scene.visit()) ? "assurance.needed" : "assurance.face-needed");
  }

  private static String say(Scene scene, Said what) {
    return scene.facilities().sentences().say(what.code(), what.params());
  }

  private List<Choice> choices(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    // Whoever has used up their tries is not sent to the camera once more.
    boolean face = said.filter(what -> what.code().equals(TRIES_USED_UP)).isEmpty();
    boolean pin = pinWillDo(scene.visit());
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("out", sentences.say("assurance.leave"), !face && !pin));
    if (pin) {
      choices.add(
          card(scene.visit()).isPresent()
              ? new Choice("pin", sentences.say("assurance.enter-pin"), !face)
              : new Choice("other", sentences.say("assurance.other-credential"), !face));
    }
    if (face) {
      choices.add(new Choice("face", sentences.say("assurance.show-face"), true));
    }
    return choices;
  }

  private Step pinQuestion(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    return new Step.Question(
        "pin",
        sentences.say("assurance.pin"),
        Optional.of(sentences.say("assurance.pin-hint")),
        Step.Question.InputKind.PIN,
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(SHORTEST_PIN),
        Optional.of(LONGEST_PIN),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(sentences.say("assurance.no-pin")),
        said.map(what -> say(scene, what)),
        Optional.empty());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    switch (phase) {
      case PIN -> entered(scene, Answers.text(answer, "value"));
      case CHOOSING -> {
        switch (Answers.choice(answer, choices(scene))) {
          case "pin" -> turn(scene, Phase.PIN, Optional.empty());
          case "face" -> look(scene);
          case "other" -> {
            otherCredential = true;
            scene.visit().forgetIdentity();
            scene.back();
          }
          default -> scene.leave(Scene.Leaving.CHOSEN);
        }
      }
      case CHECKING_PIN, LOOKING -> throw new Misread("step", "nothing while it is being checked");
    }
  }

  private void entered(Scene scene, String pin) {
    if (pin.isEmpty()) {
      turn(scene, Phase.CHOOSING, Optional.empty());
      return;
    }
    if (!pin.matches("\\d{" + SHORTEST_PIN + "," + LONGEST_PIN + "}")) {
      turn(scene, Phase.PIN, Optional.of(new Said("assurance.pin-shape", Map.of())));
      return;
    }
    String number = card(scene.visit()).orElseThrow().card().number();
    char[] digits = pin.toCharArray();
    asking.begin(scene);
    turn(scene, Phase.CHECKING_PIN, Optional.empty());
    scene.work(
        () -> scene.facilities().readers().ssCards().verifyPin(number, digits),
        check -> heard(scene, check));
  }

  private void heard(Scene scene, PinCheck check) {
    asking.end();
    switch (check) {
      case PinCheck.Right _ -> {
        scene.visit().assure(Assurance.PIN);
        scene.next();
      }
      case PinCheck.Wrong(int left) ->
          turn(
              scene,
              Phase.PIN,
              Optional.of(
                  new Said("assurance.pin-wrong", Map.of("count", Integer.toString(left)))));
      case PinCheck.NoCard _ -> stay(scene, Phase.PIN, "assurance.pin-no-card");
      case PinCheck.Blocked _ -> stay(scene, Phase.CHOOSING, "assurance.pin-blocked");
      case PinCheck.Failed _ -> stay(scene, Phase.CHOOSING, "assurance.pin-failed");
    }
  }

  private void look(Scene scene) {
    Visit visit = scene.visit();
    ShownCredential shown = visit.credential().orElseThrow();
    Optional<String> number =
        visit.person().map(InsuredPerson::certificateNumber).or(shown::holderNumber);
    Optional<String> name = visit.person().map(InsuredPerson::name).or(shown::holderName);
    if (number.isEmpty() || name.isEmpty()) {
      stay(scene, Phase.CHOOSING, "assurance.unavailable");
      return;
    }
    looking.begin(scene);
    turn(scene, Phase.LOOKING, Optional.empty());
    scene.work(
        () -> scene.facilities().faces().check(number.get(), name.get()),
        reply -> heard(scene, reply));
  }

  private void heard(Scene scene, FaceReply reply) {
    looking.end();
    switch (reply) {
      case FaceReply.Matched _ -> {
        scene.visit().assure(Assurance.FACE);
        scene.next();
      }
      case FaceReply.NoMatch _ -> stay(scene, Phase.CHOOSING, "assurance.no-match");
      case FaceReply.NotLive _ -> stay(scene, Phase.CHOOSING, "assurance.not-live");
      case FaceReply.TooManyTries _ -> stay(scene, Phase.CHOOSING, TRIES_USED_UP);
      case FaceReply.Unavailable _ -> stay(scene, Phase.CHOOSING, "assurance.unavailable");
    }
  }

  private void stay(Scene scene, Phase where, String code) {
    turn(scene, where, Optional.of(new Said(code, Map.of())));
  }

  private void turn(Scene scene, Phase now, Optional<Said> why) {
    phase = now;
    said = why;
    scene.pace();
    scene.refresh();
  }

  @Override
  public void failed(Scene scene) {
    exit();
    stay(
        scene,
        Phase.CHOOSING,
        phase == Phase.LOOKING ? "assurance.unavailable" : "assurance.pin-failed");
  }

  @Override
  public void exit() {
    looking.end();
    asking.end();
  }
}
