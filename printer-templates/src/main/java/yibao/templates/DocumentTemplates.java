package yibao.templates;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yibao.templates.document.PdfPainting;
import yibao.templates.document.PdfPainting.Pages;
import yibao.templates.font.GlyphSource;
import yibao.templates.template.PaperTemplate;
import yibao.templates.template.Sample;
import yibao.templates.template.TemplateException;
import yibao.templates.template.TemplateFiles;
import yibao.templates.template.TemplateFiles.Escaper;

/**
 * The A4 documents this library brings and a region's replacements for them. Immutable and
 * thread-safe; load once.
 */
public final class DocumentTemplates {
  private final TemplateFiles files;
  private final Map<String, PaperTemplate> templates;
  private final PdfPainting painting;

  private DocumentTemplates(TemplateFiles files, GlyphSource glyphs) {
    this.painting = new PdfPainting(glyphs);
    this.files = files;
    this.templates = files.all();
  }

  /**
   * Reads and checks every template.
   *
   * @param folders whose files {@code NAME.html} replace or add to ours; later folders win
   * @throws TemplateException if a file is not as it should be
   */
  public static DocumentTemplates load(Path... folders) {
    return load(new GlyphSource(List.of(folders)), folders);
  }

  /** As {@link #load(Path...)}, with fonts that others use too: they take some thirty megabytes. */
  public static DocumentTemplates load(GlyphSource glyphs, Path... folders) {
    return new DocumentTemplates(files(folders), glyphs);
  }

  static TemplateFiles files(Path... folders) {
    return new TemplateFiles(
        "/yibao/templates/documents/", ".html", List.of(folders), Escaper.HTML);
  }

  /** The names of all papers. */
  public Set<String> names() {
    return templates.keySet();
  }

  /** What a paper is called, in Chinese. */
  public String title(String name) {
    return template(name).title();
  }

  /**
   * The paper of a form that the lists name.
   *
   * @param form id of the material, e.g. {@code relocation}; equal in all regions
   */
  public Optional<String> ofForm(String form) {
    return templates.values().stream()
        .filter(template -> template.forms().contains(form))
        .map(PaperTemplate::name)
        .findFirst();
  }

  /** Which of a form's answers stand in which of the paper's fields, see {@link PaperTemplate}. */
  public Map<String, List<String>> answers(String name) {
    return template(name).answers();
  }

  /** Whether this field of a paper is a list. */
  public boolean isList(String name, String field) {
    return template(name).isList(field);
  }

  /** Whether a paper has a field of this name, wanted or not. */
  public boolean declares(String name, String field) {
    return template(name).declares(field);
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
   * @param data by field name, as for {@link ReceiptTemplates#render}; images as PNG or JPEG bytes
   * @param at when the document is made, as its metadata say
   * @throws TemplateException if there is no such paper, a field is missing (it is named) or of the
   *     wrong type
   */
  public Document render(String name, Map<String, ?> data, ZonedDateTime at) {
    PaperTemplate template = template(name);
    return paint(template, template.fill(data), at);
  }

  /**
   * Lays a paper out that is filled in by hand.
   *
   * @param known the fields that are printed all the same
   * @param at when the document is made, as its metadata say
   * @throws TemplateException if there is no such paper or a known field is of the wrong type
   */
  public Document blank(String name, Map<String, ?> known, ZonedDateTime at) {
    PaperTemplate template = template(name);
    return paint(template, template.blank(known), at);
  }

  private Document paint(PaperTemplate template, String filled, ZonedDateTime at) {
    try {
      Pages pages = painting.paint(filled, at);
      return new Document(template.title(), pages.pdf(), pages.missing());
    } catch (IllegalArgumentException e) {
      throw new TemplateException("模板 %s 排版失败：%s".formatted(template.name(), e.getMessage()), e);
    }
  }

  private PaperTemplate template(String name) {
    PaperTemplate template = templates.get(name);
    if (template == null) {
      throw new TemplateException("没有模板 " + name);
    }
    return template;
  }
}
