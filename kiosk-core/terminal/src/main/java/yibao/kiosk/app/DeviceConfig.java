package yibao.kiosk.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.devices.certified.CertifiedComponentOpener;
import yibao.devices.certified.CertifiedComponentPlugin;
import yibao.devices.idcard.IdCardReaderOpener;
import yibao.devices.idcard.SdtDialect;
import yibao.devices.port.PortOpener;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.devices.port.TcpPortOpener;
import yibao.devices.printer.PrinterSettings;
import yibao.devices.scan.CodeEnding;
import yibao.devices.scan.ScanProtocol;
import yibao.devices.scan.ScanSettings;
import yibao.devices.usb.UsbBulkPortOpener;
import yibao.devices.usb.UsbBus;
import yibao.devices.usb.UsbId;
import yibao.devices.usb.UsbPrinterPortOpener;
import yibao.kiosk.hardware.Lamp;
import yibao.kiosk.hardware.LedLamp;
import yibao.kiosk.hardware.Lens;
import yibao.templates.receipt.ReceiptPrinter;

/**
 * What is plugged in; a device left out is not there.
 *
 * @param idCard the identity-card reader
 * @param ssCard the reader for social-security cards
 * @param scan the scan engine
 * @param codeCamera a camera at the screen that reads codes instead of a scan engine
 * @param documentCamera the document camera at the screen
 * @param printer the receipt printer
 * @param a4 the A4 printer
 * @param certified the certified component: decodes e-vouchers, looks at faces
 */
public record DeviceConfig(
    Optional<IdCardDevice> idCard,
    Optional<CardReaderDevice> ssCard,
    Optional<ScanDevice> scan,
    Optional<CameraDevice> codeCamera,
    Optional<CameraDevice> documentCamera,
    Optional<PrinterDevice> printer,
    Optional<DocumentPrinterDevice> a4,
    Optional<CertifiedDevice> certified) {

  public DeviceConfig {
    TerminalConfig.demand(
        scan.isEmpty() || codeCamera.isEmpty(), "devices", "scan 和 codeCamera 最多其中之一");
  }

  /** The same with the screen's camera in place of a scan engine. */
  public DeviceConfig filmingCodes(CameraDevice camera) {
    return new DeviceConfig(
        idCard,
        ssCard,
        Optional.empty(),
        Optional.of(camera),
        documentCamera,
        printer,
        a4,
        certified);
  }

  /** The serial ports it names. */
  List<Path> serialPorts() {
    return Stream.of(
            idCard.flatMap(IdCardDevice::serial).map(SerialReader::port),
            scan.map(ScanDevice::port),
            printer.flatMap(PrinterDevice::serial).map(SerialDevice::port))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether anything reads QR codes. */
  boolean readsCodes() {
    return scan.isPresent() || codeCamera.isPresent();
  }

  /** Nothing is plugged in. */
  public static DeviceConfig none() {
    return new DeviceConfig(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Only a reader for identity cards is plugged in. */
  public static DeviceConfig withReader(IdCardDevice idCard) {
    return new DeviceConfig(
        Optional.of(idCard),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A device on a serial line.
   *
   * @param port path of the port, stable across unplugging
   * @param baud bits a second
   */
  public record SerialDevice(Path port, int baud) {
    PortOpener opener() {
      return new SerialPortOpener(port, SerialSettings.at(baud));
    }
  }

  /**
   * A serial line whose speed may be found out.
   *
   * @param port path of the port, stable across unplugging
   * @param baud bits a second; found by trying where it is left out
   */
  public record SerialReader(Path port, Optional<Integer> baud) {
    IdCardReaderOpener opener(SdtDialect dialect) {
      return baud.map(
              known ->
                  IdCardReaderOpener.on(
                      new SerialPortOpener(port, SerialSettings.at(known)),
                      dialect,
                      System::nanoTime))
          .orElseGet(
              () ->
                  IdCardReaderOpener.atAnySpeed(
                      tried -> new SerialPortOpener(port, SerialSettings.at(tried)),
                      dialect,
                      System::nanoTime));
    }
  }

  /**
   * A reader of identity cards, on exactly one line.
   *
   * @param serial its serial line
   * @param usb maker and kind of a reader that needs no driver, such as {@code 0400:c35a}
   * @param dialect how it differs from the standard; not at all where it is left out
   */
  public record IdCardDevice(
      Optional<SerialReader> serial, Optional<String> usb, Optional<SdtDialect> dialect) {

    public IdCardDevice {
      TerminalConfig.demand(
          serial.isPresent() != usb.isPresent()
              && usb.filter(id -> !id.matches("[0-9a-fA-F]{4}:[0-9a-fA-F]{4}")).isEmpty(),
          "devices.idCard",
          "serial 和 usb 二者之一，usb 如 0400:c35a");
    }

    /** On a serial line whose speed is found out. */
    public static IdCardDevice at(Path port) {
      return new IdCardDevice(
          Optional.of(new SerialReader(port, Optional.empty())),
          Optional.empty(),
          Optional.empty());
    }

    IdCardReaderOpener opener() {
      SdtDialect spoken = dialect.orElse(SdtDialect.STANDARD);
      return serial
          .map(line -> line.opener(spoken))
          .orElseGet(
              () ->
                  IdCardReaderOpener.on(
                      new UsbBulkPortOpener(UsbBus.ofThisMachine(), UsbId.of(usb.orElseThrow())),
                      spoken,
                      System::nanoTime));
    }
  }

  /**
   * A device that takes raw bytes on the network.
   *
   * @param host name or address
   * @param port TCP port, mostly 9100
   */
  public record NetworkDevice(String host, int port) {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    PortOpener opener() {
      return new TcpPortOpener(host, port, CONNECT_LIMIT);
    }
  }

  /**
   * A PC/SC reader.
   *
   * @param reader a part of its name as the PC/SC service gives it, stable across unplugging
   */
  public record CardReaderDevice(String reader) {}

  /**
   * A scan engine on a serial line.
   *
   * @param port path of the port
   * @param baud bits a second
   * @param protocol whose commands it knows
   * @param ending how it ends a code; by a suffix where it is left out
   */
  public record ScanDevice(
      Path port, int baud, ScanProtocol protocol, Optional<CodeEnding> ending) {
    ScanSettings settings() {
      return new ScanSettings(protocol, ending.orElse(CodeEnding.SUFFIX));
    }

    PortOpener opener() {
      return new SerialPortOpener(port, SerialSettings.at(baud));
    }
  }

  /**
   * A camera at the screen, filmed by its browser.
   *
   * @param label part of its name as the browser gives it; any camera where it is left out
   * @param lamp folder of the LED that lights it, under {@code /sys/class/leds}
   */
  public record CameraDevice(Optional<String> label, Optional<Path> lamp) {
    Lens lens() {
      return new Lens(label);
    }

    Lamp light() {
      return lamp.<Lamp>map(LedLamp::new).orElseGet(Lamp::none);
    }
  }

  /**
   * A receipt printer, on exactly one line.
   *
   * @param serial its serial line
   * @param network its place on the network
   * @param usb its node, such as {@code /dev/usb/lp0}
   * @param dots dots across the paper, e.g. 384 or 576
   * @param proof how it proves that it has printed; by process number where it is left out
   * @param qr who draws QR symbols; an image, which clones print too, where it is left out
   */
  public record PrinterDevice(
      Optional<SerialDevice> serial,
      Optional<NetworkDevice> network,
      Optional<Path> usb,
      int dots,
      Optional<PrinterSettings.Proof> proof,
      Optional<ReceiptPrinter.QrDrawing> qr) {

    public PrinterDevice {
      TerminalConfig.demand(
          Stream.of(serial, network, usb).filter(Optional::isPresent).count() == 1,
          "devices.printer",
          "serial、network、usb 三者之一");
    }

    PortOpener opener() {
      return serial
          .map(SerialDevice::opener)
          .or(() -> network.map(NetworkDevice::opener))
          .orElseGet(() -> new UsbPrinterPortOpener(usb.orElseThrow()));
    }

    /** What paper is made for. */
    ReceiptPrinter paper() {
      ReceiptPrinter usual = ReceiptPrinter.ofDots(dots);
      return new ReceiptPrinter(dots, usual.repertoire(), qr.orElse(usual.qr()));
    }

    PrinterSettings settings() {
      return switch (proof.orElse(PrinterSettings.Proof.PROCESS_ID)) {
        case PROCESS_ID -> PrinterSettings.usual();
        case PAPER_SENSOR -> PrinterSettings.cheap();
      };
    }
  }

  /**
   * A document printer that speaks IPP: itself, or a queue of CUPS.
   *
   * @param address such as {@code ipp://localhost/printers/a4}
   */
  public record DocumentPrinterDevice(URI address) {
    public DocumentPrinterDevice {
      TerminalConfig.demand(
          address.getScheme() != null && address.getScheme().matches("ipps?"),
          "devices.a4.address",
          "ipp:// 或 ipps:// 开头的地址");
    }
  }

  /**
   * The certified component of a 医保业务综合服务终端.
   *
   * @param plugin how it is reached: {@code service}, {@code library}, or a vendor's own plug-in
   * @param settings the plug-in's keys, such as {@code address} or {@code file}
   * @param face whether it has a camera that looks at faces
   */
  public record CertifiedDevice(String plugin, Map<String, String> settings, boolean face) {

    public CertifiedDevice {
      settings = Map.copyOf(settings);
    }

    CertifiedComponentOpener opener() {
      try {
        return CertifiedComponentPlugin.find(plugin)
            .orElseThrow(() -> new IllegalArgumentException("plugin: service | library | …"))
            .configure(settings);
      } catch (IllegalArgumentException e) {
        throw new TerminalConfig.Unusable("devices.certified 要写成：" + e.getMessage());
      }
    }
  }
}
