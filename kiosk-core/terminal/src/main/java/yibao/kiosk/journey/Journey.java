package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.ending.GoodbyeStage;
import yibao.kiosk.journey.ending.PaperStage;
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
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.paper.Paper;
import yibao.kiosk.paper.TakeAway;

/**
 * The visit at this terminal: one at a time, and the truth about it. Everything that happens to it,
 * from the screen, a device, the platform or the clock, happens under one lock, one after another.
 */
public final class Journey {

  private static final Logger LOG = System.getLogger(Journey.class.getName());

  private final ReentrantLock lock = new ReentrantLock();
  private final Facilities facilities;
  private final Doors doors;
  private final IdleClock idle;
  private final OtherCard other;
  private final List<Consumer<JourneyEvent>> listeners = new CopyOnWriteArrayList<>();
  private Visit visit = new Visit();
  private Itinerary itinerary;

  /** Where the visit stands while staff do something in between. */
  private Optional<Itinerary> held = Optional.empty();

  private Stage current;
  private View view;
  private int revision;
  private volatile Language language = Language.CHINESE;

  /**
   * A journey that begins with nobody there.
   *
   * @param doors whether anybody may begin a visit
   */
  public Journey(Facilities facilities, Doors doors) {
    this.facilities = facilities;
    this.doors = doors;
    this.idle = new IdleClock(facilities.time(), this::underLock, new IdleListener());
    this.other = new OtherCard(facilities, shown -> underLock(() -> otherCame(shown)));
    this.itinerary = new Itinerary(nobodyHere(Optional.empty()), 0);
    this.current = itinerary.current();
    this.view = draw();
    underLock(() -> current.enter(new CurrentScene(current)));
    new DoorWatch(doors, facilities, () -> underLock(this::lookAtDoors));
  }

  /** Waits for somebody; from a credential the way leads straight to the services. */
  private List<Stage> nobodyHere(Optional<String> why) {
    return List.of(new AttractStage(why, doors), new ChooseStage());
  }

  /** How an answer was taken. */
  public sealed interface Taken {
    /** The step took it; this is the view now. */
    record Moved(View view) implements Taken {}

    /** It answered an older view; this is the view now, and nothing has changed. */
    record Stale(View view) implements Taken {}
  }

  /** The view now. */
  public View view() {
    return locked(() -> view);
  }

  /** Somebody touched the attract screen. */
  public View start() {
    return start(language);
  }

  /** Somebody touched the attract screen where it offers this language. */
  public View start(Language chosen) {
    return locked(
        () -> {
          if (view.step().kind() == StepKind.ATTRACT) {
            if (doors.shut(facilities.now()).isPresent()) {
              lookAtDoors();
              return view;
            }
            language = chosen;
            begin(List.of(new ChooseStage()));
          }
          return view;
        });
  }

  /**
   * An answer from the screen.
   *
   * @param step kind of step it answers
   * @param answered revision it answers
   * @param answer an object in the shape that kind of step asks for
   * @throws Misread when it has another shape
   */
  public Taken answer(StepKind step, int answered, JsonNode answer) {
    return locked(
        () -> {
          if (answered != revision || step != view.step().kind()) {
            return new Taken.Stale(view);
          }
          idle.touched();
          if (other.isAsked()) {
            other.answer(answer).ifPresentOrElse(this::changeTo, this::show);
            return new Taken.Moved(view);
          }
          current.answer(new CurrentScene(current), answer);
          return new Taken.Moved(view);
        });
  }

  /** One step back. */
  public Taken back(int answered) {
    return locked(
        () -> {
          if (answered != revision) {
            return new Taken.Stale(view);
          }
          idle.touched();
          if (other.isAsked()) {
            other.forget();
            show();
            return new Taken.Moved(view);
          }
          new CurrentScene(current).back();
          return new Taken.Moved(view);
        });
  }

  /** The citizen goes on in another language; the step and what was entered stay. */
  public View speak(Language chosen) {
    return locked(
        () -> {
          if (view.step().kind() != StepKind.ATTRACT && chosen != language) {
            language = chosen;
            idle.touched();
            show();
          }
          return view;
        });
  }

  /** The paper on the screen as it comes out; empty at any other step. */
  public Optional<Paper> paper() {
    return locked(
        () -> current instanceof PaperStage stage ? stage.paper() : Optional.<Paper>empty());
  }

  /** Where a phone may fetch it; empty where it may not. */
  public Optional<TakeAway.Link> takeAway() {
    return locked(
        () -> current instanceof PaperStage stage ? stage.link() : Optional.<TakeAway.Link>empty());
  }

  /** The language in use, for whatever is said outside a view. */
  public Language language() {
    return language;
  }

  /**
   * Back to the list of services. Whoever has shown who they are stays signed in; the rest of the
   * visit is wiped.
   */
  public View home() {
    return locked(
        () -> {
          if (current.attended()) {
            end(Scene.Leaving.CHOSEN);
            return view;
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
          return view;
        });
  }

  /**
   * What stands masked in a row of 核对, for the moment somebody holds a finger on it.
   *
   * @param shown revision of the view it stands in
   * @param field the row's field
   */
  public Optional<String> reveal(int shown, String field) {
    return locked(
        () -> {
          idle.touched();
          return shown == revision && view.step() instanceof Step.Review
              ? visit.entry(field).map(Visit.Entry::value)
              : Optional.empty();
        });
  }

  /** Leave now; when this returns, everything of the visit is gone. */
  public View leave() {
    return locked(
        () -> {
          end(Scene.Leaving.CHOSEN);
          return view;
        });
  }

  /** The page on which the visit stood is gone; nobody else may see it, so that it ends. */
  public void loseScreen() {
    underLock(() -> end(Scene.Leaving.SCREEN_LOST));
  }

  /**
   * The image of a page scanned in this visit; blocks on the disk.
   *
   * @param id the name its view gives it
   */
  public Optional<PageImage> page(String id) {
    return locked(() -> visit.folder().page(id))
        .map(
            page ->
                new PageImage(
                    page.mediaType(), facilities.scans().read(page.digest(), 0, page.size())));
  }

  /** Bytes of a page and what they are. */
  public record PageImage(String mediaType, byte[] bytes) {}

  /** The person is still there. */
  public void touch() {
    underLock(idle::touched);
  }

  /**
   * The person is still there, and the screens are set for somebody who needs more time or not.
   *
   * @param unhurried whether waiting for a touch takes twice as long from now on, until the visit
   *     ends
   */
  public void touch(boolean unhurried) {
    underLock(
        () -> {
          idle.take(unhurried);
          idle.touched();
        });
  }

  /**
   * Hears every change, the first right away. Called under the journey's lock: a listener must hand
   * over and return.
   *
   * @return stops the calls
   */
  public AutoCloseable subscribe(Consumer<JourneyEvent> listener) {
    return locked(
        () -> {
          listeners.add(listener);
          listener.accept(new JourneyEvent.ViewChanged(view));
          return () -> listeners.remove(listener);
        });
  }

  private <T> T locked(java.util.function.Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
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
    stage.enter(new CurrentScene(stage));
    if (current == stage) {
      show();
    }
  }

  private void show() {
    other.heed(heedsOthers());
    revision++;
    view = draw();
    publish(new JourneyEvent.ViewChanged(view));
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
    language = Language.CHINESE;
    idle.take(false);
    List<Stage> plan = new ArrayList<>(nobodyHere(Optional.empty()));
    plan.add(1, IdentifyStage.of(shown));
    begin(new Itinerary(plan, 1));
  }

  /** Whoever is in a visit finishes it. */
  private void lookAtDoors() {
    if (view.step() instanceof Step.Attract shown
        && current.show(new CurrentScene(current)) instanceof Step.Attract now
        && !now.closed().equals(shown.closed())) {
      begin(nobodyHere(Optional.empty()));
    }
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
        current.show(new CurrentScene(current)),
        Chips.person(visit),
        Chips.agent(visit),
        Chips.item(visit),
        itinerary.progress(visit),
        itinerary.canGoBack(visit),
        language);
  }

  private void publish(JourneyEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  private void end(Scene.Leaving reason) {
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
      // Good-bye is still said in the language of whoever leaves; the next one is greeted afresh.
      language = Language.CHINESE;
      idle.take(false);
      begin(nobodyHere(why));
    }
  }

  private void forgetVisit() {
    other.forget();
    forgetDraft();
    visit.wipe();
    visit = new Visit();
  }

  /** Back from what staff did in between. */
  private void resume() {
    current.exit();
    itinerary = held.orElseThrow();
    held = Optional.empty();
    Stage stage = itinerary.current();
    current = stage;
    idle.restart(stage.pace());
    stage.resumed(new CurrentScene(stage));
    if (current == stage) {
      show();
    }
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
    Draft draft = Draft.of(new CurrentScene(current));
    Thread.ofVirtual().name("journey-draft").start(() -> draft.drop(facilities));
  }

  private void underLock(Runnable call) {
    locked(
        () -> {
          call.run();
          return null;
        });
  }

  private final class IdleListener implements IdleClock.Listener {
    @Override
    public void warning(int secondsLeft) {
      publish(new JourneyEvent.Idle(secondsLeft));
    }

    @Override
    public void elapsed() {
      end(Scene.Leaving.STOOD_STILL);
    }
  }

  /** The journey as one stage sees it; powerless once the visit has gone on from that stage. */
  private final class CurrentScene implements Scene {
    private final Stage stage;

    CurrentScene(Stage stage) {
      this.stage = stage;
    }

    @Override
    public Visit visit() {
      return visit;
    }

    @Override
    public Facilities facilities() {
      return facilities;
    }

    @Override
    public void next() {
      current.exit();
      itinerary.forward(visit).ifPresentOrElse(Journey.this::arrive, () -> end(Leaving.CHOSEN));
    }

    @Override
    public void back() {
      if (itinerary.canGoBack(visit)) {
        current.exit();
        arrive(itinerary.backward(visit));
      }
    }

    @Override
    public void revise(String field) {
      itinerary
          .revise(field, visit)
          .ifPresent(
              question -> {
                current.exit();
                arrive(question);
              });
    }

    @Override
    public void follow(List<Stage> plan) {
      current.exit();
      itinerary = new Itinerary(plan, Math.max(0, plan.indexOf(stage)));
      itinerary.forward(visit).ifPresentOrElse(Journey.this::arrive, () -> end(Leaving.CHOSEN));
    }

    @Override
    public void interlude(List<Stage> plan) {
      held = Optional.of(itinerary);
      itinerary = new Itinerary(plan, 0);
      arrive(itinerary.current());
    }

    @Override
    public void turnTo(ServiceItem item) {
      follow(Routes.of(new ChooseStage(), item, this));
    }

    @Override
    public void refresh() {
      show();
    }

    @Override
    public void pace() {
      idle.restart(stage.pace());
    }

    @Override
    public void leave(Leaving reason) {
      Optional<Stage> rating =
          reason == Leaving.CHOSEN && !(stage instanceof RateStage)
              ? itinerary.toRating(visit)
              : Optional.empty();
      if (rating.isPresent()) {
        current.exit();
        arrive(rating.get());
      } else {
        end(reason);
      }
    }

    @Override
    public <T> void work(Callable<T> work, Consumer<T> then) {
      Consumer<T> guarded = guarded(then);
      Consumer<Stage> failed = guarded(broken -> broken.failed(this));
      Thread.ofVirtual()
          .name("journey-work")
          .start(
              () -> {
                T result;
                try {
                  result = work.call();
                } catch (Exception e) {
                  LOG.log(Level.ERROR, "[journey.failed] work of a stage failed", e);
                  failed.accept(stage);
                  return;
                }
                guarded.accept(result);
              });
    }

    @Override
    public <T> Consumer<T> guarded(Consumer<T> callback) {
      Visit then = visit;
      return value ->
          underLock(
              () -> {
                if (visit == then && current == stage) {
                  callback.accept(value);
                }
              });
    }
  }
}
