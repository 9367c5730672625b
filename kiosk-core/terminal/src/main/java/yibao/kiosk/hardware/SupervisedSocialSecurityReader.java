package yibao.kiosk.hardware;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import yibao.devices.port.PortException;
import yibao.devices.smartcard.CardSlotOpener;
import yibao.devices.sscard.PinResult;
import yibao.devices.sscard.SocialSecurityReader;
import yibao.devices.sscard.SocialSecurityReading;
import yibao.kiosk.identity.SocialSecurityCard;

/** The reader for social-security cards with its owner. Reads only while somebody watches. */
public final class SupervisedSocialSecurityReader implements SocialSecurityStation, AutoCloseable {
  private static final Duration LOOK_FOR_CARD = Duration.ofMillis(250);
  private static final Duration LOOK_AFTER = Duration.ofSeconds(1);
  private static final Duration PIN_ANSWER = Duration.ofSeconds(10);

  private final CardSlotOpener slot;
  private final DeviceBoard board;
  private final DeviceOwner<SocialSecurityReader> owner;
  private final List<Delivery<SocialSecurityEvent>> watches = new CopyOnWriteArrayList<>();
  private final List<Delivery<SocialSecurityEvent>> removalWatches = new CopyOnWriteArrayList<>();
  private volatile boolean present;
  private boolean tried;

  /**
   * @param slot the reader's slot
   * @param board where its state is written
   * @param random for jitter
   */
  public SupervisedSocialSecurityReader(
      CardSlotOpener slot, DeviceBoard board, RandomGenerator random) {
    this.slot = slot;
    this.board = board;
    this.owner = new DeviceOwner<>(DeviceName.SS_CARD, new Care(), board, random);
  }

  /** Begins to look for the reader; returns at once, whether it is there or not. */
  public SupervisedSocialSecurityReader start() {
    owner.start();
    return this;
  }

  @Override
  public Devices.Subscription watch(Consumer<SocialSecurityEvent> listener) {
    return add(new Delivery<>(listener), watches);
  }

  @Override
  public Devices.Subscription watchRemoval(Consumer<SocialSecurityEvent> listener) {
    Delivery<SocialSecurityEvent> watch = new Delivery<>(listener);
    Devices.Subscription added = add(watch, removalWatches);
    if (!present) {
      tellRemoved(watch);
    }
    return added;
  }

  private Devices.Subscription add(
      Delivery<SocialSecurityEvent> watch, List<Delivery<SocialSecurityEvent>> to) {
    to.add(watch);
    owner.wake();
    return () -> {
      to.remove(watch);
      watch.close();
    };
  }

  private void tellRemoved(Delivery<SocialSecurityEvent> watch) {
    if (removalWatches.remove(watch)) {
      watch.deliver(new SocialSecurityEvent.Removed());
    }
  }

  @Override
  public PinCheck verifyPin(String cardNumber, char[] digits) {
    return switch (owner.call(reader -> pinShown(reader, cardNumber, digits), PIN_ANSWER)) {
      case Work.Done.With<PinCheck>(PinCheck check) -> check;
      case Work.Done.NotBegun<PinCheck> _, Work.Done.Unfinished<PinCheck> _ ->
          new PinCheck.Failed();
    };
  }

  private static PinCheck pinShown(SocialSecurityReader reader, String cardNumber, char[] digits) {
    try {
      return switch (reader.verifyPin(cardNumber, digits)) {
        case PinResult.Accepted _ -> new PinCheck.Right();
        case PinResult.Wrong(int left) -> new PinCheck.Wrong(left);
        case PinResult.Blocked _ -> new PinCheck.Blocked();
        case PinResult.NoCard _ -> new PinCheck.NoCard();
        case PinResult.Refused _ -> new PinCheck.Failed();
      };
    } catch (PortException gone) {
      // The next round finds the reader gone and looks for it again.
      return new PinCheck.Failed();
    }
  }

  @Override
  public boolean cardPresent() {
    return present;
  }

  @Override
  public void close() {
    owner.close();
    watches.forEach(Delivery::close);
    removalWatches.forEach(Delivery::close);
  }

  /** Who has left meanwhile is told nothing. */
  private void tell(List<Delivery<SocialSecurityEvent>> asked, SocialSecurityEvent event) {
    asked.stream().filter(watches::contains).forEach(watch -> watch.deliver(event));
  }

  /** What the owner's thread does. */
  private final class Care implements Handling<SocialSecurityReader> {
    private final SecondLooks again = new SecondLooks();
    private List<Delivery<SocialSecurityEvent>> asked = List.of();

    @Override
    public SocialSecurityReader open() throws PortException {
      return new SocialSecurityReader(slot.open());
    }

    @Override
    public Round round(SocialSecurityReader reader) throws PortException {
      boolean before = present;
      present = reader.cardPresent();
      if (before && !present) {
        pulled();
      }
      if (present && !tried && !watches.isEmpty()) {
        tried = true;
        read(reader);
      } else if (present && again.due()) {
        readAgain(reader);
      }
      return Round.next(
          Health.of(DeviceState.ONLINE),
          watches.isEmpty() && removalWatches.isEmpty() ? LOOK_AFTER : LOOK_FOR_CARD);
    }

    @Override
    public void gone() {
      if (present) {
        present = false;
        pulled();
      }
    }

    private void pulled() {
      tried = false;
      again.end();
      tell(watches, new SocialSecurityEvent.Removed());
      removalWatches.forEach(SupervisedSocialSecurityReader.this::tellRemoved);
    }

    /** Who comes while a card is being read is told nothing of it: it may be somebody else's. */
    private void read(SocialSecurityReader reader) throws PortException {
      asked = List.copyOf(watches);
      board.write(DeviceName.SS_CARD, Health.of(DeviceState.DEVICE_BUSY));
      tell(asked, new SocialSecurityEvent.Reading());
      SocialSecurityReading reading = reader.read();
      tell(asked, outcome(reading));
      if (mayStillAnswer(reading)) {
        again.begin();
      }
    }

    /** For those who asked when it was put in, and heard that it failed. */
    private void readAgain(SocialSecurityReader reader) throws PortException {
      if (asked.stream().noneMatch(watches::contains)) {
        again.end();
        return;
      }
      SocialSecurityReading reading = reader.read();
      if (!mayStillAnswer(reading)) {
        again.end();
        tell(asked, new SocialSecurityEvent.Reading());
        tell(asked, outcome(reading));
      }
    }
  }

  private static boolean mayStillAnswer(SocialSecurityReading reading) {
    return switch (reading) {
      case SocialSecurityReading.NoCard _,
          SocialSecurityReading.Mute _,
          SocialSecurityReading.Unreadable _ ->
          true;
      case SocialSecurityReading.Read _,
          SocialSecurityReading.WrongCard _,
          SocialSecurityReading.Locked _ ->
          false;
    };
  }

  private static SocialSecurityEvent outcome(SocialSecurityReading reading) {
    return switch (reading) {
      case SocialSecurityReading.Read(yibao.devices.sscard.SocialSecurityCard card) ->
          new SocialSecurityEvent.Read(known(card));
      case SocialSecurityReading.NoCard() ->
          new SocialSecurityEvent.Failed(new SocialSecurityReading.Mute().code());
      case SocialSecurityReading.Fault fault -> new SocialSecurityEvent.Failed(fault.code());
    };
  }

  private static SocialSecurityCard known(yibao.devices.sscard.SocialSecurityCard card) {
    return new SocialSecurityCard(
        card.cardNumber(),
        card.identificationCode(),
        card.region(),
        card.expires(),
        card.holder().map(holder -> new SocialSecurityCard.Holder(holder.number(), holder.name())));
  }
}
