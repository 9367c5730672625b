package yibao.kiosk.app;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import yibao.kiosk.app.doctor.Finding;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.store.Memory;

/**
 * The devices this terminal was set up with, by their serial numbers. One that was not there before
 * is an alarm until a technician accepts it: a reader that somebody exchanged may keep what it
 * reads.
 */
final class KnownDevices implements AutoCloseable {
  private static final String NAME = "devices.known";
  private static final String WHAT = "设备清单";
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Memory memory;
  private final AuditTrail audit;
  private final Supplier<Set<String>> plugged;
  private Set<String> told = Set.of();
  private volatile boolean changed;
  private boolean closed;
  private Timekeeper.Alarm next = () -> {};

  /**
   * @param plugged what is plugged in now, each with its serial number
   */
  KnownDevices(Memory memory, AuditTrail audit, Supplier<Set<String>> plugged) {
    this.memory = memory;
    this.audit = audit;
    this.plugged = plugged;
  }

  /** What is plugged in and was not there before; nothing before the first look ever. */
  synchronized Set<String> strange() {
    return memory
        .recall(NAME)
        .map(
            known -> {
              Set<String> strange = new TreeSet<>(plugged.get());
              strange.removeAll(known.lines().collect(Collectors.toSet()));
              return strange;
            })
        .orElseGet(TreeSet::new);
  }

  /** Looks what is plugged in; the first look ever remembers it. */
  synchronized Finding look() {
    if (memory.recall(NAME).isEmpty()) {
      Set<String> now = plugged.get();
      remember(now);
      return Finding.good(WHAT, "已登记 " + now.size() + " 个设备");
    }
    Set<String> strange = notice();
    return strange.isEmpty()
        ? Finding.good(WHAT, "与登记的一致")
        : Finding.fault(
            WHAT,
            "接上了没有登记过的设备：" + String.join("，", strange),
            "请技术员查明是谁换的；确认以后登录 /tech，在“设备状态”里接受，没有人知道的，请停用这台终端。");
  }

  /** Looks every minute from now on, so that the hall hears of an exchanged reader at once. */
  synchronized void watch(Timekeeper time, Executor threads) {
    if (!closed) {
      next =
          time.after(
              EVERY,
              () ->
                  threads.execute(
                      () -> {
                        notice();
                        watch(time, threads);
                      }));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    next.cancel();
  }

  /** Whether the last look found something that was not there before; answers at once. */
  boolean changed() {
    return changed;
  }

  /** Takes what is plugged in now as right. */
  synchronized void accept() {
    remember(plugged.get());
    told = Set.of();
    changed = false;
  }

  private synchronized Set<String> notice() {
    if (closed) {
      return Set.of();
    }
    Set<String> strange = strange();
    if (!strange.isEmpty() && !strange.equals(told)) {
      audit.note(new AuditEntry(Role.TERMINAL, "device.changed", Optional.empty(), "found"));
    }
    told = Set.copyOf(strange);
    changed = !strange.isEmpty();
    return strange;
  }

  private void remember(Set<String> devices) {
    memory.remember(NAME, String.join("\n", devices));
  }
}
