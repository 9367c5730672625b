package yibao.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yibao.devices.idcard.IdCardReader;
import yibao.devices.idcard.IdCardReading;
import yibao.devices.idcard.SdtDialect;
import yibao.devices.port.Port;
import yibao.devices.port.PortException;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.simulators.idcard.CardContent;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.wire.SerialCable;

/**
 * Reading an identity card: from looking for it to the parsed person, beside the time its bytes
 * need on a line of 115200 baud. The simulated reader thinks for no time, so what is above one is
 * ours.
 */
final class IdReadBench implements Bench {
  private static final int BAUD = 115200;
  private static final int BITS_PER_BYTE = 10;
  private static final int WARM_UP = 5;
  private static final int READS = 40;
  private static final double BUDGET = 1.05;

  @Override
  public List<Figure> run() throws IOException {
    Path folder = Files.createTempDirectory("id-read-bench");
    IdCardReaderSimulator device = new IdCardReaderSimulator();
    try (SerialCable cable = new SerialCable(folder.resolve("id-card"), BAUD, device, 1).plugIn();
        CountingPort port =
            new CountingPort(new SerialPortOpener(cable.path(), SerialSettings.at(BAUD)).open());
        IdCardReader reader =
            IdCardReader.open(port, SdtDialect.STANDARD, false, System::nanoTime)) {
      for (int i = 0; i < WARM_UP; i++) {
        read(device, reader);
      }
      port.bytes = 0;
      long[] nanos = new long[READS];
      for (int i = 0; i < READS; i++) {
        nanos[i] = read(device, reader);
      }
      return figures(nanos, port.bytes / READS);
    } finally {
      Files.deleteIfExists(folder);
    }
  }

  private static long read(IdCardReaderSimulator device, IdCardReader reader) throws PortException {
    device.lay(card());
    long start = System.nanoTime();
    IdCardReading reading = reader.read();
    long nanos = System.nanoTime() - start;
    if (!(reading instanceof IdCardReading.Read)) {
      throw new IllegalStateException("the card was not read: " + reading);
    }
    return nanos;
  }

  private static List<Figure> figures(long[] nanos, long bytes) {
    Arrays.sort(nanos);
    double wire = bytes * BITS_PER_BYTE * 1e9 / BAUD;
    double median = nanos[nanos.length / 2] / wire;
    return List.of(
        figure("id-read, median", nanos[nanos.length / 2], wire)
            .within("≤ %.2f".formatted(BUDGET), median <= BUDGET),
        figure("id-read, fastest", nanos[0], wire),
        figure("id-read, 95th of 100", nanos[nanos.length * 95 / 100], wire));
  }

  private static Figure figure(String name, long nanos, double wire) {
    return Figure.alone(name, millis(nanos)).beside("on the wire " + millis(wire), nanos / wire);
  }

  private static String millis(double nanos) {
    return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
  }

  private static CardContent card() {
    return new CardContent.Resident(
        "张三",
        "1",
        "01",
        LocalDate.of(1949, 12, 31),
        "北京市朝阳区测试路1号",
        "11010519491231002X",
        "北京市公安局朝阳分局",
        LocalDate.of(2020, 1, 1),
        Optional.empty());
  }

  /** Counts the bytes of both directions: the line carries them one after another. */
  private static final class CountingPort implements Port {
    private final Port port;
    private long bytes;

    private CountingPort(Port port) {
      this.port = port;
    }

    @Override
    public void write(byte[] sent, Duration limit) throws PortException {
      bytes += sent.length;
      port.write(sent, limit);
    }

    @Override
    public int read(byte[] into, Duration limit) throws PortException {
      int count = port.read(into, limit);
      bytes += count;
      return count;
    }

    @Override
    public void discardInput() throws PortException {
      port.discardInput();
    }

    @Override
    public boolean lost() {
      return port.lost();
    }

    @Override
    public void close() {
      port.close();
    }
  }
}
