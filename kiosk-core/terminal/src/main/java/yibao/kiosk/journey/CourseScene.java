package yibao.kiosk.journey;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/**
 * The course as one stage sees it; its callbacks are void once the visit has gone on from there.
 */
final class CourseScene implements Scene {
  private static final Logger LOG = System.getLogger(CourseScene.class.getName());

  private final Course course;
  private final Stage stage;
  private final Executor underLock;

  CourseScene(Course course, Stage stage, Executor underLock) {
    this.course = course;
    this.stage = stage;
    this.underLock = underLock;
  }

  @Override
  public Visit visit() {
    return course.visit();
  }

  @Override
  public Facilities facilities() {
    return course.facilities();
  }

  @Override
  public void next() {
    course.next();
  }

  @Override
  public void back() {
    course.back();
  }

  @Override
  public void revise(String field) {
    course.revise(field);
  }

  @Override
  public void follow(List<Stage> plan) {
    course.follow(plan, stage);
  }

  @Override
  public void interlude(List<Stage> plan) {
    course.interlude(plan);
  }

  @Override
  public void turnTo(ServiceItem item) {
    course.turnTo(item, stage);
  }

  @Override
  public void refresh() {
    course.show();
  }

  @Override
  public void pace() {
    course.pace(stage);
  }

  @Override
  public void leave(Leaving reason) {
    course.leave(reason, stage);
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
    Visit then = course.visit();
    return value ->
        underLock.execute(
            () -> {
              if (course.visit() == then && course.current() == stage) {
                callback.accept(value);
              }
            });
  }
}
