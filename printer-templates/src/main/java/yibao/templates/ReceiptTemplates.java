package yibao.templates;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yibao.templates.font.GlyphSource;
import yibao.templates.receipt.Notation;
import yibao.templates.receipt.ReceiptPainting;
import yibao.templates.receipt.ReceiptPrinter;
import yibao.templates.template.PaperTemplate;
import yibao.templates.template.Sample;
import yibao.templates.template.TemplateException;
import yibao.templates.template.TemplateFiles;

/**
 * The receipts this library brings and a region's replacements for them. Immutable and thread-safe;
 * load once.
 */
public final class ReceiptTemplates {
  private final TemplateFiles files;
  private final Map<String, PaperTemplate> templates;
  private final ReceiptPainting painting;

  private ReceiptTemplates(TemplateFiles files, GlyphSource glyphs) {
    this.painting = new ReceiptPainting(glyphs);
    this.files = files;
    this.templates = files.all();
  }

  /**
   * Reads and checks every template.
   *
   * @param folders whose files {@code NAME.receipt} replace or add to ours; later folders win
   * @throws TemplateException if a file is not as it should be
   */
  public static ReceiptTemplates load(Path... folders) {
    return load(new GlyphSource(List.of(folders)), folders);
  }

  /** As {@link #load(Path...)}, with fonts that others use too: they take some thirty megabytes. */
  public static ReceiptTemplates load(GlyphSource glyphs, Path... folders) {
    return new ReceiptTemplates(files(folders), glyphs);
  }

  static TemplateFiles files(Path... folders) {
    return new TemplateFiles(
        "/yibao/templates/receipts/", ".receipt", List.of(folders), Notation::escape);
  }

  /** The names of all papers. */
  public Set<String> names() {
    return templates.keySet();
  }

  /** What a paper is called, in Chinese. */
  public String title(String name) {
    return template(name).title();
  }

  /** Invented data for a paper this library brings, for previews and template authors. */
  public Map<String, Object> sample(String name) {
    return files.sample(name);
  }

  /** As {@link #sample(String)}, made longer or stranger by the paper's fields. */
  public Map<String, Object> sample(String name, Sample kind) {
    return template(name).sample(kind, files.sample(name));
  }

  /**
   * Fills a paper in and lays it out.
   *
   * @param data by field name: text, {@code LocalDate}, {@code LocalDateTime}, {@code BigDecimal},
   *     numbers, booleans, lists of such maps; dates, times and amounts may be ISO or decimal text
   * @throws TemplateException if there is no such paper, a field is missing (it is named) or of the
   *     wrong type
   */
  public Receipt render(String name, Map<String, ?> data, ReceiptPrinter printer) {
    PaperTemplate template = template(name);
    return new Receipt(template.title(), painting.layOut(template.fill(data), printer));
  }

  private PaperTemplate template(String name) {
    PaperTemplate template = templates.get(name);
    if (template == null) {
      throw new TemplateException("没有模板 " + name);
    }
    return template;
  }
}
