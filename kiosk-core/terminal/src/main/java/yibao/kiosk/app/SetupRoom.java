package yibao.kiosk.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.kiosk.app.setup.AcceptanceReport;
import yibao.kiosk.app.setup.Choices;
import yibao.kiosk.app.setup.ProposedConfig;
import yibao.kiosk.app.setup.SetupBook;
import yibao.kiosk.app.setup.SetupPlan;
import yibao.kiosk.app.setup.SetupService;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.hardware.Inventory;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.packs.RegionPacks;
import yibao.kiosk.paper.Paper;
import yibao.kiosk.web.DeviceTrial;

/** Puts the setting up of a running terminal together. */
final class SetupRoom {
  private static final String JOB = "self-test";

  private SetupRoom() {}

  /** Where the book of a terminal's setting up lies. */
  static Path book(TerminalConfig config) {
    return config.data().resolve("setup").resolve("results.json");
  }

  /** Where what is proposed lies until the next start. */
  static Path proposal(TerminalConfig config) {
    return config.data().resolve("setup").resolve("terminal.yaml");
  }

  static SetupService open(
      TerminalConfig config,
      InstalledSite site,
      Timekeeper time,
      ZoneId zone,
      Peripherals peripherals,
      DeviceTrial trial,
      PaperRoom paper,
      Optional<Runnable> restart) {
    try {
      SetupPlan plan = SetupPlan.shipped();
      SetupBook book = SetupBook.open(book(config));
      AcceptanceReport report = new AcceptanceReport(plan, config, zone);
      Supplier<byte[]> asItStands = () -> report(report, paper, book, false, time);
      Supplier<PrintOutcome> testPage =
          () -> peripherals.documents().print(report(report, paper, book, true, time), JOB);
      Supplier<PrintOutcome> testSlip =
          () -> peripherals.receipts().print(slip(config, paper, time, zone));
      return new SetupService(
          plan,
          book,
          new ProposedConfig(proposal(config), config),
          new Choices(SetupRoom::plugged, () -> new RegionPacks(config.regions()).ids()),
          new SetupInspection(config, site, time, peripherals.devices(), trial, testPage, testSlip),
          asItStands,
          restart,
          time,
          task -> Thread.ofVirtual().name("setup-check").start(task));
    } catch (IOException e) {
      throw new TerminalConfig.Unusable(book(config) + "：读不出首次设置的结果，请把这个文件移开，再做一次设置");
    }
  }

  private static byte[] report(
      AcceptanceReport report, PaperRoom paper, SetupBook book, boolean test, Timekeeper time) {
    return report.pdf(paper.documents(), book.read(), Build.version(), test, time.instant());
  }

  private static byte[] slip(TerminalConfig config, PaperRoom paper, Timekeeper time, ZoneId zone) {
    Map<String, Object> fields =
        Map.of(
            "printer",
            "测试",
            "dots",
            config.devices().printer().map(DeviceConfig.PrinterDevice::dots).orElse(0),
            "qr",
            "TEST " + config.terminal() + " " + LocalDateTime.ofInstant(time.instant(), zone));
    Paper.OnRoll slip = paper.papers().receipt(JOB, fields, 0);
    return slip.receipt().escPos();
  }

  private static Choices.Plugged plugged() {
    List<Inventory.Group> groups = Inventory.take();
    return new Choices.Plugged(
        groups.get(0).entries(),
        groups.get(1).entries(),
        groups.get(2).entries(),
        groups.get(3).entries());
  }
}
