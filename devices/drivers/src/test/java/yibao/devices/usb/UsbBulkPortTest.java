package yibao.devices.usb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.devices.idcard.IdCard;
import yibao.devices.idcard.IdCardReader;
import yibao.devices.idcard.IdCardReading;
import yibao.devices.idcard.SdtDialect;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;
import yibao.simulators.idcard.CardContent;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.wire.Wire;

/**
 * The line over pipes in the test's hand, whose packets are a reader's; usbfs itself is not here.
 */
class UsbBulkPortTest {
  private static final CardContent CARD =
      new CardContent.Resident(
          "张三",
          "1",
          "01",
          LocalDate.of(1949, 12, 31),
          "北京市朝阳区测试路1号",
          "11010519491231002X",
          "北京市公安局朝阳分局",
          LocalDate.of(2020, 1, 1),
          Optional.empty());

  /** Finding, choosing, reading: three requests of 10 bytes, answers of 15, 19 and 1295. */
  private static final int READING_BYTES = 3 * 10 + 15 + 19 + 1295;

  /** ENODEV. */
  private static final int NO_DEVICE = 19;

  @TempDir private Path sys;

  /** Pipes to a simulated reader; answers come in packets of 64 bytes. */
  private static final class Pipes implements BulkPipes, Wire {
    private final IdCardReaderSimulator reader = new IdCardReaderSimulator();
    private final List<byte[]> sent = new ArrayList<>();
    private final Queue<byte[]> packets = new ArrayDeque<>();
    private boolean unplugged;
    private boolean full;
    private int left = Integer.MAX_VALUE;

    @Override
    public int send(byte[] bytes, int millis) {
      if (full) {
        return -LinuxCalls.ETIMEDOUT;
      }
      if (!passes(bytes.length)) {
        return -NO_DEVICE;
      }
      sent.add(bytes);
      reader.hear(bytes, this);
      return bytes.length;
    }

    @Override
    public int receive(byte[] into, int millis) {
      if (unplugged) {
        return -NO_DEVICE;
      }
      byte[] packet = packets.poll();
      if (packet == null) {
        return -LinuxCalls.ETIMEDOUT;
      }
      if (!passes(packet.length)) {
        return -NO_DEVICE;
      }
      System.arraycopy(packet, 0, into, 0, packet.length);
      return packet.length;
    }

    /** A transfer arrives whole or not at all. */
    private boolean passes(int bytes) {
      unplugged = unplugged || bytes > left;
      left -= bytes;
      return !unplugged;
    }

    @Override
    public boolean gone() {
      return unplugged;
    }

    @Override
    public void close() {}

    @Override
    public void send(byte[] bytes) {
      for (int at = 0; at < bytes.length; at += UsbBulkPort.PACKET) {
        packets.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + UsbBulkPort.PACKET)));
      }
    }

    @Override
    public void drop() {
      unplugged = true;
    }
  }

  private final Pipes pipes = new Pipes();
  private final UsbBulkPort port = new UsbBulkPort("usb 0400:c35a", pipes);

  @Test
  void aWholeCardIsReadAndEveryFrameLeavesInOneTransfer() throws Exception {
    pipes.reader.lay(CARD);
    try (IdCardReader reader =
        IdCardReader.open(port, SdtDialect.STANDARD, false, System::nanoTime)) {
      IdCardReading.Read read = (IdCardReading.Read) reader.read();

      assertEquals("张三", ((IdCard.Resident) read.card()).name());
      assertTrue(pipes.sent.stream().allMatch(frame -> frame.length == 10));
    }
  }

  @Test
  void pulledAtAnyByteOfAReadingItIsLostAndTheNextPlugReadsTheCard() throws Exception {
    for (int bytes = 0; bytes < READING_BYTES; bytes++) {
      Pipes pulled = new Pipes();
      pulled.left = bytes;
      pulled.reader.lay(CARD);
      try (IdCardReader reader = opened(pulled)) {
        PortException lost = assertThrows(PortException.class, reader::read);
        assertEquals(PortFault.LOST, lost.fault());
        assertTrue(reader.lost());
      }
      Pipes again = new Pipes();
      again.reader.lay(CARD);
      try (IdCardReader reader = opened(again)) {
        assertTrue(reader.read() instanceof IdCardReading.Read);
      }
    }
  }

  private static IdCardReader opened(Pipes pipes) throws PortException {
    return IdCardReader.open(
        new UsbBulkPort("usb", pipes), SdtDialect.STANDARD, false, System::nanoTime);
  }

  @Test
  void aPacketLargerThanWhatIsWantedIsHandedOutInPieces() throws Exception {
    byte[] packet = {1, 2, 3, 4, 5};
    pipes.send(packet);
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    byte[] two = new byte[2];
    for (int n = port.read(two, Duration.ofMillis(1)); n > 0; n = port.read(two, Duration.ZERO)) {
      heard.write(two, 0, n);
    }
    assertArrayEquals(packet, heard.toByteArray());
  }

  @Test
  void anUnpluggedReaderIsLostAndOneThatTakesNothingStalls() {
    pipes.full = true;
    assertEquals(
        PortFault.STALLED,
        assertThrows(PortException.class, () -> port.write(new byte[10], Duration.ofMillis(5)))
            .fault());

    Pipes pulled = new Pipes();
    UsbBulkPort other = new UsbBulkPort("usb", pulled);
    pulled.drop();
    assertTrue(other.lost());
    assertEquals(
        PortFault.LOST,
        assertThrows(PortException.class, () -> other.read(new byte[1], Duration.ZERO)).fault());
  }

  @Test
  void aReaderIsFoundByItsMakerWhereverItIsPluggedInWithItsPipes() throws Exception {
    Path device = Files.createDirectories(sys.resolve("3-1.4"));
    write(device, "idVendor", "0400");
    write(device, "idProduct", "c35a");
    write(device, "busnum", "3");
    write(device, "devnum", "17");
    write(device, "product", "SAM Reader");
    Path face = Files.createDirectories(device.resolve("3-1.4:1.0"));
    write(face, "bInterfaceNumber", "00");
    pipe(face, "ep_02", "02", "Bulk");
    pipe(face, "ep_81", "81", "Bulk");
    pipe(face, "ep_83", "83", "Interrupt");
    Files.createDirectories(sys.resolve("usb3"));

    UsbBus bus = new UsbBus(sys);
    UsbBus.Plugged plugged = bus.devices().getFirst();

    assertEquals(UsbId.of("0400:C35A"), plugged.id());
    assertEquals(Path.of("/dev/bus/usb/003/017"), plugged.node());
    assertEquals(Optional.of(new UsbBus.Pipes(0, 0x02, 0x81)), bus.pipes(plugged));
    UsbBulkPortOpener nobody = new UsbBulkPortOpener(bus, UsbId.of("1234:5678"));
    assertEquals(PortFault.ABSENT, assertThrows(PortException.class, nobody::open).fault());
  }

  private static void pipe(Path face, String name, String address, String type) throws Exception {
    Path end = Files.createDirectories(face.resolve(name));
    write(end, "bEndpointAddress", address);
    write(end, "type", type);
  }

  private static void write(Path folder, String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text + "\n");
  }
}
