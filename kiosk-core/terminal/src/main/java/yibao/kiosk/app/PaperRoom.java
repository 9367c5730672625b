package yibao.kiosk.app;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.paper.DocumentDesk;
import yibao.kiosk.paper.DocumentNumbers;
import yibao.kiosk.paper.Papers;
import yibao.kiosk.paper.RegionPapers;
import yibao.kiosk.paper.SealFile;
import yibao.kiosk.paper.Verification;
import yibao.templates.DocumentTemplates;
import yibao.templates.receipt.ReceiptPrinter;

/** What makes this terminal's papers and checks them. */
final class PaperRoom {
  private static final int DEFAULT_DOTS = 576;

  private final InstalledSite site;
  private final Ahead<Optional<SealFile.Opened>> seal;
  private final Papers papers;
  private volatile RegionPapers templates;

  /**
   * Sets it up.
   *
   * @param seal may still be on its way
   */
  PaperRoom(
      TerminalConfig config,
      InstalledSite site,
      Ahead<Optional<SealFile.Opened>> seal,
      Records records,
      Timekeeper time,
      ZoneId zone) {
    this.site = site;
    this.seal = seal;
    this.templates = RegionPapers.of(site.keeper().folder());
    DocumentDesk desk =
        new DocumentDesk(
            this::documents,
            () -> seal.get().map(SealFile.Opened::seal),
            new DocumentNumbers(records.memory(), config.terminal()),
            records.issues(),
            records.clock()::doubt,
            time,
            zone);
    Pool.Hotlines hotlines = site.pool().hotlines();
    this.papers =
        new Papers(
            () -> templates.receipts(),
            config
                .devices()
                .printer()
                .map(DeviceConfig.PrinterDevice::paper)
                .orElseGet(() -> ReceiptPrinter.ofDots(DEFAULT_DOTS)),
            desk,
            new Papers.Imprint(
                site.hall(), site.terminal(), hotlines.query(), hotlines.complaint()),
            time,
            zone);
  }

  /** Reads the seal a configuration names. */
  static Optional<SealFile.Opened> seal(TerminalConfig config) {
    try {
      return config.seal().isEmpty()
          ? Optional.empty()
          : Optional.of(SealFile.open(config.seal().get()));
    } catch (IOException e) {
      throw new TerminalConfig.Unusable("seal：" + e.getMessage());
    }
  }

  /** Makes them. */
  Papers papers() {
    return papers;
  }

  /** Lays out what is no citizen's paper. */
  DocumentTemplates documents() {
    return templates.documents();
  }

  /** Checks the codes on them. */
  Verification verification() {
    return Verification.of(seal.get(), documents());
  }

  /** Takes the templates of the pack that is served now; call it while nobody is here. */
  void reload() {
    templates = RegionPapers.of(site.keeper().folder());
  }
}
