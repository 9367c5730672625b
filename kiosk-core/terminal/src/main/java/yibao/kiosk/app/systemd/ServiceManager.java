package yibao.kiosk.app.systemd;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * The service manager that started this program, if one did. What it is told is lost where it does
 * not listen; that is logged and never stops the terminal.
 */
public final class ServiceManager {

  private static final Logger LOG = System.getLogger(ServiceManager.class.getName());

  private final Optional<NotifySocket> socket;
  private final Optional<Duration> watchdog;

  private ServiceManager(Optional<NotifySocket> socket, Optional<Duration> watchdog) {
    this.socket = socket;
    this.watchdog = watchdog;
  }

  /**
   * The manager named by {@code NOTIFY_SOCKET} and {@code WATCHDOG_USEC} (sd_notify(3),
   * sd_watchdog_enabled(3)); one that hears nothing where they are not set.
   *
   * @param environment of this process
   */
  public static ServiceManager of(Map<String, String> environment) {
    return new ServiceManager(
        Optional.ofNullable(environment.get("NOTIFY_SOCKET")).map(NotifySocket::new),
        Optional.ofNullable(environment.get("WATCHDOG_USEC"))
            .filter(_ -> isOurs(environment.get("WATCHDOG_PID")))
            .map(usec -> Duration.of(Long.parseLong(usec), ChronoUnit.MICROS)));
  }

  private static boolean isOurs(String pid) {
    return pid == null || pid.equals(Long.toString(ProcessHandle.current().pid()));
  }

  /** How long it waits for a sign of life before it restarts us; empty where it does not. */
  public Optional<Duration> watchdog() {
    return watchdog;
  }

  /** It serves. */
  public void ready() {
    tell("READY=1");
  }

  /** It is alive. */
  public void alive() {
    tell("WATCHDOG=1");
  }

  /** It ends in order. */
  public void stopping() {
    tell("STOPPING=1");
  }

  private void tell(String what) {
    socket.ifPresent(
        to -> {
          try {
            to.send(what);
          } catch (IOException e) {
            LOG.log(Level.WARNING, "[service.not-told] {0} was not heard: {1}", what, e.getClass());
          }
        });
  }
}
