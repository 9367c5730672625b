package yibao.templates;

import org.junit.jupiter.api.Test;

class DocumentTemplatesTest {
  private static final DocumentTemplates TEMPLATES = DocumentTemplates.load();

  @Test
  void everyDocumentRendersItsSample() {
    for (String name : TEMPLATES.names()) {
      Document document = TEMPLATES.render(name, TEMPLATES.sample(name));
      PaperGallery.keep(name + ".pdf", document.pdf());
      for (int page = 0; page < document.pages(); page++) {
        PaperGallery.keep(name + "-" + (page + 1) + ".png", document.preview(page, 96));
      }
      PdfA.assertIsPdfA2b(name, document.pdf());
    }
  }
}
