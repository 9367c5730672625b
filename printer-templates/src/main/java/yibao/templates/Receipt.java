package yibao.templates;

import java.util.Set;
import yibao.templates.receipt.ReceiptPainting.Sheet;

/** A receipt ready for one printer. Immutable: what was previewed is what is printed. */
public final class Receipt {
  private final String title;
  private final Sheet sheet;

  Receipt(String title, Sheet sheet) {
    this.title = title;
    this.sheet = sheet;
  }

  /** What the paper is called, in Chinese; holds no personal data. */
  public String title() {
    return title;
  }

  /** The ESC/POS bytes from initialising the printer to cutting the paper. */
  public byte[] escPos() {
    return sheet.escPos();
  }

  /** A PNG as wide as the printer has dots, a pixel a dot. */
  public byte[] png() {
    return sheet.png();
  }

  /** Characters that no font holds; 〓 stands in their place. Worth a warning to staff. */
  public Set<String> missingCharacters() {
    return sheet.missing();
  }
}
