package yibao.devices.document;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The printer of CUPS itself (ippeveprinter), IPP Everywhere, with a message bus of its own. */
final class EverywherePrinter {
  private static final Path PRINTER = Path.of("/usr/sbin/ippeveprinter");
  private static final Path BUS = Path.of("/usr/bin/dbus-daemon");

  private final Path folder;
  private final int port;
  private final Process bus;
  private final Process device;

  private EverywherePrinter(Path folder, int port, Process bus, Process device) {
    this.folder = folder;
    this.port = port;
    this.bus = bus;
    this.device = device;
  }

  /** Whether it can be started here. */
  static boolean installed() {
    return Files.isExecutable(PRINTER) && Files.isExecutable(BUS);
  }

  /**
   * Starts it and waits until it listens, or has ended.
   *
   * @param folder for its paper and its state
   */
  static EverywherePrinter start(Path folder) throws IOException, InterruptedException {
    Path socket = folder.resolve("bus");
    Process bus = bus(folder, socket);
    while (bus.isAlive() && !Files.exists(socket)) {
      Thread.sleep(20);
    }
    int port = freePort();
    EverywherePrinter printer =
        new EverywherePrinter(folder, port, bus, device(folder, socket, port));
    while (printer.runs() && !listens(port)) {
      Thread.sleep(20);
    }
    return printer;
  }

  /** Whether it has not ended. */
  boolean runs() {
    return device.isAlive();
  }

  /** Its address. */
  URI address() {
    return URI.create("ipp://localhost:" + port + "/ipp/print");
  }

  /** The document that came out last. */
  Path paper() {
    return folder.resolve("paper.pdf");
  }

  /** Fills its tray, by its own web form, which wants every tray each time. */
  void tray(int sheets) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
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
  }

  /** Switches it off. */
  void stop() throws InterruptedException {
    end(device);
    end(bus);
  }

  /** Ends a program, at once where it does not go by itself. */
  static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** A port of this machine that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Whether somebody listens on a port of this machine. */
  static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static Process bus(Path folder, Path socket) throws IOException {
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
    return started(Map.of(), BUS.toString(), "--config-file=" + config, "--nofork", "--nopidfile");
  }

  private static Process device(Path folder, Path socket, int port) throws IOException {
    Path command =
        Files.writeString(
            Files.createFile(
                folder.resolve("print.sh"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"))),
            "#!/bin/sh\nfor last in \"$@\"; do :; done\ncp \"$last\" "
                + folder.resolve("paper.pdf")
                + "\n");
    return started(
        Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + socket),
        PRINTER.toString(),
        "-p",
        Integer.toString(port),
        "-n",
        "localhost",
        "-r",
        "off",
        "-d",
        Files.createDirectory(folder.resolve("jobs")).toString(),
        "-c",
        command.toString(),
        "-f",
        "application/pdf",
        "Kiosk A4");
  }

  private static Process started(Map<String, String> environment, String... command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
