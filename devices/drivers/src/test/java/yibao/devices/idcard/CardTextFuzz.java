package yibao.devices.idcard;

import java.util.Arrays;

/** Any chip content is a card or none; nothing is made up and nothing thrown. */
public final class CardTextFuzz {
  private CardTextFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    byte[] text = Arrays.copyOf(data, CardText.BYTES);
    CardText.parse(text, new CardPhoto(new byte[0]))
        .ifPresent(
            card -> {
              if (card.number().isBlank() || card.validity().from() == null) {
                throw new AssertionError("a card without a number or a first day");
              }
            });
    CardText.appendedAddresses(data);
    if (data.length >= 16) {
      SamId.of(Arrays.copyOf(data, 16));
    }
  }
}
