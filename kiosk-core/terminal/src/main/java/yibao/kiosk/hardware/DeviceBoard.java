package yibao.kiosk.hardware;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.devices.DeviceFault;

/**
 * The board on which every supervisor writes how its device is. Only changes are told and logged.
 *
 * <p>Listeners are called apart from the board: one may wait for somebody who at that moment asks
 * the board, and neither would ever end.
 */
public final class DeviceBoard implements Devices {
  private static final Logger LOG = System.getLogger(DeviceBoard.class.getName());

  private static final int MOST_RECENT = 50;

  private final InstantSource time;
  private final Map<DeviceName, DeviceStatus> statuses = new EnumMap<>(DeviceName.class);
  private final Deque<DeviceStatus> recent = new ArrayDeque<>();
  private final List<Delivery<List<DeviceStatus>>> listeners = new ArrayList<>();

  /** An empty board; {@code time} stamps the changes. */
  public DeviceBoard(InstantSource time) {
    this.time = time;
  }

  @Override
  public synchronized List<DeviceStatus> statuses() {
    return List.copyOf(statuses.values());
  }

  @Override
  public synchronized List<DeviceStatus> recent() {
    return List.copyOf(recent);
  }

  @Override
  public synchronized Subscription subscribe(Consumer<List<DeviceStatus>> listener) {
    Delivery<List<DeviceStatus>> told = new Delivery<>(listener);
    listeners.add(told);
    told.deliver(statuses());
    return () -> unsubscribe(told);
  }

  /** Writes how a device is. */
  void write(DeviceName name, Health health) {
    changed(name, health, time.instant()).ifPresent(DeviceBoard::log);
  }

  private synchronized Optional<DeviceStatus> changed(
      DeviceName name, Health health, Instant since) {
    Optional<String> cause = health.fault().map(DeviceFault::code);
    Optional<DeviceStatus> before = Optional.ofNullable(statuses.get(name));
    boolean same =
        before
            .filter(
                b ->
                    b.state() == health.state()
                        && b.paper().equals(health.paper())
                        && b.cause().equals(cause))
            .isPresent();
    if (same) {
      return Optional.empty();
    }
    DeviceStatus changed =
        new DeviceStatus(
            name,
            health.state(),
            health.paper(),
            cause,
            health.fault().map(DeviceFault::technicianHint),
            since);
    statuses.put(name, changed);
    if (recent.size() == MOST_RECENT) {
      recent.removeLast();
    }
    recent.addFirst(changed);
    List<DeviceStatus> now = statuses();
    listeners.forEach(listener -> listener.deliver(now));
    return Optional.of(changed);
  }

  /** Apart from the lock: a log may go to a disk or a pipe that takes nothing. */
  private static void log(DeviceStatus changed) {
    LOG.log(
        Level.INFO,
        "device {0}: {1} {2} {3}",
        changed.name().key(),
        changed.state().key(),
        changed.paper().map(PaperState::key).orElse(""),
        changed.cause().orElse(""));
  }

  private synchronized void unsubscribe(Delivery<List<DeviceStatus>> listener) {
    listeners.remove(listener);
    listener.close();
  }
}
