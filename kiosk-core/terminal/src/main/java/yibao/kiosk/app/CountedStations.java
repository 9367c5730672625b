package yibao.kiosk.app;

import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.IdCardStation;
import yibao.kiosk.hardware.Lens;
import yibao.kiosk.hardware.PinCheck;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.hardware.ScanStation;
import yibao.kiosk.hardware.SocialSecurityEvent;
import yibao.kiosk.hardware.SocialSecurityStation;
import yibao.kiosk.journey.visit.Printers;
import yibao.kiosk.journey.visit.Readers;
import yibao.kiosk.telemetry.Inbox;
import yibao.kiosk.telemetry.Tally.Counter;

/**
 * Stations that count what comes of them, whoever uses them.
 *
 * @param counter hears of each
 * @param inbox hears of prints that did not say how they ended
 */
record CountedStations(Consumer<Counter> counter, Inbox inbox) {

  Readers of(Readers readers) {
    return new Readers(
        new Cards(readers.idCards()), new Slot(readers.ssCards()), new Codes(readers.codes()));
  }

  Printers of(Printers printers) {
    return new Printers(
        paint ->
            count(
                printers.receipts().print(paint),
                DeviceName.PRINTER,
                Counter.RECEIPT_PRINTED,
                Counter.RECEIPT_FAILED),
        (pdf, name) ->
            count(
                printers.documents().print(pdf, name),
                DeviceName.A4,
                Counter.DOCUMENT_PRINTED,
                Counter.DOCUMENT_FAILED),
        printers.devices(),
        printers.takeAway());
  }

  private PrintOutcome count(
      PrintOutcome outcome, DeviceName printer, Counter printed, Counter failed) {
    switch (outcome) {
      case PrintOutcome.Printed _ -> counter.accept(printed);
      case PrintOutcome.NotPrinted _, PrintOutcome.Partly _ -> counter.accept(failed);
      case PrintOutcome.Unknown(String code) -> {
        counter.accept(failed);
        inbox.printUnknown(printer, code);
      }
    }
    return outcome;
  }

  private final class Cards implements IdCardStation {
    private final IdCardStation cards;

    Cards(IdCardStation cards) {
      this.cards = cards;
    }

    @Override
    public Devices.Subscription watch(Consumer<IdCardEvent> listener) {
      return cards.watch(
          event -> {
            switch (event) {
              case IdCardEvent.Read _ -> counter.accept(Counter.CARD_READ);
              case IdCardEvent.Failed _ -> counter.accept(Counter.CARD_FAILED);
              case IdCardEvent.Reading _, IdCardEvent.Removed _ -> {
                // Neither an ending nor a failure.
              }
            }
            listener.accept(event);
          });
    }

    @Override
    public Devices.Subscription watchRemoval(Consumer<IdCardEvent> listener) {
      return cards.watchRemoval(listener);
    }

    @Override
    public boolean cardPresent() {
      return cards.cardPresent();
    }
  }

  private final class Slot implements SocialSecurityStation {
    private final SocialSecurityStation slot;

    Slot(SocialSecurityStation slot) {
      this.slot = slot;
    }

    @Override
    public Devices.Subscription watch(Consumer<SocialSecurityEvent> listener) {
      return slot.watch(
          event -> {
            switch (event) {
              case SocialSecurityEvent.Read _ -> counter.accept(Counter.CARD_READ);
              case SocialSecurityEvent.Failed _ -> counter.accept(Counter.CARD_FAILED);
              case SocialSecurityEvent.Reading _, SocialSecurityEvent.Removed _ -> {
                // Neither an ending nor a failure.
              }
            }
            listener.accept(event);
          });
    }

    @Override
    public Devices.Subscription watchRemoval(Consumer<SocialSecurityEvent> listener) {
      return slot.watchRemoval(listener);
    }

    @Override
    public PinCheck verifyPin(String cardNumber, char[] digits) {
      return slot.verifyPin(cardNumber, digits);
    }

    @Override
    public boolean cardPresent() {
      return slot.cardPresent();
    }
  }

  private final class Codes implements ScanStation {
    private final ScanStation codes;

    Codes(ScanStation codes) {
      this.codes = codes;
    }

    @Override
    public Devices.Subscription watch(Consumer<Scanned> listener) {
      return codes.watch(
          scanned -> {
            counter.accept(Counter.CODE_READ);
            listener.accept(scanned);
          });
    }

    @Override
    public Optional<Lens> lens() {
      return codes.lens();
    }
  }
}
