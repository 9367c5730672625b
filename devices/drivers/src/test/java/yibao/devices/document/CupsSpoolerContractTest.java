package yibao.devices.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.devices.printer.Paper;
import yibao.devices.printer.PrintOutcome;
import yibao.devices.printer.PrinterFault;

/**
 * A queue of a real spooler (cupsd) before the printer of CUPS itself; left out where they are not
 * installed or may not be started.
 */
@Timeout(180)
class CupsSpoolerContractTest {
  private static final Path SPOOLER = Path.of("/usr/sbin/cupsd");
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final Duration SHORT = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private EverywherePrinter device;
  private Process spooler;
  private int port;

  @BeforeEach
  void start() throws Exception {
    Assumptions.assumeTrue(
        EverywherePrinter.installed()
            && Files.isExecutable(SPOOLER)
            && System.getProperty("user.name").equals("root"),
        "cupsd is not installed or may not be started");
    // The spooler's own helpers run as another user.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    device = EverywherePrinter.start(Files.createDirectory(folder.resolve("printer")));
    Assumptions.assumeTrue(device.runs(), "ippeveprinter cannot run here");
    port = EverywherePrinter.freePort();
    spooler = spooler();
    while (spooler.isAlive() && !EverywherePrinter.listens(port)) {
      Thread.sleep(20);
    }
    Assumptions.assumeTrue(spooler.isAlive(), "cupsd cannot run here");
  }

  @AfterEach
  void stop() throws Exception {
    http.close();
    if (spooler != null) {
      EverywherePrinter.end(spooler);
    }
    if (device != null) {
      device.stop();
    }
  }

  @Test
  void itsQueueIsFoundAndPrintsWhatItIsGivenByteForByte() throws Exception {
    List<CupsQueues.Queue> queues = CupsQueues.at(address("/"), LIMIT);
    assertEquals(
        List.of(new CupsQueues.Queue(address("/printers/hall-a4").toString(), "Local Raw Printer")),
        queues);

    byte[] page = pdf("first");
    assertEquals(
        new PrintOutcome.Printed(),
        printer(URI.create(queues.getFirst().address()), LONG, System::nanoTime)
            .print(page, "job-0001"));
    assertArrayEquals(page, Files.readAllBytes(device.paper()));
  }

  @Test
  void aJobThatFindsNoPaperIsTakenBackAndTheQueuePrintsAgainOnceThereIsSome() throws Exception {
    device.tray(0);
    assertEquals(
        new PrintOutcome.Partly(PrinterFault.PAPER_OUT),
        queue(SHORT).print(pdf("first"), "job-0001"));
    assertFalse(Files.exists(device.paper()));

    device.tray(250);
    byte[] second = pdf("second");
    assertEquals(new PrintOutcome.Printed(), queue(LONG).print(second, "job-0002"));
    assertArrayEquals(second, Files.readAllBytes(device.paper()));
    assertEquals(Paper.FULL, queue(LONG).status().paper());
  }

  @Test
  void whatWasMeantForAPrinterThatIsSwitchedOffIsTakenBack() throws Exception {
    device.stop();
    assertEquals(
        new PrintOutcome.Partly(PrinterFault.ABORTED),
        queue(SHORT).print(pdf("first"), "job-0001"));
    assertEquals(Optional.empty(), queue(LONG).status().obstacle());
  }

  private DocumentPrinter queue(Duration job) {
    return printer(address("/printers/hall-a4"), job, System::nanoTime);
  }

  /** Time stands still until the spooler has heard of the empty tray. */
  private long endlessOnceThePaperIsMissed() {
    try {
      return queue(LONG).status().paper() == Paper.OUT ? LONG.toNanos() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DocumentPrinter printer(URI address, Duration job, LongSupplier nanoClock) {
    return new DocumentPrinter(
        address, http, new DocumentPrinter.Limits(LIMIT, job, Duration.ofMillis(100)), nanoClock);
  }

  private URI address(String path) {
    return URI.create("ipp://localhost:" + port + path);
  }

  private static byte[] pdf(String words) {
    return ("%PDF-1.7 an invented page: " + words).getBytes(StandardCharsets.US_ASCII);
  }

  private Process spooler() throws IOException {
    Path root = Files.createDirectory(folder.resolve("cups"));
    for (String name : List.of("cache", "state", "spool", "tmp")) {
      Files.createDirectory(root.resolve(name));
    }
    Path files =
        Files.writeString(
            root.resolve("cups-files.conf"),
            """
            ServerRoot %1$s
            CacheDir %1$s/cache
            StateDir %1$s/state
            RequestRoot %1$s/spool
            TempDir %1$s/tmp
            DocumentRoot %1$s
            AccessLog %1$s/access
            PageLog %1$s/page
            ErrorLog %1$s/error
            User lp
            Group lp
            SystemGroup root
            """
                .formatted(root));
    Path settings =
        Files.writeString(
            root.resolve("cupsd.conf"),
            """
            Listen localhost:%d
            Browsing Off
            WebInterface No
            DefaultAuthType None
            <Location />
              Order allow,deny
              Allow all
            </Location>
            <Policy default>
              <Limit All>
                Order allow,deny
                Allow all
              </Limit>
            </Policy>
            """
                .formatted(port));
    Files.writeString(
        root.resolve("printers.conf"),
        """
        <DefaultPrinter hall-a4>
        UUID urn:uuid:3c2a0ca4-4d6a-3d0e-7b2d-4f0c1d2e3f40
        Info hall-a4
        DeviceURI %s
        State Idle
        Accepting Yes
        Shared No
        ErrorPolicy abort-job
        </DefaultPrinter>
        """
            .formatted(device.address()));
    return new ProcessBuilder(
            SPOOLER.toString(), "-f", "-c", settings.toString(), "-s", files.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
