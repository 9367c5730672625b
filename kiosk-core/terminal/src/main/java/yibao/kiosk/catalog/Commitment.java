package yibao.kiosk.catalog;

import java.util.List;

/**
 * The text of a 承诺书 (or 授权书) as the region supplies it; shown and printed exactly.
 *
 * @param id the name readings use
 * @param title its title
 * @param version which wording this is; a signature names it
 * @param paragraphs the text, at least one paragraph
 * @param ours why this wording is ours where the region has published none; "" when it is the
 *     region's own
 */
public record Commitment(
    String id, String title, String version, List<String> paragraphs, String ours) {

  public Commitment {
    paragraphs = List.copyOf(paragraphs);
  }
}
