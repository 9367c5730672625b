package yibao.devices.smartcard;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;

/**
 * Gives every call to a slot a limit. The PC/SC service waits for a reader as long as its driver
 * does, which may be for ever: calls run on a thread of their own, and one that does not come back
 * is left behind. As long as it hangs the slot is not opened again, so that there is never more
 * than one.
 */
public final class TimedSlotOpener implements CardSlotOpener {
  private final CardSlotOpener slots;
  private final String name;
  private final Duration limit;
  private volatile boolean hanging;

  /**
   * @param slots the slot without a limit
   * @param name for faults
   * @param limit how long one call may take; reading a card is one call
   */
  public TimedSlotOpener(CardSlotOpener slots, String name, Duration limit) {
    this.slots = slots;
    this.name = name;
    this.limit = limit;
  }

  @Override
  public CardSlot open() throws PortException {
    if (hanging) {
      throw new PortException(PortFault.STALLED, name);
    }
    ExecutorService calls =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("calls to " + name).factory());
    try {
      return new TimedSlot(calls, within(calls, slots::open));
    } catch (PortException e) {
      calls.shutdown();
      throw e;
    } catch (CardLostException e) {
      calls.shutdown();
      throw new IllegalStateException("opening a slot does not touch a card", e);
    }
  }

  private <R> R within(ExecutorService calls, Callable<R> call)
      throws PortException, CardLostException {
    Callable<R> noted =
        () -> {
          try {
            return call.call();
          } finally {
            hanging = false;
          }
        };
    try {
      return calls.submit(noted).get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      hanging = true;
      throw new PortException(PortFault.STALLED, name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortException(PortFault.LOST, name, e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case PortException fault -> throw fault;
        case CardLostException fault -> throw fault;
        case RuntimeException fault -> throw fault;
        case Throwable fault -> throw new IllegalStateException(fault);
      }
    }
  }

  private final class TimedSlot implements CardSlot {
    private final ExecutorService calls;
    private final CardSlot slot;
    private boolean stalled;

    private TimedSlot(ExecutorService calls, CardSlot slot) {
      this.calls = calls;
      this.slot = slot;
    }

    @Override
    public boolean cardPresent() throws PortException {
      try {
        return guarded(slot::cardPresent);
      } catch (CardLostException e) {
        throw new IllegalStateException("looking into a slot does not touch a card", e);
      }
    }

    @Override
    public <R> R withCard(CardWork<R> work) throws CardLostException, PortException {
      return guarded(() -> slot.withCard(work));
    }

    @Override
    public boolean lost() {
      return stalled || slot.lost();
    }

    @Override
    public void close() {
      if (!stalled) {
        slot.close();
      }
      calls.shutdown();
    }

    private <R> R guarded(Callable<R> call) throws PortException, CardLostException {
      try {
        return within(calls, call);
      } catch (PortException e) {
        stalled = stalled || e.fault() == PortFault.STALLED;
        throw e;
      }
    }
  }
}
