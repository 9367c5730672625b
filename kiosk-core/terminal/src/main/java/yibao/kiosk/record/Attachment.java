package yibao.kiosk.record;

/**
 * A scan handed in with a filing 附件. The bytes are kept apart, once, under their digest.
 *
 * @param digest SHA-256 of the bytes, 64 lower-case hexadecimal digits
 * @param material which material 办理材料 it shows, in the region pack's word, e.g. {@code invoice}; 1
 *     to 64 lower-case letters, digits, dots and hyphens
 * @param mediaType {@code image/jpeg}, {@code image/png} or {@code application/pdf}
 * @param size bytes
 * @param pages pages in it, at least 1
 */
public record Attachment(String digest, String material, String mediaType, int size, int pages) {

  public Attachment {
    demand(digest.matches("[0-9a-f]{64}"), "a digest has 64 hexadecimal digits");
    demand(material.matches("[a-z0-9][a-z0-9.-]{0,63}"), "a material is named by its word");
    demand(size > 0 && pages > 0, "an attachment has bytes and pages");
  }

  private static void demand(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
