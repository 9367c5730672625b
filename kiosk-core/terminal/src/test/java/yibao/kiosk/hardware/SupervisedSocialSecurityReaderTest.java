package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;
import yibao.devices.smartcard.ApduChannel;
import yibao.devices.smartcard.CardLostException;
import yibao.devices.smartcard.CardSlot;
import yibao.kiosk.identity.SocialSecurityCard;
import yibao.simulators.sscard.SocialSecurityCardContent;
import yibao.simulators.sscard.SocialSecurityCardSimulator;

@Timeout(60)
class SupervisedSocialSecurityReaderTest {
  private final Slot slot = new Slot();
  private final DeviceBoard board = new DeviceBoard(InstantSource.system());
  private final Heard<List<DeviceStatus>> states = new Heard<>();
  private final Heard<SocialSecurityEvent> events = new Heard<>();
  private final SupervisedSocialSecurityReader station =
      new SupervisedSocialSecurityReader(slot::plugged, board, new Random(3));

  @BeforeEach
  void begin() throws InterruptedException {
    board.subscribe(states);
    station.start();
    await(DeviceState.ONLINE);
  }

  @AfterEach
  void end() {
    station.close();
  }

  @Test
  void aCardIsReadOnceAndItsRemovalTold() throws Exception {
    station.watch(events);
    slot.chip = Optional.of(chip("2.00"));

    assertEquals(new SocialSecurityEvent.Reading(), events.next());
    SocialSecurityCard card =
        assertInstanceOf(SocialSecurityEvent.Read.class, events.next()).card();
    assertEquals("A12345678", card.number());
    assertEquals("张三", card.holder().orElseThrow().name());
    assertEquals("社会保障卡[A12**5678, 张*, 110***********002X]", card.toString());
    assertTrue(station.cardPresent());

    slot.chip = Optional.empty();
    assertEquals(new SocialSecurityEvent.Removed(), events.next());
    assertFalse(station.cardPresent());
  }

  @Test
  void whoComesWhileACardIsBeingReadHearsNothingOfIt() throws Exception {
    Heard<SocialSecurityEvent> late = new Heard<>();
    board.subscribe(Heard.once(DeviceState.DEVICE_BUSY, () -> station.watch(late)));
    station.watch(events);
    slot.chip = Optional.of(chip("2.00"));
    events.until(SocialSecurityEvent.Read.class::isInstance);

    slot.chip = Optional.empty();
    assertEquals(new SocialSecurityEvent.Removed(), late.next());

    slot.chip = Optional.of(chip("2.00"));
    late.until(SocialSecurityEvent.Read.class::isInstance);
  }

  @Test
  void theThirdGenerationIsReadWithoutItsHolder() throws Exception {
    slot.chip = Optional.of(chip("3.00"));
    station.watch(events);
    SocialSecurityEvent.Read read =
        (SocialSecurityEvent.Read) events.until(SocialSecurityEvent.Read.class::isInstance);
    assertEquals(Optional.empty(), read.card().holder());
  }

  @Test
  void aMuteChipIsAFailure() throws Exception {
    station.watch(events);
    slot.mute = true;
    slot.chip = Optional.of(chip("2.00"));
    assertEquals(
        new SocialSecurityEvent.Failed("ss-card-mute"),
        events.until(SocialSecurityEvent.Failed.class::isInstance));
  }

  @Test
  void aChipThatAnswersLaterIsReadWithoutBeingPulled() throws Exception {
    station.watch(events);
    slot.mute = true;
    slot.chip = Optional.of(chip("2.00"));
    events.until(SocialSecurityEvent.Failed.class::isInstance);

    slot.mute = false;

    assertEquals(new SocialSecurityEvent.Reading(), events.next());
    assertInstanceOf(SocialSecurityEvent.Read.class, events.next());
  }

  @Test
  void aChipThatStaysMuteIsReadFourTimesMoreAndThenNotUntilItIsPulled() throws Exception {
    station.watch(events);
    slot.mute = true;
    slot.chip = Optional.of(chip("2.00"));
    events.until(SocialSecurityEvent.Failed.class::isInstance);
    while (slot.readings.get() < 5) {
      wake();
    }
    for (int i = 0; i < 40; i++) {
      wake();
    }
    assertEquals(5, slot.readings.get());

    slot.chip = Optional.empty();
    assertEquals(new SocialSecurityEvent.Removed(), events.next());
    slot.mute = false;
    slot.chip = Optional.of(chip("2.00"));
    events.until(SocialSecurityEvent.Read.class::isInstance);
  }

  @Test
  void aFailedCardIsNotReadAgainForWhoComesLater() throws Exception {
    try (Devices.Subscription _ = station.watch(events)) {
      slot.mute = true;
      slot.chip = Optional.of(chip("2.00"));
      events.until(SocialSecurityEvent.Failed.class::isInstance);
    }
    slot.mute = false;
    Heard<SocialSecurityEvent> next = new Heard<>();
    station.watch(next);
    for (int i = 0; i < 40; i++) {
      wake();
    }

    slot.chip = Optional.empty();
    assertEquals(new SocialSecurityEvent.Removed(), next.next());
  }

  @Test
  void aReaderThatGoesComesBackByItself() throws Exception {
    slot.plugged = false;
    assertEquals("port-lost", await(DeviceState.NO_DEVICE).cause().orElseThrow());
    slot.plugged = true;
    await(DeviceState.ONLINE);
  }

  /** Has the owner look into the slot once more, and waits until it has. */
  private void wake() throws InterruptedException {
    int before = slot.looks.get();
    station.watch(_ -> {}).close();
    while (slot.looks.get() == before) {
      Thread.sleep(1);
    }
  }

  @Test
  void aReaderWhoseLibraryIsNotThereIsLookedForAgain() throws Exception {
    slot.broken = true;
    slot.plugged = false;
    await(DeviceState.HARDWARE_ERROR);
    slot.broken = false;
    slot.plugged = true;
    await(DeviceState.ONLINE);
  }

  private DeviceStatus await(DeviceState state) throws InterruptedException {
    return states.until(list -> list.stream().anyMatch(s -> s.state() == state)).getFirst();
  }

  private static SocialSecurityCardSimulator chip(String version) {
    return new SocialSecurityCardSimulator(
        new SocialSecurityCardContent(
            "63010000D15600000500000000000001",
            "000000000000000000000000",
            version,
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

  /** A slot in the test's hand; the chip in it is the simulated one. */
  private static final class Slot implements CardSlot {
    private volatile Optional<SocialSecurityCardSimulator> chip = Optional.empty();
    private volatile boolean plugged = true;
    private volatile boolean mute;
    private volatile boolean broken;
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger readings = new AtomicInteger();

    private CardSlot plugged() throws PortException {
      if (broken) {
        throw new UnsatisfiedLinkError("no library");
      }
      if (!plugged) {
        throw new PortException(PortFault.ABSENT, "slot");
      }
      return this;
    }

    @Override
    public boolean cardPresent() throws PortException {
      if (!plugged) {
        throw new PortException(PortFault.LOST, "slot");
      }
      looks.incrementAndGet();
      return chip.isPresent();
    }

    @Override
    public <R> R withCard(CardWork<R> work) throws CardLostException {
      readings.incrementAndGet();
      if (mute || chip.isEmpty()) {
        throw new CardLostException("mute card");
      }
      ApduChannel channel = chip.get()::transmit;
      return work.apply(channel);
    }

    @Override
    public boolean lost() {
      return !plugged;
    }

    @Override
    public void close() {}
  }
}
