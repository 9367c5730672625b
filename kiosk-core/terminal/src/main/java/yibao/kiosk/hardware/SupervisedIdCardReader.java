package yibao.kiosk.hardware;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import yibao.devices.idcard.IdCard;
import yibao.devices.idcard.IdCardReader;
import yibao.devices.idcard.IdCardReaderOpener;
import yibao.devices.idcard.IdCardReading;
import yibao.devices.port.PortException;
import yibao.kiosk.identity.IdentityDocument;

/**
 * The identity-card reader with its owner. Looks for cards only while somebody watches; otherwise
 * only whether the reader is well and whether the card that was read still lies there.
 */
public final class SupervisedIdCardReader implements IdCardStation, AutoCloseable {
  private static final Duration LOOK_FOR_CARD = Duration.ofMillis(150);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(400);
  private static final Duration LOOK_AFTER = Duration.ofMillis(400);
  private static final Duration CHECK_READER = Duration.ofSeconds(3);
  private static final int MISSES_UNTIL_OFFLINE = 3;

  private final IdCardReaderOpener opener;
  private final LongSupplier nanoClock;
  private final DeviceBoard board;
  private final DeviceOwner<IdCardReader> owner;
  private final List<CardWatch> watches = new CopyOnWriteArrayList<>();
  private final List<CardWatch> removalWatches = new CopyOnWriteArrayList<>();
  private volatile boolean cardLies;

  private Health health = Health.of(DeviceState.STARTING);
  private int misses;
  private long checkedAt;

  /**
   * @param opener where it is
   * @param board where its state is written
   * @param random for jitter
   * @param nanoClock monotonic nanoseconds
   */
  public SupervisedIdCardReader(
      IdCardReaderOpener opener,
      DeviceBoard board,
      RandomGenerator random,
      LongSupplier nanoClock) {
    this.opener = opener;
    this.nanoClock = nanoClock;
    this.board = board;
    this.owner = new DeviceOwner<>(DeviceName.ID_CARD, new Care(), board, random);
  }

  /** Begins to look for the reader; returns at once, whether it is there or not. */
  public SupervisedIdCardReader start() {
    owner.start();
    return this;
  }

  @Override
  public Devices.Subscription watch(Consumer<IdCardEvent> listener) {
    return add(new CardWatch(listener), watches);
  }

  @Override
  public Devices.Subscription watchRemoval(Consumer<IdCardEvent> listener) {
    CardWatch watch = new CardWatch(listener);
    Devices.Subscription added = add(watch, removalWatches);
    if (!cardLies) {
      tellRemoved(watch);
    }
    return added;
  }

  @Override
  public boolean cardPresent() {
    return cardLies;
  }

  @Override
  public void close() {
    owner.close();
    watches.forEach(CardWatch::close);
    removalWatches.forEach(CardWatch::close);
  }

  private Devices.Subscription add(CardWatch watch, List<CardWatch> to) {
    to.add(watch);
    owner.wake();
    return () -> {
      to.remove(watch);
      watch.close();
    };
  }

  private void cardWasLifted() {
    if (cardLies) {
      cardLies = false;
      watches.forEach(CardWatch::removed);
      removalWatches.forEach(this::tellRemoved);
    }
  }

  private void tellRemoved(CardWatch watch) {
    if (removalWatches.remove(watch)) {
      watch.removed();
    }
  }

  /** What the owner's thread does. */
  private final class Care implements Handling<IdCardReader> {
    @Override
    public IdCardReader open() throws PortException {
      checkedAt = nanoClock.getAsLong() - CHECK_READER.toNanos();
      return opener.open();
    }

    @Override
    public Round round(IdCardReader reader) throws PortException {
      if (cardLies) {
        lookWhetherLifted(reader);
        return next(LOOK_AFTER);
      }
      if (!watches.isEmpty()) {
        return next(lookForCard(reader));
      }
      if (misses > 0 || nanoClock.getAsLong() - checkedAt >= CHECK_READER.toNanos()) {
        checkedAt = nanoClock.getAsLong();
        judge(reader.check());
      }
      return next(LOOK_AFTER);
    }

    @Override
    public void gone() {
      watches.forEach(watch -> watch.failed(new IdCardReading.Silent().code()));
      cardWasLifted();
    }

    private Round next(Duration pause) {
      boolean reopen = misses > 0 && misses % MISSES_UNTIL_OFFLINE == 0;
      return new Round(health, pause, reopen);
    }

    /** Who comes while a card is being read is told nothing of it: it may be somebody else's. */
    private Duration lookForCard(IdCardReader reader) throws PortException {
      List<CardWatch> asked = List.copyOf(watches);
      IdCardReading reading = reader.read(() -> found(asked));
      switch (reading) {
        case IdCardReading.NoCard() -> {
          judge(Optional.empty());
          tell(asked, CardWatch::noCard);
          return LOOK_FOR_CARD;
        }
        case IdCardReading.Read(IdCard card) -> {
          judge(Optional.empty());
          Optional<IdentityDocument> document = Documents.of(card);
          card.photo().wipe();
          cardLies = true;
          if (document.isPresent()) {
            tell(asked, watch -> watch.read(document.get()));
          } else {
            tell(asked, watch -> watch.failed(new IdCardReading.Garbled().code()));
          }
          return LOOK_AFTER;
        }
        case IdCardReading.Fault fault -> {
          judge(Optional.of(fault));
          // An idle reader that misses one answer is no news to somebody who has laid no card.
          if (!(fault instanceof IdCardReading.Silent) || misses >= MISSES_UNTIL_OFFLINE) {
            tell(asked, watch -> watch.failed(fault.code()));
          }
          return AFTER_FAILURE;
        }
      }
    }

    private void found(List<CardWatch> asked) {
      board.write(DeviceName.ID_CARD, Health.of(DeviceState.DEVICE_BUSY));
      tell(asked, CardWatch::found);
    }

    private void tell(List<CardWatch> asked, Consumer<CardWatch> what) {
      asked.stream().filter(watches::contains).forEach(what);
    }

    private void lookWhetherLifted(IdCardReader reader) throws PortException {
      switch (reader.presence()) {
        case LYING -> judge(Optional.empty());
        case LIFTED -> {
          judge(Optional.empty());
          cardWasLifted();
        }
        case UNKNOWN -> {
          judge(Optional.of(new IdCardReading.Silent()));
          if (misses >= MISSES_UNTIL_OFFLINE) {
            cardWasLifted();
          }
        }
      }
    }

    private void judge(Optional<IdCardReading.Fault> fault) {
      boolean silent = fault.filter(IdCardReading.Silent.class::isInstance).isPresent();
      misses = silent ? misses + 1 : 0;
      if (silent && misses < MISSES_UNTIL_OFFLINE) {
        return;
      }
      health = fault.map(SupervisedIdCardReader::healthWith).orElse(Health.of(DeviceState.ONLINE));
    }
  }

  /** Only the reader's own faults are its state; a card that moved is not. */
  private static Health healthWith(IdCardReading.Fault fault) {
    return switch (fault) {
      case IdCardReading.Silent silent -> Health.of(DeviceState.OFFLINE, silent);
      case IdCardReading.Unauthorised unauthorised ->
          Health.of(DeviceState.HARDWARE_ERROR, unauthorised);
      case IdCardReading.ReaderFault broken -> Health.of(DeviceState.HARDWARE_ERROR, broken);
      case IdCardReading.MovedTooEarly _,
          IdCardReading.WrongCard _,
          IdCardReading.Distrusted _,
          IdCardReading.Garbled _ ->
          Health.of(DeviceState.ONLINE);
    };
  }
}
