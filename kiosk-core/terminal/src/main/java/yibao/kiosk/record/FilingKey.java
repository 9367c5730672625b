package yibao.kiosk.record;

import java.util.UUID;

/**
 * Idempotency key of a filing: made once on the terminal, sent with every attempt, understood by
 * the platform as "this one filing".
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record FilingKey(String value) {

  public FilingKey {
    if (!value.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("filing key must be 32 hexadecimal digits");
    }
  }

  /** A fresh key that no other terminal will make. */
  public static FilingKey fresh() {
    return new FilingKey(UUID.randomUUID().toString().replace("-", ""));
  }
}
