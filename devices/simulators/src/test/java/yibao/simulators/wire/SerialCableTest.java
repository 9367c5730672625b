package yibao.simulators.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A plug that has come out is out, whoever pulled it, before it can be in again. */
@Timeout(30)
class SerialCableTest {
  @TempDir private Path folder;
  private final AtomicReference<Wire> wire = new AtomicReference<>();
  private final AtomicInteger plugs = new AtomicInteger();
  private SerialCable cable;

  @BeforeEach
  void plugIn() {
    cable =
        new SerialCable(
                folder.resolve("port"),
                115200,
                new WireDevice() {
                  @Override
                  public void hear(byte[] bytes, Wire from) {}

                  @Override
                  public void plugged(Wire to) {
                    plugs.incrementAndGet();
                    wire.set(to);
                  }
                },
                1)
            .plugIn();
  }

  @AfterEach
  void throwAway() {
    cable.close();
  }

  @Test
  void aCableThatADeviceDroppedIsPluggedInAnew() {
    wire.get().drop();
    cable.plugIn();

    assertEquals(2, plugs.get());
  }

  @Test
  void aCableMayBePulledTwice() {
    wire.get().drop();
    cable.pull();
    cable.pull();
    assertFalse(Files.exists(cable.path(), LinkOption.NOFOLLOW_LINKS));

    cable.plugIn();
    assertTrue(Files.exists(cable.path()));
  }
}
