package yibao.demo.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import yibao.demo.VirtualReader;
import yibao.devices.smartcard.PcscSlotOpener;
import yibao.devices.smartcard.TimedSlotOpener;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.SocialSecurityEvent;
import yibao.kiosk.hardware.SupervisedSocialSecurityReader;
import yibao.simulators.sscard.Chip;
import yibao.simulators.sscard.SocialSecurityCardContent;
import yibao.simulators.sscard.SocialSecurityCardSimulator;
import yibao.simulators.sscard.VirtualSlot;
import yibao.simulators.wire.NetworkRelay;

/**
 * Reads a social-security card through the PC/SC service; the link between slot and chip is cut.
 */
final class SocialSecurityTrial implements LinkTrial {
  private static final Duration CARD_LIMIT = Duration.ofSeconds(10);

  /** The service looks for cards a few times a second. */
  private static final Duration SEEN_BY_SERVICE = Duration.ofMillis(800);

  @Override
  public String label() {
    return "读社会保障卡（PC/SC）";
  }

  @Override
  public int bytes() {
    return 600;
  }

  @Override
  public boolean recovers(int bytes) throws InterruptedException {
    DeviceBoard board = new DeviceBoard(InstantSource.system());
    try (NetworkRelay relay = new NetworkRelay(VirtualSlot.FIRST_PORT).plugIn();
        VirtualSlot slot = new VirtualSlot(relay.port());
        SupervisedSocialSecurityReader station =
            new SupervisedSocialSecurityReader(
                    new TimedSlotOpener(
                        new PcscSlotOpener(Pattern.compile(Pattern.quote(VirtualReader.NAME))),
                        VirtualReader.NAME,
                        CARD_LIMIT),
                    board,
                    new Random(bytes))
                .start()) {
      if (!LinkTrial.await(() -> LinkTrial.is(board, DeviceName.SS_CARD, DeviceState.ONLINE))
          || !LinkTrial.await(() -> !station.cardPresent())) {
        return false;
      }
      AtomicBoolean ended = new AtomicBoolean();
      relay.after(bytes);
      slot.insert(chip());
      try (Devices.Subscription _ = station.watch(event -> ended.set(ended.get() || ends(event)))) {
        LinkTrial.await(() -> relay.happened() || ended.get());
      }
      slot.pull();
      relay.plugIn();
      Thread.sleep(SEEN_BY_SERVICE);
      AtomicBoolean read = new AtomicBoolean();
      try (Devices.Subscription _ =
          station.watch(
              event -> read.set(read.get() || event instanceof SocialSecurityEvent.Read))) {
        slot.insert(chip());
        return LinkTrial.await(read::get);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no virtual reader", e);
    }
  }

  private static boolean ends(SocialSecurityEvent event) {
    return event instanceof SocialSecurityEvent.Read || event instanceof SocialSecurityEvent.Failed;
  }

  private static Chip chip() {
    return new SocialSecurityCardSimulator(
        new SocialSecurityCardContent(
            "63010000D15600000500000000000001",
            "000000000000000000000000",
            "2.00",
            LocalDate.of(2019, 3, 1),
            LocalDate.of(2029, 3, 1),
            "A12345678",
            "11010519491231002X",
            "张三",
            "2",
            "04",
            LocalDate.of(1949, 12, 31),
            "123456"));
  }
}
