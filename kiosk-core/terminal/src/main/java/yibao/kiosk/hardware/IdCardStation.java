package yibao.kiosk.hardware;

import java.util.function.Consumer;

/** The place where an identity card is laid. */
public interface IdCardStation {

  /**
   * Looks for a card and reads it, until the watch is closed. After a failure it goes on looking.
   *
   * @param listener called on a virtual thread, one event after another
   */
  Devices.Subscription watch(Consumer<IdCardEvent> listener);

  /**
   * Tells when the card that lies there is taken away, at once if none lies there.
   *
   * @param listener hears {@link IdCardEvent.Removed} once
   */
  Devices.Subscription watchRemoval(Consumer<IdCardEvent> listener);

  /** Whether a card lies there, as far as the reader can tell; never waits for the reader. */
  boolean cardPresent();
}
