package yibao.kiosk.paper;

import yibao.templates.Document;
import yibao.templates.Receipt;

/**
 * A paper as it comes out: what is previewed, printed and taken away are views of the same bytes.
 */
public sealed interface Paper {
  /** Fills a screen's height in either orientation. */
  int PREVIEW_DPI = 110;

  /** What the paper is called, in Chinese; holds no personal data. */
  String title();

  /** How many sheets come out. */
  int pages();

  /**
   * A PNG of one page.
   *
   * @param page from 0
   */
  byte[] preview(int page);

  /** A strip of the receipt printer's roll. */
  record OnRoll(Receipt receipt) implements Paper {
    @Override
    public String title() {
      return receipt.title();
    }

    @Override
    public int pages() {
      return 1;
    }

    @Override
    public byte[] preview(int page) {
      return receipt.png();
    }
  }

  /**
   * Sheets of A4.
   *
   * @param pages how many
   */
  record OnA4(Document document, int pages) implements Paper {
    OnA4(Document document) {
      this(document, document.pages());
    }

    @Override
    public String title() {
      return document.title();
    }

    @Override
    public byte[] preview(int page) {
      return document.preview(page, PREVIEW_DPI);
    }
  }
}
