package yibao.demo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import yibao.devices.idcard.IdCardReader;
import yibao.devices.idcard.IdCardReading;
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
public final class IdReadBench {
  private static final int BAUD = 115200;
  private static final int BITS_PER_BYTE = 10;
  private static final int WARM_UP = 5;
  private static final int READS = 40;
  private static final double BUDGET = 1.10;

  private final PrintStream out;

  /**
   * @param out where the figures go
   */
  public IdReadBench(PrintStream out) {
    this.out = out;
  }

  /** No arguments. */
  public static void main(String[] args) throws IOException {
    new IdReadBench(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run();
  }

  /**
   * Measures and prints.
   *
   * @return the median's ratio to the wire time
   */
  public double run() throws IOException {
    Path folder = Files.createTempDirectory("id-read-bench");
    IdCardReaderSimulator device = new IdCardReaderSimulator();
    try (SerialCable cable = new SerialCable(folder.resolve("id-card"), BAUD, device, 1).plugIn();
        CountingPort port =
            new CountingPort(new SerialPortOpener(cable.path(), SerialSettings.at(BAUD)).open());
        IdCardReader reader = new IdCardReader(port, false, System::nanoTime)) {
      for (int i = 0; i < WARM_UP; i++) {
        read(device, reader);
      }
      port.bytes = 0;
      long[] nanos = new long[READS];
      for (int i = 0; i < READS; i++) {
        nanos[i] = read(device, reader);
      }
      return report(nanos, port.bytes / READS);
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

  private double report(long[] nanos, long bytes) {
    Arrays.sort(nanos);
    double wireMillis = bytes * BITS_PER_BYTE * 1000.0 / BAUD;
    double median = nanos[nanos.length / 2] / 1e6;
    double slow = nanos[nanos.length * 95 / 100] / 1e6;
    out.printf("ID read, %d reads of %d bytes at %d baud%n", nanos.length, bytes, BAUD);
    out.printf("  on the wire %8.2f ms%n", wireMillis);
    out.printf(
        "  fastest     %8.2f ms   ratio %.3f%n", nanos[0] / 1e6, nanos[0] / 1e6 / wireMillis);
    out.printf("  median      %8.2f ms   ratio %.3f%n", median, median / wireMillis);
    out.printf(
        "  95th        %8.2f ms   ratio %.3f   (budget for the median %.2f: %s)%n",
        slow, slow / wireMillis, BUDGET, median / wireMillis <= BUDGET ? "kept" : "MISSED");
    return median / wireMillis;
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
