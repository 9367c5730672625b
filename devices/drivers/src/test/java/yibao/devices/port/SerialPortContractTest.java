package yibao.devices.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.simulators.wire.SerialCable;
import yibao.simulators.wire.Wire;
import yibao.simulators.wire.WireDevice;

/** A real serial line whose far end takes nothing, so that the native write hangs in the kernel. */
@Timeout(60)
class SerialPortContractTest {
  private static final int BAUD = 115200;
  private static final byte[] MORE_THAN_THE_LINE_HOLDS = new byte[1 << 20];

  @TempDir private Path folder;

  /** Hears nothing until it is let, then answers what it hears. */
  private static final class Deaf implements WireDevice {
    private final CountDownLatch hearing = new CountDownLatch(1);

    @Override
    public void hear(byte[] bytes, Wire wire) {
      try {
        hearing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      wire.send(bytes);
    }
  }

  @Test
  void aWriteThatHangsEndsAtItsLimitClosesThePortAndLeavesNoThread() throws Exception {
    Deaf device = new Deaf();
    Path path = folder.resolve("line");
    try (SerialCable cable = new SerialCable(path, BAUD, device, 1).plugIn()) {
      SerialPortOpener opener = new SerialPortOpener(path, SerialSettings.at(BAUD));
      Port port = opener.open();

      PortException stalled =
          assertThrows(
              PortException.class,
              () -> port.write(MORE_THAN_THE_LINE_HOLDS, Duration.ofMillis(300)));

      assertEquals(PortFault.STALLED, stalled.fault());
      assertTrue(port.lost());
      port.close();
      while (writing(path)) {
        Thread.sleep(10);
      }

      cable.pull();
      device.hearing.countDown();
      cable.plugIn();
      try (Port again = opener.open()) {
        again.write(new byte[] {1, 2, 3}, Duration.ofSeconds(20));
        assertArrayEquals(new byte[] {1, 2, 3}, answered(again, 3));
      }
    }
  }

  private static byte[] answered(Port port, int bytes) throws PortException {
    byte[] all = new byte[0];
    while (all.length < bytes) {
      byte[] some = new byte[bytes];
      int count = port.read(some, Duration.ofSeconds(1));
      int before = all.length;
      all = Arrays.copyOf(all, before + count);
      System.arraycopy(some, 0, all, before, count);
    }
    return all;
  }

  private static boolean writing(Path path) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("write " + path));
  }
}
