package yibao.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import yibao.simulators.sscard.Chip;
import yibao.simulators.sscard.VirtualSlot;

/**
 * The virtual reader of the PC/SC service. Where no service runs and one is installed, it is
 * started here, and ends with this program however that ends; without one the terminal's reader is
 * simply not there.
 */
final class VirtualReader implements Link, AutoCloseable {

  /** The reader's name, as the service gives it. */
  static final String NAME = "Virtual PCD 00 00";

  private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
  private static final Path SOCKET_FOLDER = Path.of("/run");

  private static final int STOP_SECONDS = 5;

  /** Ends the service when this program's end of the pipe closes. */
  private static final String WHILE_PIPE_IS_OPEN =
      "\"$@\" & trap 'kill $!' EXIT; while read -r _; do :; done; exit 0";

  private final Path folder;
  private final VirtualSlot slot = new VirtualSlot(VirtualSlot.FIRST_PORT);
  private Optional<Process> service = Optional.empty();

  /**
   * @param folder for the service's configuration
   */
  VirtualReader(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Starts the service, where it is installed and none runs already. */
  @Override
  public synchronized void plugIn() {
    boolean running = service.filter(Process::isAlive).isPresent();
    if (!running && Files.isExecutable(DAEMON) && Files.isWritable(SOCKET_FOLDER)) {
      try {
        service = Optional.of(start());
      } catch (IOException e) {
        service = Optional.empty();
      }
    }
  }

  @Override
  public synchronized void pull() {
    slot.pull();
    service.ifPresent(VirtualReader::end);
    service = Optional.empty();
  }

  /**
   * Puts a card in.
   *
   * @throws IOException when there is no virtual reader
   */
  void insert(Chip chip) throws IOException {
    slot.insert(chip);
  }

  /** Pulls the card out. */
  void eject() {
    slot.pull();
  }

  @Override
  public void close() {
    pull();
  }

  /** Closes the pipe, as the end of this program does. */
  private static void end(Process service) {
    try {
      service.getOutputStream().close();
      service.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      service.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process start() throws IOException {
    Files.writeString(
        folder.resolve("vpcd"),
        """
        FRIENDLYNAME "Virtual PCD"
        DEVICENAME   /dev/null:0x8C7B
        LIBPATH      %s
        CHANNELID    0x8C7B
        """
            .formatted(DRIVER));
    return new ProcessBuilder(
            List.of(
                "/bin/sh",
                "-c",
                WHILE_PIPE_IS_OPEN,
                "sh",
                DAEMON.toString(),
                "--foreground",
                "--config",
                folder.toString()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
