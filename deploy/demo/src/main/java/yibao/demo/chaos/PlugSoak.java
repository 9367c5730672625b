package yibao.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import yibao.devices.idcard.IdCardReaderOpener;
import yibao.devices.idcard.SdtDialect;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.SupervisedIdCardReader;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.wire.SerialCable;

/**
 * Reads one card after another while the reader's cable is pulled and plugged in again at random
 * moments, as a worn plug does. Every card must be read in the end, no reading may be of the card
 * before, and nothing may be left behind.
 */
final class PlugSoak {
  private static final List<String> NUMBERS = List.of("11010519491231002X", "110105194912310038");
  private static final int LONGEST_LYING_MILLIS = 400;
  private static final int LONGEST_UNPLUGGED_MILLIS = 500;
  private static final int MOST_PULLS = 3;
  private static final long PATIENCE_SECONDS = 15;

  private final Plugs plugs;
  private final Random random;

  /**
   * @param plugs the ports
   * @param seed of the moments
   */
  PlugSoak(Plugs plugs, long seed) {
    this.plugs = plugs;
    this.random = new Random(seed);
  }

  /**
   * What came of it.
   *
   * @param pulls how often the cable was pulled
   * @param cards how many cards were laid
   * @param unread cards that were never read
   * @param wrong readings of another card than the one that lay there
   * @param slowest the longest time from plugging in to a reader that is online
   * @param threads how many more threads there are than after the first card
   * @param descriptors how many more open files
   */
  record Report(
      int pulls, int cards, int unread, int wrong, Duration slowest, int threads, int descriptors) {
    boolean good() {
      return unread == 0 && wrong == 0 && threads <= 2 && descriptors <= 2;
    }
  }

  /** Goes on for so long. */
  Report run(Duration length) throws IOException, InterruptedException {
    IdCardReaderSimulator device = new IdCardReaderSimulator();
    DeviceBoard board = new DeviceBoard(InstantSource.system());
    long end = System.nanoTime() + length.toNanos();
    int pulls = 0;
    int cards = 0;
    int unread = 0;
    AtomicInteger wrong = new AtomicInteger();
    long slowest = 0;
    int threads = 0;
    int descriptors = 0;
    try (SerialCable cable = plugs.plugged("soak", device);
        SupervisedIdCardReader station =
            new SupervisedIdCardReader(
                    IdCardReaderOpener.atAnySpeed(
                        baud -> new SerialPortOpener(cable.path(), SerialSettings.at(baud)),
                        SdtDialect.STANDARD,
                        System::nanoTime),
                    board,
                    random,
                    System::nanoTime)
                .start()) {
      while (end - System.nanoTime() > 0) {
        String number = NUMBERS.get(cards % NUMBERS.size());
        device.lift();
        LinkTrial.await(() -> !station.cardPresent());
        CountDownLatch read = new CountDownLatch(1);
        device.lay(Plugs.card(number));
        try (Devices.Subscription _ = station.watch(event -> judge(event, number, read, wrong))) {
          int more = random.nextInt(MOST_PULLS + 1);
          for (int i = 0; i < more; i++) {
            Thread.sleep(random.nextInt(LONGEST_LYING_MILLIS));
            cable.pull();
            Thread.sleep(random.nextInt(LONGEST_UNPLUGGED_MILLIS));
            cable.plugIn();
            pulls++;
          }
          if (more > 0) {
            long start = System.nanoTime();
            LinkTrial.await(
                () ->
                    LinkTrial.is(board, DeviceName.ID_CARD, DeviceState.ONLINE)
                        || LinkTrial.is(board, DeviceName.ID_CARD, DeviceState.DEVICE_BUSY));
            slowest = Math.max(slowest, System.nanoTime() - start);
          }
          if (!read.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            unread++;
          }
        }
        cards++;
        if (cards == 1) {
          threads = threads();
          descriptors = descriptors();
        }
      }
      return new Report(
          pulls,
          cards,
          unread,
          wrong.get(),
          Duration.ofNanos(slowest),
          threads() - threads,
          descriptors() - descriptors);
    }
  }

  private static void judge(
      IdCardEvent event, String number, CountDownLatch read, AtomicInteger wrong) {
    if (event instanceof IdCardEvent.Read(var document)) {
      if (!document.number().equals(number)) {
        wrong.incrementAndGet();
      }
      read.countDown();
    }
  }

  private static int threads() {
    return Thread.getAllStackTraces().size();
  }

  private static int descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return (int) open.count();
    }
  }
}
