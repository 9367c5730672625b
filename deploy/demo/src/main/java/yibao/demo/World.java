package yibao.demo;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.app.TerminalConfig;
import yibao.kiosk.calendar.Timekeeper;
import yibao.sandbox.SandboxPlatform;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.printer.PrinterModel;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.wire.SerialCable;

/**
 * What stands around a demonstration terminal: devices on their cables and a province.
 *
 * @param reader the identity-card reader
 * @param printer the receipt printer
 * @param cables serial cables by device name, plugged in
 * @param platform the province's platform
 */
record World(
    IdCardReaderSimulator reader,
    ReceiptPrinterSimulator printer,
    Map<String, SerialCable> cables,
    SandboxPlatform platform)
    implements AutoCloseable {

  /** Speed of both serial lines, bits a second. */
  private static final int BAUD = 115_200;

  private static final String ID_CARD = "id-card";
  private static final String PRINTER = "printer";

  private static final PrinterModel MODEL = PrinterModel.eightyMillimetres();

  /**
   * Sets the world up.
   *
   * @param folder keeps the province's ledger and the ports' links; must not be the terminal's data
   *     directory, because the province knows its people by name
   */
  static World create(Path folder, Timekeeper time) throws IOException {
    Path ports = Files.createDirectories(folder.resolve("ports"));
    IdCardReaderSimulator reader = new IdCardReaderSimulator();
    ReceiptPrinterSimulator printer = new ReceiptPrinterSimulator(MODEL, List.of(font()));
    return new World(
        reader,
        printer,
        Map.of(
            ID_CARD, new SerialCable(ports.resolve(ID_CARD), BAUD, reader, 1).plugIn(),
            PRINTER, new SerialCable(ports.resolve(PRINTER), BAUD, printer, 2).plugIn()),
        SandboxPlatform.start(
            new SandboxPlatform.Settings(
                Files.createDirectories(folder.resolve("platform")), 0, time)));
  }

  /** The devices as a terminal's configuration names them. */
  TerminalConfig.DeviceConfig devices() {
    return new TerminalConfig.DeviceConfig(
        Optional.of(new TerminalConfig.SerialDevice(cables.get(ID_CARD).path(), BAUD)),
        Optional.of(
            new TerminalConfig.PrinterDevice(cables.get(PRINTER).path(), BAUD, MODEL.widthDots())));
  }

  Optional<SerialCable> cable(String device) {
    return Optional.ofNullable(cables.get(device));
  }

  private static Font font() throws IOException {
    try (InputStream in =
        World.class.getResourceAsStream("/yibao/templates/fonts/NotoSansSC-Regular.ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException e) {
      throw new IOException("the printer's font cannot be read", e);
    }
  }

  @Override
  public void close() throws IOException {
    cables.values().forEach(SerialCable::close);
    printer.close();
    platform.close();
  }
}
