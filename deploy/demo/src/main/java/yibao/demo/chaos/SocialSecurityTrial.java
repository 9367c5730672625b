package yibao.demo.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
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
record SocialSecurityTrial(VirtualReader reader) implements LinkTrial {
  private static final Duration CARD_LIMIT = Duration.ofSeconds(10);

  /**
   * As long as a hand needs: the service misses a card that is swapped between two of its looks.
   */
  private static final Duration BETWEEN_CARDS = Duration.ofSeconds(1);

  @Override
  public String label() {
    return "读社会保障卡（PC/SC）";
  }

  /** There is one virtual reader. */
  @Override
  public boolean side() {
    return false;
  }

  @Override
  public Outcome cutAfter(int bytes) throws InterruptedException {
    reader.revive();
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
        return Outcome.FAILED;
      }
      List<SocialSecurityEvent> events = new CopyOnWriteArrayList<>();
      try (Devices.Subscription _ = station.watch(events::add)) {
        relay.after(bytes);
        slot.insert(chip());
        LinkTrial.await(() -> relay.happened() || events.stream().anyMatch(this::ends));
        if (events.stream().anyMatch(SocialSecurityEvent.Read.class::isInstance)) {
          return Outcome.OVER;
        }
        slot.pull();
        relay.plugIn();
        reader.revive();
        if (!LinkTrial.await(() -> !station.cardPresent())) {
          return Outcome.FAILED;
        }
        return Outcome.recovered(reads(slot, events));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no virtual reader", e);
    }
  }

  /** The service may die a moment after the cut, and take the next card's line along. */
  private boolean reads(VirtualSlot slot, List<SocialSecurityEvent> events)
      throws IOException, InterruptedException {
    do {
      slot.pull();
      Thread.sleep(BETWEEN_CARDS);
      slot.insert(chip());
      if (LinkTrial.await(
          () -> events.stream().anyMatch(SocialSecurityEvent.Read.class::isInstance))) {
        return true;
      }
    } while (reader.revive());
    return false;
  }

  private boolean ends(SocialSecurityEvent event) {
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
