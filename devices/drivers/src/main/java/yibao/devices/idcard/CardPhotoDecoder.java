package yibao.devices.idcard;

import java.util.Optional;

/**
 * A vendor's decoder of card photos, found by {@link java.util.ServiceLoader}. Without one a screen
 * shows a silhouette; reading a card never depends on it.
 */
public interface CardPhotoDecoder {
  /** Width of a decoded photo in pixels. */
  int WIDTH = 102;

  /** Height of a decoded photo in pixels. */
  int HEIGHT = 126;

  /**
   * Decodes a photo.
   *
   * @return {@code WIDTH * HEIGHT} pixels as 0xRRGGBB, row by row from the top left; empty when the
   *     photo cannot be decoded
   */
  Optional<int[]> decode(CardPhoto photo);
}
