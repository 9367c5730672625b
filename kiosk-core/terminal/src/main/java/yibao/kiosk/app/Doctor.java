package yibao.kiosk.app;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.app.doctor.CertificateCheck;
import yibao.kiosk.app.doctor.DeviceCheck;
import yibao.kiosk.app.doctor.Finding;
import yibao.kiosk.app.doctor.MachineCheck;
import yibao.kiosk.app.doctor.PlatformCheck;
import yibao.kiosk.app.doctor.RunningTerminal;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.hardware.DeviceStatus;

/** Looks a terminal over: machine, region pack, devices, platform. */
public final class Doctor {
  private static final Duration DEVICES_SETTLE = Duration.ofSeconds(8);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Timekeeper time;

  /**
   * @param time the one source of time
   */
  public Doctor(Timekeeper time) {
    this.time = time;
  }

  /** Everything there is to say of a terminal, in the order in which one would mend it. */
  public List<Finding> examine(TerminalConfig config) throws InterruptedException {
    List<Finding> findings = new ArrayList<>(surroundings(config));
    findings.addAll(DeviceCheck.of(devices(config)));
    return findings;
  }

  /** The same without the devices. */
  List<Finding> surroundings(TerminalConfig config) {
    MachineCheck machine = new MachineCheck(time, Build.time());
    List<Finding> findings = new ArrayList<>();
    findings.add(machine.time());
    findings.add(machine.disk(config.data()));
    findings.addAll(machine.keys(config.keys()));
    findings.addAll(new CertificateCheck(time).in(config.keys()));
    findings.addAll(NamedFiles.look(config));
    findings.add(pack(config));
    findings.addAll(
        new PlatformCheck(time)
            .look(config.platform().address(), config.platform().gateway().isPresent()));
    return findings;
  }

  /** What can be said without a configuration. */
  public List<Finding> examine() {
    return List.of(new MachineCheck(time, Build.time()).time());
  }

  static Finding pack(TerminalConfig config) {
    try {
      InstalledSite site = InstalledSite.load(config);
      return site.packFaults().isEmpty()
          ? Finding.good("地区包", site.region().name())
          : Finding.warning(
              "地区包", "新的地区包有错，仍用旧的：" + site.packFaults().getFirst(), "用 catalog check 检查并改正。");
    } catch (TerminalConfig.Unusable e) {
      return Finding.fault("地区包", e.getMessage(), "用 catalog check 检查并改正。");
    }
  }

  /** From the terminal that holds them, or by opening them for a moment. */
  private List<DeviceStatus> devices(TerminalConfig config) throws InterruptedException {
    Optional<List<DeviceStatus>> running = RunningTerminal.devices(config.port());
    if (running.isPresent()) {
      return running.get();
    }
    try (Peripherals peripherals = Peripherals.start(config.devices(), time, new SecureRandom())) {
      long end = System.nanoTime() + DEVICES_SETTLE.toNanos();
      while (!DeviceCheck.settled(peripherals.devices().statuses())
          && end - System.nanoTime() > 0) {
        Thread.sleep(LOOK);
      }
      return peripherals.devices().statuses();
    }
  }
}
