package yibao.kiosk.hardware;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import yibao.devices.idcard.BaudDetection;
import yibao.devices.idcard.IdCardReader;
import yibao.devices.idcard.SdtDialect;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;
import yibao.devices.port.PortOpener;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.devices.printer.PrinterSettings;
import yibao.devices.printer.ReceiptPrinter;
import yibao.devices.scan.ScanEngine;
import yibao.devices.scan.ScanProtocol;
import yibao.devices.scan.ScanSettings;

/**
 * Finds out what answers at serial ports, by asking as each kind of device is asked. Receipt
 * printers come first: they would print what is meant for the others. A scan engine that only
 * speaks when it has read something cannot be found.
 */
public final class Identification {
  private static final List<Integer> SPEEDS = List.of(115200, 57600, 38400, 19200, 9600);

  /** Engines leave the factory at one of these. */
  private static final List<Integer> SCAN_SPEEDS = List.of(9600, 115200);

  private static final int MOST_AT_ONCE = 8;

  /** Every kind of device, in the order in which it is safe to ask. */
  private static final List<Question> QUESTIONS =
      List.of(Identification::printer, Identification::idCardReader, Identification::scanEngine);

  private Identification() {}

  /** Whether a kind of device answers at a port. */
  private interface Question {
    Optional<Answer> askAt(Path port) throws PortException;
  }

  /**
   * What was found at a port.
   *
   * @param port its path
   * @param found what answered, or why nothing could
   * @param configuration the line for the configuration; empty when nothing answered
   */
  public record Answer(String port, String found, Optional<String> configuration) {}

  /**
   * Asks at every port, all at once; takes up to half a minute for a port where nothing answers.
   *
   * @param ports none of which another program may be using
   */
  public static List<Answer> at(List<Path> ports) throws InterruptedException {
    // Serial calls hold on to the thread they run on.
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.clamp(ports.size(), 1, MOST_AT_ONCE),
            Thread.ofPlatform().daemon().name("identify ", 0).factory())) {
      List<Future<Answer>> asked = ports.stream().map(p -> threads.submit(() -> at(p))).toList();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : asked) {
        answers.add(answer.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking at a port ends in an answer", e);
    }
  }

  private static Answer at(Path port) {
    try {
      for (Question question : QUESTIONS) {
        Optional<Answer> answer = question.askAt(port);
        if (answer.isPresent()) {
          return answer.get();
        }
      }
      return new Answer(port.toString(), "没有设备应答", Optional.empty());
    } catch (PortException e) {
      PortFault fault = e.fault();
      return new Answer(
          port.toString(), fault.code() + "：" + fault.technicianHint(), Optional.empty());
    }
  }

  private static Optional<Answer> printer(Path port) throws PortException {
    for (int baud : SPEEDS) {
      try (ReceiptPrinter printer =
          new ReceiptPrinter(line(port, baud).open(), PrinterSettings.usual(), System::nanoTime)) {
        if (printer.status().isPresent()) {
          return Optional.of(
              new Answer(
                  port.toString(),
                  "票据打印机" + printer.model().map(name -> "（" + name + "）").orElse(""),
                  Optional.of("printer: {serial: {port: %s, baud: %d}}".formatted(port, baud))));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Answer> idCardReader(Path port) throws PortException {
    for (SdtDialect dialect : SdtDialect.values()) {
      OptionalInt baud =
          new BaudDetection(speed -> line(port, speed), dialect, System::nanoTime)
              .detect(OptionalInt.empty());
      if (baud.isPresent()) {
        String differs = dialect == SdtDialect.STANDARD ? "" : ", dialect: " + key(dialect.name());
        return Optional.of(
            new Answer(
                port.toString(),
                "居民身份证阅读机具" + samId(port, baud.getAsInt(), dialect),
                Optional.of(
                    "idCard: {serial: {port: %s, baud: %d}%s}"
                        .formatted(port, baud.getAsInt(), differs))));
      }
    }
    return Optional.empty();
  }

  private static String samId(Path port, int baud, SdtDialect dialect) throws PortException {
    try (IdCardReader reader =
        IdCardReader.open(line(port, baud).open(), dialect, false, System::nanoTime)) {
      return reader.samId().map(id -> "（安全模块 " + id.text() + "）").orElse("");
    }
  }

  private static Optional<Answer> scanEngine(Path port) throws PortException {
    for (int baud : SCAN_SPEEDS) {
      for (ScanProtocol protocol : ScanProtocol.values()) {
        if (protocol.answers() && scanEngineAnswers(port, baud, protocol)) {
          return Optional.of(
              new Answer(
                  port.toString(),
                  "扫码器",
                  Optional.of(
                      "scan: {port: %s, baud: %d, protocol: %s}"
                          .formatted(port, baud, key(protocol.name())))));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean scanEngineAnswers(Path port, int baud, ScanProtocol protocol)
      throws PortException {
    try (ScanEngine engine =
        new ScanEngine(line(port, baud).open(), ScanSettings.usual(protocol), System::nanoTime)) {
      return engine.check().isEmpty();
    }
  }

  private static String key(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }

  private static PortOpener line(Path port, int baud) {
    return new SerialPortOpener(port, SerialSettings.at(baud));
  }
}
