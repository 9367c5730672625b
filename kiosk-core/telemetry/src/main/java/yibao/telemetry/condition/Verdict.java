package yibao.telemetry.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import yibao.telemetry.Message;
import yibao.telemetry.condition.Finding.Severity;

/**
 * What a terminal's state comes to.
 *
 * @param condition on the whole
 * @param findings what is wrong; empty where it is ok
 */
public record Verdict(Condition condition, List<Finding> findings) {
  private static final Set<String> WORKING = Set.of("online", "deviceBusy", "starting");

  /** Devices by which a citizen can show who they are. */
  private static final Set<String> READERS = Set.of("id-card", "ss-card", "scan");

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Nothing is heard of it. */
  public static Verdict offline() {
    return new Verdict(Condition.OFFLINE, List.of(Finding.of("offline", Severity.CRITICAL)));
  }

  /** Judges a state. */
  public static Verdict of(Message.State state) {
    List<Finding> findings = new ArrayList<>();
    if (state.help().isPresent()) {
      findings.add(Finding.of(Finding.HELP_CALL, Severity.CRITICAL));
    }
    boolean shut = state.closed().filter(it -> it.why() == Message.Closed.Why.staff).isPresent();
    if (shut) {
      findings.add(Finding.of("closed", Severity.NOTE));
    }
    boolean blind = state.devices().stream().noneMatch(device -> isReader(device) && works(device));
    if (blind) {
      findings.add(Finding.of("no-reader", Severity.CRITICAL));
    }
    state.devices().forEach(device -> judge(device, findings));
    if (state.filings().parked() > 0) {
      findings.add(Finding.of("filings-parked", Severity.WARNING));
    }
    if (state.concerns().contains(Finding.DEVICES_CHANGED)) {
      findings.add(Finding.of(Finding.DEVICES_CHANGED, Severity.CRITICAL));
    }
    if (state.concerns().contains(Finding.NOT_READY)) {
      findings.add(Finding.of(Finding.NOT_READY, Severity.WARNING));
    }
    boolean out = blind || shut;
    Condition condition =
        out ? Condition.OUT_OF_ORDER : findings.isEmpty() ? Condition.OK : Condition.ATTENTION;
    return new Verdict(condition, findings);
  }

  private static void judge(Message.Device device, List<Finding> findings) {
    String paper = device.paper().orElse("full");
    switch (paper) {
      case "low" -> findings.add(Finding.of("paper-low", device.name(), Severity.NOTE));
      case "out" -> findings.add(Finding.of("paper-out", device.name(), Severity.WARNING));
      case "jammed" -> findings.add(Finding.of("paper-jammed", device.name(), Severity.WARNING));
      default -> {
        if (!works(device)) {
          findings.add(Finding.of("device", device.name(), Severity.WARNING));
        }
      }
    }
  }

  private static boolean isReader(Message.Device device) {
    return READERS.contains(device.name());
  }

  /** Whether a device does what it is for. */
  public static boolean works(Message.Device device) {
    return WORKING.contains(device.state());
  }
}
