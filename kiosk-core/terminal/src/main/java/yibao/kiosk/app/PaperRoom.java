package yibao.kiosk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.paper.DocumentDesk;
import yibao.kiosk.paper.DocumentNumbers;
import yibao.kiosk.paper.Papers;
import yibao.kiosk.paper.SealFile;
import yibao.kiosk.paper.Verification;
import yibao.templates.DocumentTemplates;
import yibao.templates.ReceiptTemplates;
import yibao.templates.font.GlyphSource;
import yibao.templates.receipt.ReceiptPrinter;

/**
 * What makes this terminal's papers and checks them.
 *
 * @param papers makes them
 * @param documents lays out what is no citizen's paper
 * @param verification checks codes on them
 */
record PaperRoom(Papers papers, DocumentTemplates documents, Supplier<Verification> verification) {
  private static final int DEFAULT_DOTS = 576;

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

  /**
   * Sets it up.
   *
   * @param seal may still be on its way
   */
  static PaperRoom of(
      TerminalConfig config,
      InstalledSite site,
      Ahead<Optional<SealFile.Opened>> seal,
      Records records,
      Timekeeper time,
      ZoneId zone) {
    Path[] regional = regional(config);
    GlyphSource glyphs = new GlyphSource(List.of(regional));
    DocumentTemplates documents = DocumentTemplates.load(glyphs, regional);
    DocumentDesk desk =
        new DocumentDesk(
            documents,
            () -> seal.get().map(SealFile.Opened::seal),
            new DocumentNumbers(records.memory(), config.terminal()),
            records.issues(),
            records.clock()::doubt,
            time,
            zone);
    Pool.Hotlines hotlines = site.pool().hotlines();
    Papers papers =
        new Papers(
            ReceiptTemplates.load(glyphs, regional),
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
    return new PaperRoom(papers, documents, () -> Verification.of(seal.get(), documents));
  }

  /** The folder of the region's own templates, where it has one. */
  private static Path[] regional(TerminalConfig config) {
    Path folder = config.regions().resolve(config.region()).resolve("papers");
    return Files.isDirectory(folder) ? new Path[] {folder} : new Path[0];
  }
}
