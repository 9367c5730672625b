package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import yibao.kiosk.journey.ending.PaperStage;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.journey.view.View;
import yibao.kiosk.journey.visit.Doors;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.paper.Paper;
import yibao.kiosk.paper.TakeAway;

/**
 * The visit at this terminal: one at a time, and the truth about it. Everything that happens to it,
 * from the screen, a device, the platform or the clock, happens under one lock, one after another.
 */
public final class Journey {
  private final ReentrantLock lock = new ReentrantLock();
  private final Facilities facilities;
  private final List<Consumer<JourneyEvent>> listeners = new CopyOnWriteArrayList<>();
  private final Course course;

  /**
   * A journey that begins with nobody there.
   *
   * @param doors whether anybody may begin a visit
   */
  public Journey(Facilities facilities, Doors doors) {
    this.facilities = facilities;
    this.course = new Course(facilities, doors, this::underLock, this::publish);
    course.open();
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
    return locked(course::view);
  }

  /** Somebody touched the attract screen. */
  public View start() {
    return start(course.language());
  }

  /** Somebody touched the attract screen where it offers this language. */
  public View start(Language chosen) {
    return changed(() -> course.start(chosen));
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
          if (answered != course.view().revision() || step != course.view().step().kind()) {
            return new Taken.Stale(course.view());
          }
          course.answer(answer);
          return new Taken.Moved(course.view());
        });
  }

  /** One step back. */
  public Taken back(int answered) {
    return locked(
        () -> {
          if (answered != course.view().revision()) {
            return new Taken.Stale(course.view());
          }
          course.stepBack();
          return new Taken.Moved(course.view());
        });
  }

  /** The citizen goes on in another language; the step and what was entered stay. */
  public View speak(Language chosen) {
    return changed(() -> course.speak(chosen));
  }

  /** The paper on the screen as it comes out; empty at any other step. */
  public Optional<Paper> paper() {
    return locked(
        () -> course.current() instanceof PaperStage stage ? stage.paper() : Optional.empty());
  }

  /** Where a phone may fetch it; empty where it may not. */
  public Optional<TakeAway.Link> takeAway() {
    return locked(
        () -> course.current() instanceof PaperStage stage ? stage.link() : Optional.empty());
  }

  /** The language in use, for whatever is said outside a view. */
  public Language language() {
    return course.language();
  }

  /**
   * Back to the list of services. Whoever has shown who they are stays signed in; the rest of the
   * visit is wiped.
   */
  public View home() {
    return changed(course::home);
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
          course.touched();
          return shown == course.view().revision() && course.view().step() instanceof Step.Review
              ? course.visit().entry(field).map(Visit.Entry::value)
              : Optional.empty();
        });
  }

  /** Leave now; when this returns, everything of the visit is gone. */
  public View leave() {
    return changed(() -> course.end(Scene.Leaving.CHOSEN));
  }

  /** The page on which the visit stood is gone; nobody else may see it, so that it ends. */
  public void loseScreen() {
    underLock(() -> course.end(Scene.Leaving.SCREEN_LOST));
  }

  /**
   * The image of a page scanned in this visit; blocks on the disk.
   *
   * @param id the name its view gives it
   */
  public Optional<PageImage> page(String id) {
    return locked(() -> course.visit().folder().page(id))
        .map(
            page ->
                new PageImage(
                    page.mediaType(), facilities.scans().read(page.digest(), 0, page.size())));
  }

  /** Bytes of a page and what they are. */
  public record PageImage(String mediaType, byte[] bytes) {}

  /** The person is still there. */
  public void touch() {
    underLock(course::touched);
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
          course.take(unhurried);
          course.touched();
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
          listener.accept(new JourneyEvent.ViewChanged(course.view()));
          return () -> listeners.remove(listener);
        });
  }

  private void publish(JourneyEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  private View changed(Runnable change) {
    return locked(
        () -> {
          change.run();
          return course.view();
        });
  }

  private void underLock(Runnable call) {
    lock.lock();
    try {
      call.run();
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
