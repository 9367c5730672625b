package yibao.devices.sscard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;
import yibao.devices.smartcard.CardLostException;
import yibao.devices.smartcard.CardSlot;
import yibao.devices.smartcard.TimedSlotOpener;

/** A service that hangs, and one that does not. */
@Timeout(20)
class TimedSlotTest {
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch cameBack = new CountDownLatch(1);

  private class Hanging implements CardSlot {
    @Override
    public boolean cardPresent() {
      return true;
    }

    @Override
    public <R> R withCard(CardWork<R> work) throws CardLostException {
      awaitRelease();
      cameBack.countDown();
      return work.apply(_ -> new byte[] {(byte) 0x90, 0});
    }

    @Override
    public boolean lost() {
      return false;
    }

    @Override
    public void close() {}
  }

  @Test
  void aReadThatHangsEndsAtItsLimitAndTheSlotIsNotOpenedWhileItHangs() throws Exception {
    TimedSlotOpener opener = new TimedSlotOpener(Hanging::new, "reader", Duration.ofMillis(200));
    CardSlot slot = opener.open();
    assertTrue(slot.cardPresent());

    PortException stalled =
        assertThrows(
            PortException.class, () -> slot.withCard(card -> card.transmit(new byte[] {0})));

    assertEquals(PortFault.STALLED, stalled.fault());
    assertTrue(slot.lost());
    slot.close();
    assertEquals(PortFault.STALLED, assertThrows(PortException.class, opener::open).fault());

    released.countDown();
    cameBack.await();
    CardSlot again = opened(opener);
    assertEquals(2, again.withCard(card -> card.transmit(new byte[] {0})).length);
    again.close();
  }

  @Test
  void aSlotThatOnlyComesAfterTheLimitIsClosedByWhoBringsIt() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    TimedSlotOpener opener =
        new TimedSlotOpener(() -> late(closed), "reader", Duration.ofMillis(200));
    assertEquals(PortFault.STALLED, assertThrows(PortException.class, opener::open).fault());

    released.countDown();
    closed.await();
    opened(opener).close();
  }

  @Test
  void aSlotThatCannotBeClosedHoldsNobodyUp() throws Exception {
    TimedSlotOpener opener =
        new TimedSlotOpener(
            () ->
                new Hanging() {
                  @Override
                  public void close() {
                    awaitRelease();
                  }
                },
            "reader",
            Duration.ofMillis(200));
    opener.open().close();
    assertEquals(PortFault.STALLED, assertThrows(PortException.class, opener::open).fault());

    released.countDown();
    opened(opener).close();
  }

  private CardSlot late(CountDownLatch closed) {
    awaitRelease();
    return new Hanging() {
      @Override
      public void close() {
        closed.countDown();
      }
    };
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatGoesWrongInsideIsToldAsItIs() throws Exception {
    released.countDown();
    CardSlot slot = new TimedSlotOpener(Hanging::new, "reader", Duration.ofSeconds(10)).open();

    assertThrows(
        CardLostException.class,
        () ->
            slot.withCard(
                _ -> {
                  throw new CardLostException("pulled");
                }));
    slot.close();
  }

  /** The call that hung is noted as ended a moment after it has come back. */
  private static CardSlot opened(TimedSlotOpener opener) throws InterruptedException {
    while (true) {
      try {
        return opener.open();
      } catch (PortException e) {
        Thread.sleep(10);
      }
    }
  }
}
