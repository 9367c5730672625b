package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is written on the board is told, and telling holds nobody up. */
class DeviceBoardTest {
  private final DeviceBoard board = new DeviceBoard(InstantSource.system());

  @Test
  void a_listener_hears_what_is_and_then_every_change_in_order() throws Exception {
    Heard<List<DeviceStatus>> heard = new Heard<>();
    board.write(DeviceName.PRINTER, Health.of(DeviceState.STARTING));

    board.subscribe(heard);
    board.write(DeviceName.PRINTER, Health.of(DeviceState.ONLINE));
    board.write(DeviceName.PRINTER, Health.of(DeviceState.ONLINE));
    board.write(DeviceName.PRINTER, Health.of(DeviceState.DEVICE_BUSY));

    assertEquals(DeviceState.STARTING, heard.next().getFirst().state());
    assertEquals(DeviceState.ONLINE, heard.next().getFirst().state());
    assertEquals(DeviceState.DEVICE_BUSY, heard.next().getFirst().state());
  }

  /**
   * A journey that ends its subscription holds its own lock, which the listener wants: a board that
   * told under its lock stopped the terminal for good.
   */
  @Test
  @Timeout(20)
  void a_listener_that_waits_stops_neither_the_devices_nor_who_ends_its_subscription()
      throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    Devices.Subscription subscription =
        board.subscribe(
            _ -> {
              reached.countDown();
              await(free);
            });

    board.write(DeviceName.PRINTER, Health.of(DeviceState.ONLINE));
    await(reached);
    board.write(DeviceName.PRINTER, Health.of(DeviceState.DEVICE_BUSY));
    assertEquals(DeviceState.DEVICE_BUSY, board.statuses().getFirst().state());
    Thread journey = Thread.ofVirtual().start(subscription::close);

    assertTrue(journey.join(Duration.ofSeconds(10)));
    free.countDown();
  }

  @Test
  void a_listener_that_breaks_hears_the_next_change_all_the_same() throws Exception {
    Heard<List<DeviceStatus>> heard = new Heard<>();
    board.subscribe(
        statuses -> {
          heard.accept(statuses);
          throw new LinkageError("a library is not there");
        });
    heard.next();
    board.write(DeviceName.PRINTER, Health.of(DeviceState.ONLINE));
    assertEquals(DeviceState.ONLINE, heard.next().getFirst().state());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(15, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
