package yibao.kiosk.app;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.IdCardStation;
import yibao.kiosk.hardware.Lens;
import yibao.kiosk.hardware.PinCheck;
import yibao.kiosk.hardware.ScanStation;
import yibao.kiosk.hardware.SocialSecurityEvent;
import yibao.kiosk.hardware.SocialSecurityStation;
import yibao.kiosk.journey.visit.Readers;

/**
 * Keeps from visits what a technician shows a reader to try it. A card begins a visit otherwise,
 * behind the technician's page, and the next try is refused because somebody is there.
 */
final class TriedReaders {
  private final Readers readers;
  private final Hold cards = new Hold();
  private final Hold slot = new Hold();
  private final Hold codes = new Hold();

  TriedReaders(Readers readers) {
    this.readers = readers;
  }

  /** For visits, which hear nothing of what is tried until the card has been taken away. */
  Readers forVisits() {
    return new Readers(
        new Cards(
            readers.idCards(),
            visitor -> readers.idCards().watch(cards.keptFrom(visitor, TriedReaders::reading))),
        new Slot(
            readers.ssCards(),
            visitor -> readers.ssCards().watch(slot.keptFrom(visitor, TriedReaders::reading))),
        new Codes(
            readers.codes(), visitor -> readers.codes().watch(codes.keptFrom(visitor, it -> it))));
  }

  /** For the technician. */
  Readers forTrials() {
    IdCardStation mat = readers.idCards();
    SocialSecurityStation chip = readers.ssCards();
    return new Readers(
        new Cards(
            mat,
            cards.tried(
                mat::watch, TriedReaders::reading, end -> mat.watchRemoval(_ -> end.run()))),
        new Slot(
            chip,
            slot.tried(
                chip::watch, TriedReaders::reading, end -> chip.watchRemoval(_ -> end.run()))),
        new Codes(
            readers.codes(), codes.tried(readers.codes()::watch, code -> code, Runnable::run)));
  }

  /** What a reader read is one object, whoever is told of it. */
  private static Object reading(IdCardEvent event) {
    return event instanceof IdCardEvent.Read(var document) ? document : event;
  }

  private static Object reading(SocialSecurityEvent event) {
    return event instanceof SocialSecurityEvent.Read(var card) ? card : event;
  }

  /** Whether a reader is being tried, and what it read last for whoever tried it. */
  private static final class Hold {
    private final AtomicReference<Object> now = new AtomicReference<>();
    private volatile Object tried;

    /** Each watch is told on a thread of its own, so that a visit may hear of a try afterwards. */
    <E> Consumer<E> keptFrom(Consumer<E> visitor, Function<E, Object> reading) {
      return event -> {
        if (now.get() == null && reading.apply(event) != tried) {
          visitor.accept(event);
        }
      };
    }

    /**
     * Watches for a technician.
     *
     * @param over runs what it is given once the next thing shown is a visitor's again
     */
    <E> Watching<E> tried(
        Watching<E> station, Function<E, Object> reading, Consumer<Runnable> over) {
      return technician -> {
        // One whose card still lies there is over with this one.
        Object mine = new Object();
        now.set(mine);
        Devices.Subscription watch =
            station.watch(
                event -> {
                  tried = reading.apply(event);
                  technician.accept(event);
                });
        return () -> {
          watch.close();
          over.accept(() -> now.compareAndSet(mine, null));
        };
      };
    }
  }

  private interface Watching<E> {
    Devices.Subscription watch(Consumer<E> listener);
  }

  private record Cards(IdCardStation station, Watching<IdCardEvent> watching)
      implements IdCardStation {
    @Override
    public Devices.Subscription watch(Consumer<IdCardEvent> listener) {
      return watching.watch(listener);
    }

    @Override
    public Devices.Subscription watchRemoval(Consumer<IdCardEvent> listener) {
      return station.watchRemoval(listener);
    }

    @Override
    public boolean cardPresent() {
      return station.cardPresent();
    }
  }

  private record Slot(SocialSecurityStation station, Watching<SocialSecurityEvent> watching)
      implements SocialSecurityStation {
    @Override
    public Devices.Subscription watch(Consumer<SocialSecurityEvent> listener) {
      return watching.watch(listener);
    }

    @Override
    public Devices.Subscription watchRemoval(Consumer<SocialSecurityEvent> listener) {
      return station.watchRemoval(listener);
    }

    @Override
    public PinCheck verifyPin(String cardNumber, char[] digits) {
      return station.verifyPin(cardNumber, digits);
    }

    @Override
    public boolean cardPresent() {
      return station.cardPresent();
    }
  }

  private record Codes(ScanStation station, Watching<ScanStation.Scanned> watching)
      implements ScanStation {
    @Override
    public Devices.Subscription watch(Consumer<Scanned> listener) {
      return watching.watch(listener);
    }

    @Override
    public Optional<Lens> lens() {
      return station.lens();
    }
  }
}
