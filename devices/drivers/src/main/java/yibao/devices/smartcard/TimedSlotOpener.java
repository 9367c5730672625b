package yibao.devices.smartcard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
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
  private volatile Future<?> last = CompletableFuture.completedFuture(null);

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
    if (!last.isDone()) {
      throw new PortException(PortFault.STALLED, name);
    }
    TimedSlot slot =
        new TimedSlot(
            Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("calls to " + name).factory()));
    try {
      slot.open();
      return slot;
    } catch (PortException e) {
      slot.close();
      throw e;
    }
  }

  private <R> R within(ExecutorService calls, Callable<R> call)
      throws PortException, CardLostException {
    try {
      Future<R> begun = calls.submit(call);
      last = begun;
      return begun.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
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
    private final AtomicReference<Optional<CardSlot>> slot =
        new AtomicReference<>(Optional.empty());
    private boolean stalled;

    private TimedSlot(ExecutorService calls) {
      this.calls = calls;
    }

    private void open() throws PortException {
      untouched(
          () -> {
            slot.set(Optional.of(slots.open()));
            return true;
          });
    }

    @Override
    public boolean cardPresent() throws PortException {
      return untouched(() -> slot.get().orElseThrow().cardPresent());
    }

    @Override
    public <R> R withCard(CardWork<R> work) throws CardLostException, PortException {
      return guarded(() -> slot.get().orElseThrow().withCard(work));
    }

    @Override
    public boolean lost() {
      return stalled || slot.get().filter(CardSlot::lost).isPresent();
    }

    /** Behind a call that hangs nobody waits: who comes back from it closes the slot. */
    @Override
    public void close() {
      if (calls.isShutdown()) {
        return;
      }
      Future<?> closing =
          calls.submit(() -> slot.getAndSet(Optional.empty()).ifPresent(CardSlot::close));
      last = closing;
      calls.shutdown();
      if (!stalled) {
        await(closing);
      }
    }

    /** One that takes too long counts as hanging when the slot is opened next. */
    private void await(Future<?> closing) {
      try {
        closing.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException e) {
        stalled = true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private <R> R untouched(Callable<R> call) throws PortException {
      try {
        return guarded(call);
      } catch (CardLostException e) {
        throw new IllegalStateException("only work with a card touches it", e);
      }
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
