package yibao.kiosk.app;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import yibao.kiosk.app.doctor.Finding;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.store.Memory;

/**
 * The devices this terminal was set up with, by their serial numbers. One that was not there before
 * is an alarm until a technician accepts it: a reader that somebody exchanged may keep what it
 * reads.
 */
final class KnownDevices {
  private static final String NAME = "devices.known";
  private static final String WHAT = "设备清单";

  private final Memory memory;
  private final AuditTrail audit;
  private final Supplier<Set<String>> plugged;
  private Set<String> told = Set.of();

  /**
   * @param plugged what is plugged in now, each with its serial number
   */
  KnownDevices(Memory memory, AuditTrail audit, Supplier<Set<String>> plugged) {
    this.memory = memory;
    this.audit = audit;
    this.plugged = plugged;
  }

  /** Looks what is plugged in; the first look ever remembers it. */
  synchronized Finding look() {
    Set<String> now = plugged.get();
    Optional<String> known = memory.recall(NAME);
    if (known.isEmpty()) {
      remember(now);
      return Finding.good(WHAT, "已登记 " + now.size() + " 个设备");
    }
    Set<String> strange = new TreeSet<>(now);
    strange.removeAll(known.get().lines().collect(Collectors.toSet()));
    if (!strange.isEmpty() && !strange.equals(told)) {
      audit.note(new AuditEntry(Role.TERMINAL, "device.changed", Optional.empty(), "found"));
    }
    told = Set.copyOf(strange);
    return strange.isEmpty()
        ? Finding.good(WHAT, "与登记的一致")
        : Finding.fault(
            WHAT,
            "接上了没有登记过的设备：" + String.join("，", strange),
            "请技术员查明是谁换的；确认以后在“首次设置”里接受，没有人知道的，请停用这台终端。");
  }

  /** Takes what is plugged in now as right. */
  synchronized void accept() {
    remember(plugged.get());
    told = Set.of();
  }

  private void remember(Set<String> devices) {
    memory.remember(NAME, String.join("\n", devices));
  }
}
