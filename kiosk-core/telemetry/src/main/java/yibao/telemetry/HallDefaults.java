package yibao.telemetry;

import java.nio.charset.StandardCharsets;

/**
 * What holds on every terminal of a hall where its own configuration says nothing.
 *
 * @param hall id of the hall they are for
 * @param number grows from version to version; a terminal takes none that is older than the last
 * @param text YAML, some of the keys of a terminal's configuration, at most {@value #MOST_BYTES}
 *     bytes of UTF-8
 */
public record HallDefaults(String hall, long number, String text) {
  /** Longest text. */
  public static final int MOST_BYTES = 8 * 1024;

  public HallDefaults {
    if (hall == null || !Topics.isId(hall) || number < 1) {
      throw new IllegalArgumentException("defaults are for a hall and have a number from 1");
    }
    if (text == null || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new IllegalArgumentException("defaults have a text of at most 8 KiB");
    }
  }
}
