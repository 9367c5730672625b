package yibao.kiosk.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import yibao.kiosk.app.setup.AcceptanceReport;
import yibao.kiosk.app.setup.Choices;
import yibao.kiosk.app.setup.Inspector;
import yibao.kiosk.app.setup.ProposedConfig;
import yibao.kiosk.app.setup.SetupBook;
import yibao.kiosk.app.setup.SetupPlan;
import yibao.kiosk.app.setup.SetupService;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.hardware.Inventory;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.packs.RegionPacks;
import yibao.kiosk.web.SetupDesk;
import yibao.templates.DocumentTemplates;

/** Puts the setting up of a terminal together. */
final class SetupRoom {

  /** The receipt that tries the printer. */
  static final String SLIP = "self-test";

  /** Of the usual paper, where no printer is configured. */
  static final int DOTS = 576;

  private SetupRoom() {}

  /**
   * Prints what is only to try a printer, marked as such.
   *
   * @param page a page of A4
   * @param slip a receipt
   */
  record Printing(Supplier<PrintOutcome> page, Supplier<PrintOutcome> slip) {}

  /** Where the book of a terminal's setting up lies. */
  static Path book(TerminalConfig config) {
    return config.data().resolve("setup").resolve("results.json");
  }

  /** Where what is proposed lies until the next start. */
  static Path proposal(TerminalConfig config) {
    return config.data().resolve("setup").resolve("terminal.yaml");
  }

  /**
   * Tries of the printers.
   *
   * @param slips paints the self-test receipt
   */
  static Printing printing(
      TerminalConfig config,
      Timekeeper time,
      ZoneId zone,
      Peripherals peripherals,
      Supplier<DocumentTemplates> documents,
      Function<Map<String, Object>, byte[]> slips) {
    AcceptanceReport report = new AcceptanceReport(SetupPlan.shipped(), config, zone);
    return new Printing(
        () ->
            peripherals
                .documents()
                .print(
                    report.pdf(
                        documents.get(), SetupBook.empty(), Build.version(), true, time.instant()),
                    SLIP),
        () -> peripherals.receipts().print(slips.apply(slip(config, time, zone))));
  }

  /**
   * The setting up.
   *
   * @param signed whether only a signed configuration is served
   * @param restart ends this program so that its manager starts it anew
   * @param threads runs checks
   */
  static SetupService open(
      TerminalConfig config,
      boolean signed,
      Timekeeper time,
      ZoneId zone,
      Inspector inspector,
      Supplier<DocumentTemplates> documents,
      Optional<Runnable> restart,
      Executor threads) {
    try {
      SetupPlan plan = SetupPlan.shipped();
      SetupBook book = SetupBook.open(book(config));
      RegionPacks packs = new RegionPacks(config.regions());
      AcceptanceReport report = new AcceptanceReport(plan, config, zone);
      return new SetupService(
          plan,
          book,
          new ProposedConfig(proposal(config), config, signed),
          new Choices(SetupRoom::plugged, () -> regions(packs)),
          inspector,
          () -> report.pdf(documents.get(), book.read(), Build.version(), false, time.instant()),
          restart,
          time,
          threads);
    } catch (IOException e) {
      throw new TerminalConfig.Unusable(book(config) + "：读不出首次设置的结果，请把这个文件移开，再做一次设置");
    }
  }

  private static Map<String, Object> slip(TerminalConfig config, Timekeeper time, ZoneId zone) {
    LocalDateTime now = LocalDateTime.ofInstant(time.instant(), zone);
    return Map.of(
        "printer",
        "测试",
        "dots",
        config.devices().printer().map(DeviceConfig.PrinterDevice::dots).orElse(DOTS),
        "qr",
        "TEST " + config.terminal() + " " + now,
        "printedAt",
        now);
  }

  private static List<SetupDesk.Option> regions(RegionPacks packs) {
    return packs.ids().stream().map(id -> new SetupDesk.Option(id, packs.name(id))).toList();
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
