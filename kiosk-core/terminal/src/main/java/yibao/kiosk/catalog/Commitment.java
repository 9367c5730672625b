package yibao.kiosk.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  /**
   * SHA-256 over title, version and paragraphs, each ended by a line feed; lower-case hexadecimal.
   * What is signed is the Chinese text; no translation that was shown beside it enters here.
   */
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update((title + "\n" + version + "\n").getBytes(StandardCharsets.UTF_8));
      paragraphs.forEach(p -> sha.update((p + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
