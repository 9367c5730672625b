package yibao.kiosk.platform.transport;

/** Carries a message to the platform and brings back its answer. */
public interface Transport {

  /**
   * Sends one message and waits for the answer, a bounded time. Never sends it twice.
   *
   * @param infno transaction, which some gateways want outside the message
   * @param message the envelope, JSON in UTF-8
   */
  Delivery send(String infno, byte[] message);

  /** How it went. */
  sealed interface Delivery {

    /** An answer came, whatever it says. */
    record Answered(byte[] body) implements Delivery {
      @Override
      public String toString() {
        return "Answered[" + body.length + " bytes]";
      }
    }

    /** The platform certainly did not get the message. */
    record NotSent(String cause) implements Delivery {}

    /** The platform may have got it; what it answered is lost. */
    record Lost(String cause) implements Delivery {}
  }
}
