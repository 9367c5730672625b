package yibao.devices.sscard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import yibao.simulators.sscard.VirtualSlot;

/** The PC/SC service, started by hand with a virtual reader and nothing else. */
final class PcscService {
  private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
  private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");

  private final Process process;

  private PcscService(Process process) {
    this.process = process;
  }

  /** Whether it can be started here: installed, allowed, and not running already. */
  static boolean installed() {
    return Files.isExecutable(DAEMON)
        && Files.exists(DRIVER)
        && Files.isWritable(Path.of("/run"))
        && !listening();
  }

  static PcscService start(Path folder) throws IOException, InterruptedException {
    Path readers = Files.createDirectories(folder.resolve("readers"));
    Files.writeString(
        readers.resolve("vpcd"),
        """
        FRIENDLYNAME "Virtual PCD"
        DEVICENAME   /dev/null:0x8C7B
        LIBPATH      %s
        CHANNELID    0x8C7B
        """
            .formatted(DRIVER));
    Process process =
        new ProcessBuilder(DAEMON.toString(), "--foreground", "--config", readers.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("pcscd.log").toFile())
            .start();
    while (process.isAlive() && !(Files.exists(SOCKET) && listening())) {
      Thread.sleep(50);
    }
    if (!process.isAlive()) {
      throw new IOException("pcscd: " + Files.readString(folder.resolve("pcscd.log")));
    }
    return new PcscService(process);
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** How many sockets it has open: its own, and one for each client's context. */
  int connections() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
      return (int) open.filter(PcscService::socket).count();
    }
  }

  private static boolean socket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      // Closed in this very moment.
      return false;
    }
  }

  private static boolean listening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), VirtualSlot.FIRST_PORT)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
