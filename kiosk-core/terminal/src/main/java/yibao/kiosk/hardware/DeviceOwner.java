package yibao.kiosk.hardware;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import yibao.devices.Device;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;

/**
 * The one thread that touches a device: opens it, looks after it, does the work others have for it,
 * and opens it again when it was gone. Nobody waits for a device that is not there.
 *
 * @param <D> the driver
 */
final class DeviceOwner<D extends Device> implements AutoCloseable {
  private static final Logger LOG = System.getLogger(DeviceOwner.class.getName());
  private static final int MOST_WAITING = 8;

  private final DeviceName name;
  private final Handling<D> handling;
  private final DeviceBoard board;
  private final ReopenPace pace;
  private final BlockingQueue<Work<D, ?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;
  private volatile boolean closed;

  DeviceOwner(DeviceName name, Handling<D> handling, DeviceBoard board, RandomGenerator random) {
    this.name = name;
    this.handling = handling;
    this.board = board;
    this.pace = new ReopenPace(random);
    this.thread = Thread.ofPlatform().daemon().name("device " + name.key()).unstarted(this::run);
  }

  /** Begins to look for the device; returns at once. */
  void start() {
    board.write(name, Health.of(DeviceState.STARTING));
    thread.start();
  }

  /**
   * Has something done with the device and waits for it.
   *
   * @param limit how long to wait
   */
  <R> Work.Done<R> call(Function<D, R> what, Duration limit) {
    Work<D, R> work = new Work<>(what);
    return !closed && waiting.offer(work) ? work.await(limit) : new Work.Done.NotBegun<>();
  }

  /** Ends the pause between two rounds. */
  void wake() {
    // A full queue means that the owner is awake.
    waiting.offer(new Work<D, Boolean>(device -> true));
  }

  @Override
  public void close() {
    closed = true;
    wake();
  }

  private void run() {
    while (!closed) {
      try (D device = handling.open()) {
        pace.reset();
        lookAfter(device);
      } catch (PortException e) {
        board.write(name, Health.of(stateOf(e.fault()), e.fault()));
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException | Error e) {
        // Neither a fault of ours nor a native library that is not there ends the supervision.
        LOG.log(
            Level.ERROR,
            "[device.driver-failed] device {0}: {1}",
            name.key(),
            e.getClass().getName());
        board.write(name, Health.of(DeviceState.HARDWARE_ERROR));
      }
      handling.gone();
      refuseWorkFor(pace.next());
    }
    refuseWorkFor(Duration.ZERO);
  }

  private void lookAfter(D device) throws PortException, InterruptedException {
    while (!closed) {
      if (device.lost()) {
        throw new PortException(PortFault.LOST, name.key());
      }
      Handling.Round round = handling.round(device);
      board.write(name, round.health());
      if (round.reopen()) {
        return;
      }
      Work<D, ?> work = waiting.poll(round.pause().toNanos(), TimeUnit.NANOSECONDS);
      while (work != null) {
        work.run(device);
        work = waiting.poll();
      }
    }
  }

  /** Waits, and tells everybody who has work meanwhile that there is no device. */
  private void refuseWorkFor(Duration pause) {
    long end = System.nanoTime() + pause.toNanos();
    try {
      for (long left = pause.toNanos();
          left >= 0 || !waiting.isEmpty();
          left = end - System.nanoTime()) {
        Work<D, ?> work = waiting.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
        if (work != null) {
          work.refuse();
        }
        if (closed && waiting.isEmpty()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private static DeviceState stateOf(PortFault fault) {
    return switch (fault) {
      case ABSENT, NO_SERVICE, LOST -> DeviceState.NO_DEVICE;
      case BUSY, REFUSED -> DeviceState.HARDWARE_ERROR;
      case STALLED -> DeviceState.OFFLINE;
    };
  }
}
