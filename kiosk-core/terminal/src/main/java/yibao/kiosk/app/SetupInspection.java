package yibao.kiosk.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.kiosk.app.doctor.CertificateCheck;
import yibao.kiosk.app.doctor.Finding;
import yibao.kiosk.app.doctor.MachineCheck;
import yibao.kiosk.app.doctor.PlatformCheck;
import yibao.kiosk.app.setup.Found;
import yibao.kiosk.app.setup.Inspector;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.web.DeviceTrial;

/** The checks of a running terminal that a machine can make. */
final class SetupInspection implements Inspector {
  private static final String CLOCK = "时钟";

  private final TerminalConfig config;
  private final InstalledSite site;
  private final Timekeeper time;
  private final Devices devices;
  private final Map<String, Supplier<Found>> checks;

  /**
   * @param trial tries devices with somebody's help; without it a device passes that is online
   * @param printing prints what is marked as a test
   */
  SetupInspection(
      TerminalConfig config,
      InstalledSite site,
      Timekeeper time,
      Devices devices,
      Optional<DeviceTrial> trial,
      SetupRoom.Printing printing) {
    this.config = config;
    this.site = site;
    this.time = time;
    this.devices = devices;
    this.checks =
        Map.ofEntries(
            Map.entry("pack", () -> Found.of(List.of(Doctor.pack(config)))),
            Map.entry("platform", () -> Found.of(platform(false))),
            Map.entry("clock", this::clock),
            Map.entry("geometry", this::geometry),
            Map.entry("id-card", () -> tried(DeviceName.ID_CARD, trial.map(t -> t::idCard))),
            Map.entry(
                "ss-card", () -> tried(DeviceName.SS_CARD, trial.map(t -> t::socialSecurityCard))),
            Map.entry("scan", () -> tried(DeviceName.SCAN, trial.map(t -> t::scan))),
            Map.entry("printer", () -> tried(DeviceName.PRINTER, trial.map(t -> t::printer))),
            Map.entry("a4", () -> printed(DeviceName.A4, printing.page())),
            Map.entry("document-camera", () -> there(DeviceName.DOCUMENT_CAMERA)),
            Map.entry("face", () -> there(DeviceName.FACE)),
            Map.entry("keys", () -> Found.of(machine().keys(config.keys()))),
            Map.entry("certificates", this::certificates),
            Map.entry("files", () -> Found.of(NamedFiles.look(config))),
            Map.entry("catalogue", this::catalogue),
            Map.entry("self-test", () -> printed(DeviceName.PRINTER, printing.slip())));
  }

  @Override
  public Found inspect(String check) {
    Supplier<Found> known = checks.get(check);
    if (known == null) {
      throw new IllegalArgumentException("the plan names a check there is not: " + check);
    }
    return known.get();
  }

  private MachineCheck machine() {
    return new MachineCheck(time, Build.time());
  }

  private List<Finding> platform(boolean clock) {
    return new PlatformCheck(time)
        .look(config.platform().address(), config.platform().gateway().isPresent()).stream()
            .filter(finding -> finding.what().equals(CLOCK) == clock)
            .toList();
  }

  private Found clock() {
    List<Finding> theirs = platform(true);
    Finding ours = machine().time();
    return Found.of(theirs.isEmpty() ? List.of(ours) : List.of(ours, theirs.getFirst()));
  }

  private Found geometry() {
    return config
        .glass()
        .map(
            glass ->
                glass.tooHigh() > 0
                    ? Found.fail(
                        "低位模式的按钮有的高过 1220 毫米，坐轮椅的人够不着，请把屏幕降低 %d 毫米".formatted(glass.tooHigh()))
                    : Found.pass(
                        "够得着下面的 %d%%；字放大到 %d%%"
                            .formatted(
                                Math.round(glass.withinReach() * 100),
                                Math.round(glass.textScale() * 100))))
        .orElseGet(() -> Found.fail("还没有量，或者还没有换上新配置"));
  }

  private Found certificates() {
    List<Finding> found = new CertificateCheck(time).in(config.keys());
    return found.isEmpty() ? Found.absent() : Found.of(found);
  }

  private Found catalogue() {
    return Found.pass(site.region().name() + "，" + site.region().items().size() + " 个事项");
  }

  private boolean configured(DeviceName name) {
    return devices.statuses().stream().anyMatch(status -> status.name() == name);
  }

  private Found there(DeviceName name) {
    return devices.statuses().stream()
        .filter(status -> status.name() == name)
        .findFirst()
        .map(
            status ->
                status.state() == DeviceState.ONLINE
                    ? Found.pass("正常")
                    : Found.fail(
                        status.cause().orElse(status.state().key())
                            + status.remedy().map(remedy -> "。" + remedy).orElse("")))
        .orElseGet(Found::absent);
  }

  private Found tried(DeviceName name, Optional<Supplier<DeviceTrial.Tried>> trial) {
    if (!configured(name)) {
      return Found.absent();
    }
    if (trial.isEmpty()) {
      return there(name);
    }
    DeviceTrial.Tried tried = trial.get().get();
    return tried.good() ? Found.pass(tried.text()) : Found.fail(tried.text());
  }

  private Found printed(DeviceName name, Supplier<PrintOutcome> printing) {
    if (!configured(name)) {
      return Found.absent();
    }
    return switch (printing.get()) {
      case PrintOutcome.Printed() -> Found.pass("打印机确认已印出");
      case PrintOutcome.NotPrinted(String code) -> Found.fail("没有打印：" + code);
      case PrintOutcome.Partly(String code) -> Found.fail("只印了一部分：" + code);
      case PrintOutcome.Unknown(String code) -> Found.fail("打印机没有确认：" + code);
    };
  }
}
