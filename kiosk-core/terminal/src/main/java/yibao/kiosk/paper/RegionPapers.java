package yibao.kiosk.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import yibao.kiosk.packs.Fault;
import yibao.templates.DocumentTemplates;
import yibao.templates.ReceiptTemplates;
import yibao.templates.TemplateCheck;
import yibao.templates.font.GlyphSource;

/**
 * The templates of one region pack: ours, and those that the region put into the pack's folder
 * {@code papers} in their place.
 *
 * @param receipts to the receipt printer
 * @param documents A4
 */
public record RegionPapers(ReceiptTemplates receipts, DocumentTemplates documents) {

  private static final String FOLDER = "papers";

  /**
   * Reads them.
   *
   * @param pack the region's folder
   */
  public static RegionPapers of(Path pack) {
    Path folder = pack.resolve(FOLDER);
    Path[] own = Files.isDirectory(folder) ? new Path[] {folder} : new Path[0];
    GlyphSource glyphs = new GlyphSource(List.of(own));
    return new RegionPapers(
        ReceiptTemplates.load(glyphs, own), DocumentTemplates.load(glyphs, own));
  }

  /**
   * What is wrong with a region's own templates; nothing where it has none. Each is laid out with
   * its sample, so this takes a second.
   *
   * @param pack the region's folder
   */
  public static List<Fault> faults(Path pack) {
    Path folder = pack.resolve(FOLDER);
    String name = pack.getFileName() + "/" + FOLDER;
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try {
      return TemplateCheck.of(folder).stream()
          .map(
              fault ->
                  new Fault(
                      name + "/" + fault.file().getFileName(),
                      fault.line(),
                      fault.message(),
                      "改好后用 deploy/kiosk print --papers 看一眼"))
          .toList();
    } catch (IOException e) {
      return List.of(new Fault(name, 0, "读不出模板", "检查文件夹和文件的权限"));
    }
  }
}
