package yibao.kiosk.app.systemd;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import yibao.kiosk.calendar.Timekeeper;

/**
 * Gives a sign of life as often as the service manager asks, as long as there is life: a terminal
 * that no longer answers is restarted. Absent paper or a platform that is down is no reason.
 */
public final class Watchdog implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Watchdog.class.getName());

  /** Signs of life in the time the manager waits for one. */
  private static final int SIGNS = 3;

  private final ServiceManager manager;
  private final Optional<Duration> every;
  private final Timekeeper time;
  private final Life life;
  private volatile boolean closed;

  /** Whether the program lives. */
  @FunctionalInterface
  public interface Life {
    /**
     * Looks for a sign of life; returns in order or raises why there is none. May block.
     *
     * @param patience longest time to wait for it
     */
    void look(Duration patience) throws Exception;
  }

  /** Watches over {@code life} from {@link #start} on. */
  public Watchdog(ServiceManager manager, Timekeeper time, Life life) {
    this.manager = manager;
    this.every = manager.watchdog().map(wait -> wait.dividedBy(SIGNS));
    this.time = time;
    this.life = life;
  }

  /** Begins; does nothing where the manager keeps no watch. */
  public void start() {
    every.ifPresent(this::order);
  }

  private void order(Duration pause) {
    if (!closed) {
      time.after(pause, () -> sign(pause));
    }
  }

  private void sign(Duration pause) {
    try {
      life.look(pause);
      manager.alive();
    } catch (Exception e) {
      LOG.log(Level.ERROR, "[service.no-life] no sign of life", e);
    } finally {
      order(pause);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
