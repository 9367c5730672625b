package yibao.kiosk.journey.staff;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.catalog.Principal;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.Witnessing;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Thumbprint;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Witnessed;

/**
 * Something that staff have to see with their own eyes 见证: they are called, show their card, give
 * its PIN, look, and say whether it is so; then the citizen goes on, in the same visit. Where no
 * card of staff is registered nobody can, and nobody is called. Nobody witnesses their own errand.
 */
public final class WitnessStage implements Stage {

  /** After this long without anybody the citizen is told what else there is. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final List<Choice> AGAIN = List.of(new Choice("again", "再叫一次工作人员", true));

  private final Witnessing what;
  private final Predicate<Visit> wanted;
  private final BiConsumer<Visit, Witnessed> seen;
  private final StaffWatch staff = new StaffWatch();
  private State state = State.WAITING;
  private boolean skipped;
  private boolean confirmed;
  private boolean called;
  private Instant since = Instant.EPOCH;
  private Optional<Timekeeper.Alarm> patience = Optional.empty();

  /** How it stands. */
  private enum State {
    /** Somebody is to come. */
    WAITING(""),
    /** Nobody has. */
    NOBODY("witness.nobody"),
    /** Somebody has looked and did not find it so. */
    REFUSED("witness.refused"),
    /** Whoever came is who the errand is for. */
    OWN("witness.own");

    private final String sentence;

    State(String sentence) {
      this.sentence = sentence;
    }
  }

  private WitnessStage(
      Witnessing what, Predicate<Visit> wanted, BiConsumer<Visit, Witnessed> seen) {
    this.what = what;
    this.wanted = wanted;
    this.seen = seen;
  }

  /** A thumbprint in place of a signature; none where the region knows nothing of it. */
  public static List<Stage> ofSignature(Region region) {
    return at(region, Witnessing.At.SIGNATURE)
        .map(
            what ->
                new WitnessStage(
                    what, Visit::wantsThumbprint, (visit, it) -> visit.sign(new Thumbprint(it))))
        .map(Stage.class::cast)
        .toList();
  }

  /** What is to be seen of whoever comes for somebody else, once their papers are there. */
  public static List<Stage> ofPapers(Region region) {
    return at(region, Witnessing.At.PRINCIPAL)
        .map(what -> new WitnessStage(what, visit -> asks(what, visit), Visit::witness))
        .map(Stage.class::cast)
        .toList();
  }

  private static Stream<Witnessing> at(Region region, Witnessing.At at) {
    return region.witnessings().stream().filter(what -> what.at() == at);
  }

  private static boolean asks(Witnessing what, Visit visit) {
    boolean forWhom =
        visit
            .agency()
            .flatMap(Agency::principal)
            .map(Principal::id)
            .filter(what.principals()::contains)
            .isPresent();
    return forWhom
        && visit.witnessed(what.id()).isEmpty()
        && what.document().filter(paper -> visit.folder().pages(paper).isEmpty()).isEmpty();
  }

  @Override
  public boolean applies(Visit visit) {
    return wanted.test(visit);
  }

  @Override
  public boolean revisitable() {
    return !skipped;
  }

  @Override
  public Pace pace() {
    return state == State.WAITING ? Pace.WORKING : Pace.FILLING;
  }

  @Override
  public void enter(Scene scene) {
    skipped = scene.facilities().attendance().cards().nobodys();
    if (skipped) {
      scene.next();
      return;
    }
    call(scene);
  }

  /** Has staff called, and heeds their cards from now on. */
  private void call(Scene scene) {
    end();
    state = State.WAITING;
    called = false;
    since = scene.facilities().time().instant();
    heed(scene);
    scene.work(
        scene.facilities().attendance().help()::ring,
        heard -> {
          called = heard;
          scene.refresh();
        });
    var nobodyCame = scene.<State>guarded(is -> turn(scene, is));
    patience =
        Optional.of(
            scene.facilities().time().after(PATIENCE, () -> nobodyCame.accept(State.NOBODY)));
  }

  private void heed(Scene scene) {
    staff.begin(scene, attendant -> attend(scene, attendant));
  }

  private void attend(Scene scene, Attendant attendant) {
    if (isOwn(scene, attendant)) {
      turn(scene, State.OWN);
      heed(scene);
      return;
    }
    end();
    LookStage look = new LookStage(attendant, what, verdict -> hear(scene, attendant, verdict));
    scene.interlude(List.of(new PinStage(attendant, Optional.empty()), look));
  }

  private static boolean isOwn(Scene scene, Attendant attendant) {
    return scene
        .visit()
        .credential()
        .flatMap(ShownCredential::cardNumber)
        .flatMap(scene.facilities().attendance().cards()::holder)
        .filter(attendant.number()::equals)
        .isPresent();
  }

  private void hear(Scene scene, Attendant attendant, boolean so) {
    confirmed = so;
    if (so) {
      seen.accept(
          scene.visit(),
          new Witnessed(what.id(), attendant.number(), scene.facilities().time().instant()));
    } else {
      state = State.REFUSED;
    }
  }

  /** Back from whoever came; if they left without a word, somebody is still to come. */
  @Override
  public void resumed(Scene scene) {
    if (confirmed) {
      confirmed = false;
      scene.next();
    } else if (state == State.REFUSED) {
      heed(scene);
      scene.pace();
    } else {
      call(scene);
      scene.pace();
    }
  }

  private void turn(Scene scene, State now) {
    state = now;
    scene.pace();
    scene.refresh();
  }

  @Override
  public Step show(Scene scene) {
    Sentences sentences = scene.facilities().sentences();
    Map<String, String> params = Map.of("what", what.name());
    return switch (state) {
      case WAITING ->
          new Step.Wait(
              Step.Wait.Doing.STAFF,
              sentences.say(called ? "witness.called" : "witness.fetch", params),
              since,
              List.of());
      case NOBODY, REFUSED, OWN ->
          new Step.Eligibility(
              new Notice(
                  state.sentence, sentences.say(state.sentence, params), Notice.Tone.WARNING),
              List.of(),
              AGAIN);
    };
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (state == State.WAITING) {
      throw new Misread("step", "nothing until somebody came");
    }
    Answers.choice(answer, AGAIN);
    call(scene);
    scene.pace();
    scene.refresh();
  }

  /** Nobody heard the call; whoever stands there fetches somebody. */
  @Override
  public void failed(Scene scene) {
    scene.refresh();
  }

  private void end() {
    staff.end();
    patience.ifPresent(Timekeeper.Alarm::cancel);
    patience = Optional.empty();
  }

  @Override
  public void exit() {
    end();
  }
}
