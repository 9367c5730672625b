package yibao.kiosk.journey;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import yibao.kiosk.journey.attend.Attendance;
import yibao.kiosk.journey.view.StepKind;

/**
 * The citizen's call for staff 呼叫工作人员. It stands until staff say that they were there, or until the
 * visit it was made in is over. Safe for use by several threads.
 */
public final class HelpBell implements Attendance.Help {
  private final InstantSource clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Optional<Call> call = Optional.empty();
  private boolean visited;

  /**
   * A call that stands.
   *
   * @param since when it was made
   * @param by staff number of whoever is coming; empty until somebody is
   */
  public record Call(Instant since, Optional<String> by) {}

  /** A bell nobody has rung. */
  public HelpBell(InstantSource clock) {
    this.clock = clock;
  }

  /** Somebody calls; a call that stands already goes on. False where nobody listens. */
  @Override
  public boolean ring() {
    change(now -> now.or(() -> Optional.of(new Call(clock.instant(), Optional.empty()))));
    return !listeners.isEmpty();
  }

  /** Somebody is coming; the first who says so stays. False where nobody calls. */
  public boolean coming(String by) {
    change(now -> now.map(it -> new Call(it.since(), it.by().or(() -> Optional.of(by)))));
    return call().isPresent();
  }

  @Override
  public boolean called() {
    return call().isPresent();
  }

  /** Whoever called was helped. */
  @Override
  public void over() {
    change(_ -> Optional.empty());
  }

  /** The call that stands. */
  public synchronized Optional<Call> call() {
    return call;
  }

  /** From now on tells when there is another call, or none. */
  public void listen(Runnable changed) {
    listeners.add(changed);
  }

  /** Hears of the screens: a call ends with its visit. */
  public void heard(JourneyEvent event) {
    if (event instanceof JourneyEvent.ViewChanged(var view)) {
      boolean nobody = view.step().kind() == StepKind.ATTRACT;
      if (leaves(nobody)) {
        over();
      }
    }
  }

  private synchronized boolean leaves(boolean nobody) {
    boolean left = visited && nobody;
    visited = !nobody;
    return left;
  }

  private void change(UnaryOperator<Optional<Call>> next) {
    boolean changed;
    synchronized (this) {
      Optional<Call> before = call;
      call = next.apply(before);
      changed = !call.equals(before);
    }
    if (changed) {
      listeners.forEach(Runnable::run);
    }
  }
}
