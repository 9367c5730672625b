package yibao.kiosk.app;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import yibao.devices.certified.CertifiedComponent;
import yibao.devices.document.DocumentPrinter;
import yibao.devices.smartcard.PcscSlotOpener;
import yibao.devices.smartcard.TimedSlotOpener;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.hardware.CameraScanner;
import yibao.kiosk.hardware.CertifiedStation;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.DocumentStation;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.IdCardStation;
import yibao.kiosk.hardware.PinCheck;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.hardware.ReceiptStation;
import yibao.kiosk.hardware.ScanStation;
import yibao.kiosk.hardware.ScreenDocumentCamera;
import yibao.kiosk.hardware.SocialSecurityEvent;
import yibao.kiosk.hardware.SocialSecurityStation;
import yibao.kiosk.hardware.SupervisedCertifiedComponent;
import yibao.kiosk.hardware.SupervisedDocumentPrinter;
import yibao.kiosk.hardware.SupervisedIdCardReader;
import yibao.kiosk.hardware.SupervisedReceiptPrinter;
import yibao.kiosk.hardware.SupervisedScanner;
import yibao.kiosk.hardware.SupervisedSocialSecurityReader;
import yibao.kiosk.journey.visit.Printers;
import yibao.kiosk.journey.visit.Readers;
import yibao.kiosk.paper.TakeAway;

/**
 * What is plugged into this terminal, by its configuration. A device that is not configured is
 * simply not there.
 */
final class Peripherals implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

  /** A social-security card takes a second or two; one that takes longer never ends. */
  private static final Duration CARD_LIMIT = Duration.ofSeconds(10);

  private static final String NO_PRINTER = "no-printer";

  private final DeviceBoard board;
  private final RandomGenerator random;
  private final List<AutoCloseable> started = new ArrayList<>();
  private final Optional<SupervisedIdCardReader> idCards;
  private final Optional<SupervisedSocialSecurityReader> ssCards;
  private final Optional<SupervisedScanner> scanner;
  private final Optional<CameraScanner> codeCamera;
  private final Optional<ScreenDocumentCamera> documentCamera;
  private final Optional<SupervisedReceiptPrinter> receipts;
  private final Optional<SupervisedDocumentPrinter> documents;
  private final Optional<SupervisedCertifiedComponent> certified;

  private Peripherals(DeviceConfig config, Timekeeper time, RandomGenerator random) {
    this.board = new DeviceBoard(time);
    this.random = random;
    this.idCards = config.idCard().map(this::idCards);
    this.ssCards = config.ssCard().map(this::ssCards);
    this.scanner = config.scan().map(this::scanner);
    this.codeCamera = config.codeCamera().map(this::codeCamera);
    this.documentCamera = config.documentCamera().map(this::documentCamera);
    this.receipts = config.printer().map(this::receipts);
    this.documents = config.a4().map(this::documents);
    this.certified = config.certified().map(this::certified);
  }

  /** Begins to look for the devices and returns at once. */
  static Peripherals start(DeviceConfig config, Timekeeper time, RandomGenerator random) {
    return new Peripherals(config, time, random);
  }

  Devices devices() {
    return board;
  }

  Readers readers() {
    return new Readers(
        idCards.<IdCardStation>map(r -> r).orElseGet(NoReader::new),
        ssCards.<SocialSecurityStation>map(r -> r).orElseGet(NoSlot::new),
        scanner.<ScanStation>map(s -> s).or(() -> codeCamera).orElse(_ -> () -> {}));
  }

  /** The document camera at the screen. */
  Optional<ScreenDocumentCamera> documentCamera() {
    return documentCamera;
  }

  /** The screen's camera, where it reads codes. */
  Optional<CameraScanner> codeCamera() {
    return codeCamera;
  }

  /**
   * Where paper comes out.
   *
   * @param takeAway where the hall offers phones a paper
   */
  Printers printers(Optional<TakeAway> takeAway) {
    return new Printers(receipts(), documents(), board, takeAway);
  }

  ReceiptStation receipts() {
    return receipts
        .<ReceiptStation>map(p -> p)
        .orElse(_ -> new PrintOutcome.NotPrinted(NO_PRINTER));
  }

  DocumentStation documents() {
    return documents
        .<DocumentStation>map(p -> p)
        .orElse((_, _) -> new PrintOutcome.NotPrinted(NO_PRINTER));
  }

  CertifiedStation certified() {
    return certified
        .<CertifiedStation>map(c -> c)
        .orElse(_ -> new CertifiedComponent.Answer.NotReached());
  }

  @Override
  public void close() {
    for (AutoCloseable device : started) {
      try {
        device.close();
      } catch (Exception e) {
        throw new IllegalStateException("a device is let go without a fault", e);
      }
    }
  }

  private SupervisedIdCardReader idCards(DeviceConfig.IdCardDevice device) {
    return keep(
        new SupervisedIdCardReader(device.opener(), board, random, System::nanoTime).start());
  }

  private SupervisedSocialSecurityReader ssCards(DeviceConfig.CardReaderDevice device) {
    return keep(
        new SupervisedSocialSecurityReader(
                new TimedSlotOpener(
                    new PcscSlotOpener(Pattern.compile(Pattern.quote(device.reader()))),
                    device.reader(),
                    CARD_LIMIT),
                board,
                random)
            .start());
  }

  private SupervisedScanner scanner(DeviceConfig.ScanDevice device) {
    return keep(
        new SupervisedScanner(device.opener(), device.settings(), board, random, System::nanoTime)
            .start());
  }

  private ScreenDocumentCamera documentCamera(DeviceConfig.CameraDevice device) {
    return keep(new ScreenDocumentCamera(device.lens(), device.light(), board).start());
  }

  private CameraScanner codeCamera(DeviceConfig.CameraDevice device) {
    return keep(new CameraScanner(device.lens(), device.light(), board, System::nanoTime).start());
  }

  private SupervisedReceiptPrinter receipts(DeviceConfig.PrinterDevice device) {
    return keep(
        new SupervisedReceiptPrinter(
                device.opener(), device.settings(), board, random, System::nanoTime)
            .start());
  }

  private SupervisedDocumentPrinter documents(DeviceConfig.DocumentPrinterDevice device) {
    HttpClient http =
        keep(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .build());
    return keep(
        new SupervisedDocumentPrinter(
                new DocumentPrinter(
                    device.address(), http, DocumentPrinter.Limits.usual(), System::nanoTime),
                board,
                random)
            .start());
  }

  private SupervisedCertifiedComponent certified(DeviceConfig.CertifiedDevice device) {
    return keep(new SupervisedCertifiedComponent(device.opener(), board, random).start());
  }

  /** The last one started is the first let go. */
  private <D extends AutoCloseable> D keep(D device) {
    started.addFirst(device);
    return device;
  }

  private static final class NoReader implements IdCardStation {
    @Override
    public Devices.Subscription watch(Consumer<IdCardEvent> listener) {
      return () -> {};
    }

    @Override
    public Devices.Subscription watchRemoval(Consumer<IdCardEvent> listener) {
      return () -> {};
    }

    @Override
    public boolean cardPresent() {
      return false;
    }
  }

  private static final class NoSlot implements SocialSecurityStation {
    @Override
    public Devices.Subscription watch(Consumer<SocialSecurityEvent> listener) {
      return () -> {};
    }

    @Override
    public Devices.Subscription watchRemoval(Consumer<SocialSecurityEvent> listener) {
      return () -> {};
    }

    @Override
    public PinCheck verifyPin(String cardNumber, char[] digits) {
      return new PinCheck.NoCard();
    }

    @Override
    public boolean cardPresent() {
      return false;
    }
  }
}
