package yibao.kiosk.hardware;

import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.identity.IdentityDocument;

/**
 * Somebody who waits for a card. Hears of each thing once: a card that lies there and cannot be
 * read is one failure, not one a second.
 */
final class CardWatch {
  private final Delivery<IdCardEvent> delivery;
  private Optional<String> lastFailure = Optional.empty();

  CardWatch(Consumer<IdCardEvent> listener) {
    this.delivery = new Delivery<>(listener);
  }

  void found() {
    if (lastFailure.isEmpty()) {
      delivery.deliver(new IdCardEvent.Reading());
    }
  }

  void read(IdentityDocument document) {
    lastFailure = Optional.empty();
    delivery.deliver(new IdCardEvent.Read(document));
  }

  void failed(String code) {
    if (!lastFailure.equals(Optional.of(code))) {
      lastFailure = Optional.of(code);
      delivery.deliver(new IdCardEvent.Failed(code));
    }
  }

  void noCard() {
    lastFailure = Optional.empty();
  }

  void removed() {
    delivery.deliver(new IdCardEvent.Removed());
  }

  void close() {
    delivery.close();
  }
}
