package yibao.demo;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.devices.scan.ScanProtocol;
import yibao.kiosk.app.DeviceConfig;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.hardware.DeviceName;
import yibao.sandbox.SandboxPlatform;
import yibao.sandbox.queue.SandboxQueue;
import yibao.simulators.certified.CertifiedModuleSimulator;
import yibao.simulators.document.DocumentPrinterSimulator;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.printer.PrinterModel;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.scan.ScanEngineSimulator;
import yibao.simulators.wire.SerialCable;

/**
 * What stands around a demonstration terminal: devices on their cables and a province.
 *
 * @param reader the identity-card reader
 * @param cardSlot the reader for social-security cards
 * @param scanner the scan engine
 * @param printer the receipt printer
 * @param a4 the A4 printer
 * @param certified the certified module for e-vouchers and faces
 * @param links what connects each device, plugged in
 * @param ports where the serial devices are found
 * @param platform the province's platform
 * @param queue the hall's queue
 */
record World(
    IdCardReaderSimulator reader,
    VirtualReader cardSlot,
    ScanEngineSimulator scanner,
    ReceiptPrinterSimulator printer,
    DocumentPrinterSimulator a4,
    CertifiedModuleSimulator certified,
    Map<DeviceName, Link> links,
    Path ports,
    SandboxPlatform platform,
    SandboxQueue queue)
    implements AutoCloseable {

  /** Speed of the serial lines, bits a second. */
  private static final int BAUD = 115_200;

  private static final String FONT = "/yibao/templates/fonts/NotoSansSC-Regular";

  private static final Duration PER_DOCUMENT = Duration.ofSeconds(2);
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
    VirtualReader cardSlot = new VirtualReader(folder.resolve("pcsc"));
    ScanEngineSimulator scanner = new ScanEngineSimulator(ScanEngineSimulator.Maker.NEWLAND);
    ReceiptPrinterSimulator printer = new ReceiptPrinterSimulator(MODEL, fonts());
    DocumentPrinterSimulator a4 = new DocumentPrinterSimulator(PER_DOCUMENT);
    SandboxPlatform platform =
        SandboxPlatform.start(
            new SandboxPlatform.Settings(
                Files.createDirectories(folder.resolve("platform")), 0, time));
    CertifiedModuleSimulator certified =
        new CertifiedModuleSimulator(platform.localServiceAddress());
    World world =
        new World(
            reader,
            cardSlot,
            scanner,
            printer,
            a4,
            certified,
            Map.of(
                DeviceName.ID_CARD,
                new Cable(new SerialCable(port(ports, DeviceName.ID_CARD), BAUD, reader, 1)),
                DeviceName.SS_CARD,
                cardSlot,
                DeviceName.SCAN,
                new Cable(new SerialCable(port(ports, DeviceName.SCAN), BAUD, scanner, 3)),
                DeviceName.PRINTER,
                new Cable(new SerialCable(port(ports, DeviceName.PRINTER), BAUD, printer, 2)),
                DeviceName.A4,
                new NetworkPlug(a4::plugIn, a4::pull),
                DeviceName.FACE,
                new NetworkPlug(certified::plugIn, certified::pull)),
            ports,
            platform,
            SandboxQueue.start());
    world.links().values().forEach(Link::plugIn);
    return world;
  }

  /** The devices as a terminal's configuration names them. */
  DeviceConfig devices() {
    return new DeviceConfig(
        Optional.of(DeviceConfig.IdCardDevice.at(port(ports, DeviceName.ID_CARD))),
        Optional.of(new DeviceConfig.CardReaderDevice(VirtualReader.NAME)),
        Optional.of(
            new DeviceConfig.ScanDevice(
                port(ports, DeviceName.SCAN), BAUD, ScanProtocol.NEWLAND, Optional.empty())),
        Optional.empty(),
        Optional.of(camera()),
        Optional.of(
            new DeviceConfig.PrinterDevice(
                Optional.of(new DeviceConfig.SerialDevice(port(ports, DeviceName.PRINTER), BAUD)),
                Optional.empty(),
                Optional.empty(),
                MODEL.widthDots(),
                Optional.empty(),
                Optional.empty())),
        Optional.of(new DeviceConfig.DocumentPrinterDevice(a4.address())),
        Optional.of(
            new DeviceConfig.CertifiedDevice(
                "service", Map.of("address", certified.address().toString()), true)));
  }

  /** A camera at the screen, whichever there is. */
  static DeviceConfig.CameraDevice camera() {
    return new DeviceConfig.CameraDevice(Optional.empty(), Optional.empty());
  }

  /** What connects the device of this name. */
  Optional<Link> link(String device) {
    return links.entrySet().stream()
        .filter(link -> link.getKey().key().equals(device))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Path port(Path ports, DeviceName device) {
    return ports.resolve(device.key());
  }

  /** What the simulated printer's own font is: everything of the Chinese font. */
  private static List<Font> fonts() throws IOException {
    List<Font> fonts = new ArrayList<>();
    fonts.add(font(FONT + ".ttf"));
    try (InputStream index = World.class.getResourceAsStream(FONT + ".index")) {
      for (String line :
          new String(index.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        fonts.add(font("/yibao/templates/fonts/" + line.split(" ")[0]));
      }
    }
    return fonts;
  }

  private static Font font(String resource) throws IOException {
    try (InputStream in = World.class.getResourceAsStream(resource)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException e) {
      throw new IOException("the printer's font cannot be read", e);
    }
  }

  @Override
  public void close() throws IOException {
    links.values().forEach(Link::pull);
    printer.close();
    a4.close();
    certified.close();
    platform.close();
    queue.close();
  }

  /** A serial cable. */
  private record Cable(SerialCable cable) implements Link {
    @Override
    public void plugIn() {
      cable.plugIn();
    }

    @Override
    public void pull() {
      cable.pull();
    }

    @Override
    public void noise(double share) {
      cable.noise(share);
    }
  }

  /** A place on the network. */
  private record NetworkPlug(Runnable in, Runnable out) implements Link {
    @Override
    public void plugIn() {
      in.run();
    }

    @Override
    public void pull() {
      out.run();
    }
  }
}
