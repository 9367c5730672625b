package yibao.demo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import yibao.simulators.sscard.Chip;
import yibao.simulators.sscard.VirtualSlot;

/**
 * The virtual reader of the PC/SC service. Where no service runs and one is installed, it is
 * started here, and ends with this program however that ends; without one the terminal's reader is
 * simply not there. Programs on one machine share one service: when the one that started it has
 * ended, another starts it anew for its next card.
 */
public final class VirtualReader implements Link, AutoCloseable {

  /** The reader's name, as the service gives it. */
  public static final String NAME = "Virtual PCD 00 00";

  private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
  private static final Path SOCKET_FOLDER = Path.of("/run");

  private static final int STOP_SECONDS = 5;
  private static final Duration START_LIMIT = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(100);

  /**
   * Ends the service when this program's end of the pipe closes. The service takes the shell's
   * place, so that one that dies is buried by this program and leaves room for the next.
   */
  private static final String WHILE_PIPE_IS_OPEN =
      "exec 3<&0; (while read -r _ <&3; do :; done; [ /proc/$$/exe -ef \"$1\" ] && kill $$) & "
          + "exec \"$@\" 3<&- </dev/null";

  private final Path folder;
  private final VirtualSlot slot = new VirtualSlot(VirtualSlot.FIRST_PORT);
  private Optional<Process> service = Optional.empty();
  private boolean wanted;

  /**
   * @param folder for the service's configuration
   */
  public VirtualReader(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Starts the service, where it is installed and none runs already. */
  @Override
  public synchronized void plugIn() {
    wanted = true;
    if (!listens() && Files.isExecutable(DAEMON) && Files.isWritable(SOCKET_FOLDER)) {
      try {
        service = Optional.of(start());
      } catch (IOException e) {
        service = Optional.empty();
      }
    }
  }

  @Override
  public synchronized void pull() {
    wanted = false;
    slot.pull();
    service.ifPresent(VirtualReader::end);
    service = Optional.empty();
  }

  /**
   * Starts the service again if the one that was started here has died: the driver of the virtual
   * reader falls over some messages that are cut short, and takes the service with it.
   *
   * @return whether it had died
   */
  public synchronized boolean revive() throws InterruptedException {
    boolean died = service.filter(one -> !one.isAlive()).isPresent();
    if (died) {
      service = Optional.empty();
      started();
    }
    return died;
  }

  /** Plugs it in and waits until the service is there; false when there is none. */
  public boolean started() throws InterruptedException {
    plugIn();
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!listens() && end - System.nanoTime() > 0) {
      Thread.sleep(LOOK);
    }
    return listens();
  }

  /**
   * Puts a card in.
   *
   * @throws IOException when there is no virtual reader
   */
  void insert(Chip chip) throws IOException {
    try {
      slot.insert(chip);
    } catch (ConnectException e) {
      insertAfterStart(chip, e);
    }
  }

  /** Whoever had started the service may have taken it along. */
  private synchronized void insertAfterStart(Chip chip, ConnectException before)
      throws IOException {
    if (!wanted) {
      throw before;
    }
    try {
      started();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    slot.insert(chip);
  }

  /** Whether a service with this reader runs, started here or elsewhere. */
  private static boolean listens() {
    try (Socket probe = new Socket()) {
      probe.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), VirtualSlot.FIRST_PORT));
      return true;
    } catch (IOException e) {
      return false;
    }
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
