package yibao.kiosk.hardware;

import java.util.Optional;

/**
 * The document camera 高拍仪. The screen films while it shows a step that scans papers, so that the
 * person sees the page and what is wrong with it; {@link #shoot} takes the page that lies there.
 */
public interface DocumentCamera {

  /** A terminal without one. */
  static DocumentCamera none() {
    return new DocumentCamera() {
      @Override
      public Presence presence() {
        return Presence.NONE;
      }

      @Override
      public Shot shoot() {
        return new Shot.NotTaken("camera.none");
      }
    };
  }

  /** Whether papers can be handed in here. */
  enum Presence {
    /** It films, or has not been asked to yet. */
    READY,
    /** It could not be opened when it was last looked for; it may be back by now. */
    AWAY,
    /** This terminal has none. */
    NONE
  }

  /** Whether it is there, as far as known. */
  default Presence presence() {
    return Presence.READY;
  }

  /** The screen's camera that films the page and whose picture it must show. */
  default Optional<Lens> lens() {
    return Optional.empty();
  }

  /**
   * Takes the page lying under the camera and looks it over. Blocks the calling virtual thread for
   * a bounded time.
   */
  Shot shoot();

  /** What came of it. */
  sealed interface Shot {

    /**
     * A page that can be read: whole, sharp and evenly lit.
     *
     * @param image the bytes, at most 1 MiB; personal, never logged
     * @param mediaType {@code image/jpeg}
     */
    record Taken(byte[] image, String mediaType) implements Shot {
      /** Tells how large it is, not what it shows. */
      @Override
      public String toString() {
        return "Taken[" + image.length + " bytes, " + mediaType + "]";
      }
    }

    /**
     * Nothing that could be handed in.
     *
     * @param code what is wrong, such as {@code page.blurred} or {@code camera.no-picture}; the
     *     sentence of that name tells it
     */
    record NotTaken(String code) implements Shot {}
  }
}
