package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.hardware.Identification.Answer;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.idcard.ReaderVariant;
import yibao.simulators.printer.PrinterModel;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.scan.ScanEngineSimulator;
import yibao.simulators.wire.SerialCable;
import yibao.simulators.wire.WireDevice;

/** Devices of every kind on pseudo-terminals that say nothing of what hangs on them. */
@Timeout(90)
class IdentificationTest {
  @TempDir private Path folder;

  @Test
  void everyDeviceIsNamedWithTheLineThatConfiguresIt() throws Exception {
    ReceiptPrinterSimulator printer =
        new ReceiptPrinterSimulator(PrinterModel.eightyMillimetres(), List.of());
    try (SerialCable a = plugged("a", 57600, printer);
        SerialCable b = plugged("b", 9600, new IdCardReaderSimulator(ReaderVariant.CVR_100AU));
        SerialCable c = plugged("c", 9600, new ScanEngineSimulator(ScanEngineSimulator.Maker.SSI));
        SerialCable d = plugged("d", 115200, (bytes, wire) -> {})) {

      List<Answer> answers =
          Identification.at(List.of(a.path(), b.path(), c.path(), d.path(), folder.resolve("e")));

      assertEquals(
          List.of(
              Optional.of("printer: {serial: {port: " + a.path() + ", baud: 57600}}"),
              Optional.of(
                  "idCard: {serial: {port: " + b.path() + ", baud: 9600}, dialect: cvr_100au}"),
              Optional.of("scan: {port: " + c.path() + ", baud: 9600, protocol: ssi}"),
              Optional.empty(),
              Optional.empty()),
          answers.stream().map(Answer::configuration).toList());
      assertEquals("没有设备应答", answers.get(3).found());
      assertEquals("port-absent", answers.get(4).found().split("：")[0]);
    } finally {
      printer.close();
    }
  }

  private SerialCable plugged(String name, int baud, WireDevice device) {
    return new SerialCable(folder.resolve(name), baud, device, 7).plugIn();
  }
}
