package yibao.kiosk.paper;

import java.util.Optional;
import java.util.function.IntFunction;
import yibao.templates.Document;

/** A document with its number; every copy of it carries the same number and verification code. */
public final class IssuedDocument {
  private final String template;
  private final Optional<String> number;
  private final Optional<String> code;
  private final IntFunction<Document> copies;
  private final Paper.OnA4 first;

  /**
   * @param template name of its template
   * @param copies paints copy n: 0 the first, then those marked 重打
   */
  IssuedDocument(
      String template,
      Optional<String> number,
      Optional<String> code,
      IntFunction<Document> copies) {
    this.template = template;
    this.number = number;
    this.code = code;
    this.copies = copies;
    this.first = paint(0);
  }

  /** Its number 编号; empty for a form without one. */
  public Optional<String> number() {
    return number;
  }

  /** What its QR symbol says; empty for a paper without one. */
  public Optional<String> code() {
    return code;
  }

  /** The PDF/A-2b of the first copy, signed where the terminal has a seal. */
  public byte[] pdf() {
    return first.document().pdf();
  }

  /**
   * A copy.
   *
   * @param reprint which copy this is after the first, 0 for the first; later ones are marked 重打
   */
  public Paper.OnA4 copy(int reprint) {
    return reprint == 0 ? first : paint(reprint);
  }

  private Paper.OnA4 paint(int reprint) {
    return new Paper.OnA4(copies.apply(reprint), new Paper.Mark(template, number, reprint));
  }
}
