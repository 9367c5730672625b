package yibao.devices.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.devices.printer.Paper;
import yibao.devices.printer.PrintOutcome;
import yibao.devices.printer.PrinterFault;

/** The printer of CUPS itself, IPP Everywhere; left out where it is not installed. */
@Timeout(90)
class CupsPrinterContractTest {
  private static final Path PRINTER = Path.of("/usr/sbin/ippeveprinter");
  private static final Path BUS = Path.of("/usr/bin/dbus-daemon");
  private static final byte[] PDF = "%PDF-1.7 an invented page".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Process bus;
  private Process device;
  private int port;

  @BeforeEach
  void start() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(PRINTER) && Files.isExecutable(BUS), "ippeveprinter is not installed");
    Path socket = folder.resolve("bus");
    Path config =
        Files.writeString(
            folder.resolve("bus.conf"),
            """
            <busconfig>
              <type>system</type>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*"/>
                <allow receive_sender="*"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """
                .formatted(socket));
    bus = started(Map.of(), BUS.toString(), "--config-file=" + config, "--nofork", "--nopidfile");
    while (bus.isAlive() && !Files.exists(socket)) {
      Thread.sleep(20);
    }
    Path out = folder.resolve("paper.pdf");
    Path command =
        Files.writeString(
            Files.createFile(
                folder.resolve("print.sh"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"))),
            "#!/bin/sh\nfor last in \"$@\"; do :; done\ncp \"$last\" " + out + "\n");
    port = freePort();
    device =
        started(
            Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + socket),
            PRINTER.toString(),
            "-p",
            Integer.toString(port),
            "-n",
            "localhost",
            "-r",
            "off",
            "-d",
            Files.createDirectory(folder.resolve("spool")).toString(),
            "-c",
            command.toString(),
            "-f",
            "application/pdf",
            "Kiosk A4");
    while (device.isAlive() && !listens()) {
      Thread.sleep(20);
    }
    Assumptions.assumeTrue(device.isAlive(), "ippeveprinter cannot run here");
  }

  @AfterEach
  void stop() throws Exception {
    http.close();
    for (Process process : new Process[] {device, bus}) {
      if (process != null) {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    }
  }

  @Test
  void aDocumentArrivesByteForByteAndCountsWhenThePrinterSaysSo() throws Exception {
    assertEquals(new PrintOutcome.Printed(), printer().print(PDF, "job-0001"));
    assertArrayEquals(PDF, Files.readAllBytes(folder.resolve("paper.pdf")));
  }

  @Test
  void anEmptyTrayIsSeenBeforeAnythingIsHandedInAndPrintsAgainOnceItIsFilled() throws Exception {
    tray(0);
    assertEquals(Paper.OUT, printer().status().paper());
    assertEquals(
        new PrintOutcome.NotPrinted(PrinterFault.PAPER_OUT), printer().print(PDF, "job-0002"));

    tray(250);
    assertEquals(new PrintOutcome.Printed(), printer().print(PDF, "job-0003"));
  }

  private DocumentPrinter printer() {
    return new DocumentPrinter(
        URI.create("ipp://localhost:" + port + "/ipp/print"),
        http,
        new DocumentPrinter.Limits(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMillis(100)),
        System::nanoTime);
  }

  /** By the printer's own web form, which wants every tray each time. */
  private void tray(int sheets) throws Exception {
    http.send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:"
                        + port
                        + "/media?size1=iso_a4_210x297mm&type1=stationery&level1="
                        + sheets
                        + "&size3=iso_dl_110x220mm&type3=envelope&level3=25"))
            .timeout(Duration.ofSeconds(10))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  private Process started(Map<String, String> environment, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
