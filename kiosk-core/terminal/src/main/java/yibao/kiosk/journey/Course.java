package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.ending.GoodbyeStage;
import yibao.kiosk.journey.ending.RateStage;
import yibao.kiosk.journey.handin.Draft;
import yibao.kiosk.journey.identify.IdentifyStage;
import yibao.kiosk.journey.route.AttractStage;
import yibao.kiosk.journey.route.ChooseStage;
import yibao.kiosk.journey.route.Routes;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.journey.view.View;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Chips;
import yibao.kiosk.journey.visit.Concerned;
import yibao.kiosk.journey.visit.Doors;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/**
 * The course of one visit after another: how a visit begins, goes from stage to stage and is wiped
 * before the next one begins. Not thread-safe: touched under the journey's lock only.
 */
final class Course {
  private final Facilities facilities;
  private final Doors doors;
  private final Executor underLock;
  private final Consumer<JourneyEvent> told;
  private final IdleClock idle;
  private final OtherCard other;
  private Visit visit = new Visit();
  private Itinerary itinerary;

  /** Where the visit stands while staff do something in between. */
  private Optional<Itinerary> held = Optional.empty();

  private Stage current;
  private View view;
  private int revision;
  private volatile Language language = Language.CHINESE;

  /**
   * A course on which nobody is yet.
   *
   * @param doors whether anybody may begin a visit
   * @param underLock runs what devices and clocks call under the journey's lock
   * @param told hears of every change
   */
  Course(Facilities facilities, Doors doors, Executor underLock, Consumer<JourneyEvent> told) {
    this.facilities = facilities;
    this.doors = doors;
    this.underLock = underLock;
    this.told = told;
    this.idle = new IdleClock(facilities.time(), underLock, new IdleListener());
    this.other = new OtherCard(facilities, shown -> underLock.execute(() -> otherCame(shown)));
    this.itinerary = new Itinerary(nobodyHere(Optional.empty()), 0);
    this.current = itinerary.current();
    this.view = draw();
  }

  /** The attract screen begins to listen to the readers, and the doors are watched. */
  void open() {
    underLock.execute(() -> current.enter(scene()));
    new DoorWatch(doors, facilities, () -> underLock.execute(this::lookAtDoors));
  }

  /** Waits for somebody; from a credential the way leads straight to the services. */
  private List<Stage> nobodyHere(Optional<String> why) {
    return List.of(new AttractStage(why, doors), new ChooseStage());
  }

  View view() {
    return view;
  }

  Visit visit() {
    return visit;
  }

  Stage current() {
    return current;
  }

  Facilities facilities() {
    return facilities;
  }

  /** The language in use; the only thing here that may be read outside the lock. */
  Language language() {
    return language;
  }

  /** Somebody touched the attract screen where it offers this language. */
  void start(Language chosen) {
    if (view.step().kind() != StepKind.ATTRACT) {
      return;
    }
    if (doors.shut(facilities.now()).isPresent()) {
      lookAtDoors();
      return;
    }
    language = chosen;
    begin(List.of(new ChooseStage()));
  }

  /** An answer to what is shown. */
  void answer(JsonNode answer) {
    idle.touched();
    if (other.isAsked()) {
      other.answer(answer).ifPresentOrElse(this::changeTo, this::show);
    } else {
      current.answer(scene(), answer);
    }
  }

  /** The citizen pressed 返回. */
  void stepBack() {
    idle.touched();
    if (other.isAsked()) {
      other.forget();
      show();
    } else {
      back();
    }
  }

  /** The citizen goes on in another language; the step and what was entered stay. */
  void speak(Language chosen) {
    if (view.step().kind() != StepKind.ATTRACT && chosen != language) {
      language = chosen;
      idle.touched();
      show();
    }
  }

  /** Back to the list of services; whoever has shown who they are stays signed in. */
  void home() {
    if (current.attended()) {
      end(Scene.Leaving.CHOSEN);
      return;
    }
    switch (view.step().kind()) {
      case ATTRACT, GOODBYE -> {
        // Nobody is on the way to anything.
      }
      default -> {
        other.forget();
        forgetDraft();
        Visit before = visit;
        visit = before.anew();
        before.wipe();
        begin(List.of(new ChooseStage()));
      }
    }
  }

  /** The person is still there. */
  void touched() {
    idle.touched();
  }

  /** Whether waiting for a touch takes twice as long from the next touch on. */
  void take(boolean unhurried) {
    idle.take(unhurried);
  }

  /** On to the next stage that applies; after the last one the visit ends. */
  void next() {
    current.exit();
    goForward();
  }

  private void goForward() {
    itinerary.forward(visit).ifPresentOrElse(this::arrive, () -> end(Scene.Leaving.CHOSEN));
  }

  /** To the nearest earlier stage that can be visited again, where there is one. */
  void back() {
    if (itinerary.canGoBack(visit)) {
      current.exit();
      arrive(itinerary.backward(visit));
    }
  }

  /** To the question of this name, where it is asked, and from there back here. */
  void revise(String field) {
    itinerary
        .revise(field, visit)
        .ifPresent(
            question -> {
              current.exit();
              arrive(question);
            });
  }

  /** Follows another plan, in which this stage stands or which it leads to. */
  void follow(List<Stage> plan, Stage from) {
    current.exit();
    itinerary = new Itinerary(plan, Math.max(0, plan.indexOf(from)));
    goForward();
  }

  /** Leaves what was begun and goes on with this item. */
  void turnTo(ServiceItem item, Stage from) {
    follow(Routes.of(new ChooseStage(), item, new CourseScene(this, from, underLock)), from);
  }

  /** Staff do something in between. */
  void interlude(List<Stage> plan) {
    held = Optional.of(itinerary);
    itinerary = new Itinerary(plan, 0);
    arrive(itinerary.current());
  }

  /** The idle pace of a stage has changed. */
  void pace(Stage stage) {
    idle.restart(stage.pace());
  }

  /** The visit is over; whoever leaves early is still asked how it was. */
  void leave(Scene.Leaving reason, Stage from) {
    Optional<Stage> rating =
        reason == Scene.Leaving.CHOSEN && !(from instanceof RateStage)
            ? itinerary.toRating(visit)
            : Optional.empty();
    if (rating.isPresent()) {
      current.exit();
      arrive(rating.get());
    } else {
      end(reason);
    }
  }

  private CourseScene scene() {
    return new CourseScene(this, current, underLock);
  }

  private void begin(List<Stage> plan) {
    begin(new Itinerary(plan, 0));
  }

  private void begin(Itinerary next) {
    current.exit();
    itinerary = next;
    arrive(itinerary.current());
  }

  private void arrive(Stage stage) {
    current = stage;
    idle.restart(stage.pace());
    stage.enter(scene());
    if (current == stage) {
      show();
    }
  }

  /** Shows the stage as it is now. */
  void show() {
    other.heed(heedsOthers());
    revision++;
    view = draw();
    told.accept(new JourneyEvent.ViewChanged(view));
  }

  private View draw() {
    if (other.isAsked()) {
      // Whoever has come may look on: nothing is said of whoever was here before.
      return new View(
          revision,
          other.show(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          language);
    }
    return new View(
        revision,
        current.show(scene()),
        Chips.person(visit),
        Chips.agent(visit),
        Chips.item(visit),
        itinerary.progress(visit),
        itinerary.canGoBack(visit),
        language);
  }

  /** Somebody is known to stand here, and nobody's card is being asked for. */
  private boolean heedsOthers() {
    boolean known =
        visit.credential().isPresent() || visit.agency().flatMap(Agency::agent).isPresent();
    return known && !current.heedsCards() && !current.attended();
  }

  private void otherCame(ShownCredential shown) {
    if (heedsOthers() && other.asks(shown, visit)) {
      show();
    }
  }

  /** Everything of this visit is gone before anything of the next one begins. */
  private void changeTo(ShownCredential shown) {
    if (visit.paperOut() || doors.shut(facilities.now()).isPresent()) {
      end(Scene.Leaving.CHOSEN);
      return;
    }
    forgetVisit();
    greetAfresh();
    List<Stage> plan = new ArrayList<>(nobodyHere(Optional.empty()));
    plan.add(1, IdentifyStage.of(shown));
    begin(new Itinerary(plan, 1));
  }

  /** Whoever is in a visit finishes it. */
  private void lookAtDoors() {
    if (view.step() instanceof Step.Attract shown
        && current.show(scene()) instanceof Step.Attract now
        && !now.closed().equals(shown.closed())) {
      begin(nobodyHere(Optional.empty()));
    }
  }

  /** The visit ends, or what staff did in between; when this returns, it is wiped. */
  void end(Scene.Leaving reason) {
    if (view.step().kind() == StepKind.ATTRACT) {
      return;
    }
    if (held.isPresent() && reason != Scene.Leaving.SCREEN_LOST) {
      resume();
      return;
    }
    held.map(Itinerary::current).ifPresent(Stage::exit);
    held = Optional.empty();
    boolean paperOut = visit.paperOut();
    forgetVisit();
    Optional<String> why =
        switch (reason) {
          case STOOD_STILL -> Optional.of("visit.stood-still");
          case KEPT -> Optional.of("visit.draft-kept");
          case SCREEN_LOST -> Optional.of("visit.screen-lost");
          case CHOSEN -> Optional.empty();
        };
    // A card left behind holds the good-bye: nobody begins a visit with somebody else's card.
    boolean goodbyeSaid = view.step() instanceof Step.Goodbye;
    boolean paperTold = view.step() instanceof Step.Goodbye(_, boolean told, _) && told;
    if (facilities.readers().cardLeft() || (paperOut && !goodbyeSaid)) {
      begin(List.of(new GoodbyeStage(paperOut || paperTold, why)));
    } else {
      // Good-bye is still said in the language of whoever leaves.
      greetAfresh();
      begin(nobodyHere(why));
    }
  }

  private void greetAfresh() {
    language = Language.CHINESE;
    idle.take(false);
  }

  private void forgetVisit() {
    other.forget();
    forgetDraft();
    visit.wipe();
    visit = new Visit();
  }

  /** What was scanned and not handed in goes with the visit, unless the citizen keeps it. */
  private void forgetDraft() {
    if (visit.outcome().isPresent()
        || visit.keepsDraft()
        || visit.folder().pages().isEmpty()
        || Concerned.whoStandsThere(visit).isEmpty()) {
      // A draft of somebody who has just disowned their credential is swept with the old ones.
      return;
    }
    Draft draft = Draft.of(scene());
    Thread.ofVirtual().name("journey-draft").start(() -> draft.drop(facilities));
  }

  /** Back from what staff did in between. */
  private void resume() {
    current.exit();
    itinerary = held.orElseThrow();
    held = Optional.empty();
    Stage stage = itinerary.current();
    current = stage;
    idle.restart(stage.pace());
    stage.resumed(scene());
    if (current == stage) {
      show();
    }
  }

  private final class IdleListener implements IdleClock.Listener {
    @Override
    public void warning(int secondsLeft) {
      told.accept(new JourneyEvent.Idle(secondsLeft));
    }

    @Override
    public void elapsed() {
      end(Scene.Leaving.STOOD_STILL);
    }
  }
}
