package yibao.kiosk.paper;

import java.util.Optional;
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

  /** What records call it. */
  Mark mark();

  /**
   * What records call a paper; names nobody.
   *
   * @param template the paper's template, e.g. {@code filing-result}
   * @param number of the filing or document; empty where it has none
   * @param copy 0 for the first, n for the nth that is marked 重打
   */
  record Mark(String template, Optional<String> number, int copy) {}

  /** The paper as a file for the citizen's phone. */
  TakeAway.Parcel parcel();

  /** A strip of the receipt printer's roll. */
  record OnRoll(Receipt receipt, Mark mark) implements Paper {
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

    @Override
    public TakeAway.Parcel parcel() {
      return new TakeAway.Parcel(title() + ".png", "image/png", receipt.png());
    }
  }

  /**
   * Sheets of A4.
   *
   * @param pages how many
   */
  record OnA4(Document document, Mark mark, int pages) implements Paper {
    OnA4(Document document, Mark mark) {
      this(document, mark, document.pages());
    }

    @Override
    public String title() {
      return document.title();
    }

    @Override
    public byte[] preview(int page) {
      return document.preview(page, PREVIEW_DPI);
    }

    @Override
    public TakeAway.Parcel parcel() {
      return new TakeAway.Parcel(title() + ".pdf", "application/pdf", document.pdf());
    }

    /**
     * The page the printer lost, by itself.
     *
     * @param page from 0
     */
    public SinglePage single(int page) {
      return new SinglePage(this, page);
    }
  }

  /**
   * One page of a document, printed again.
   *
   * @param whole the document
   * @param page from 0
   */
  record SinglePage(OnA4 whole, int page) implements Paper {
    /** What goes to the printer. */
    public byte[] pdf() {
      return whole.document().page(page);
    }

    @Override
    public Mark mark() {
      return whole.mark();
    }

    @Override
    public String title() {
      return whole.title();
    }

    @Override
    public int pages() {
      return 1;
    }

    @Override
    public byte[] preview(int ignored) {
      return whole.preview(page);
    }

    @Override
    public TakeAway.Parcel parcel() {
      return whole.parcel();
    }
  }
}
