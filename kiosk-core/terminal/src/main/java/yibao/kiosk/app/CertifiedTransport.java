package yibao.kiosk.app;

import yibao.devices.certified.CertifiedComponent.Answer;
import yibao.kiosk.hardware.CertifiedStation;
import yibao.kiosk.platform.transport.Transport;

/** Takes the platform's calls for e-vouchers and faces to the certified component. */
record CertifiedTransport(CertifiedStation component) implements Transport {

  @Override
  public Delivery send(String infno, byte[] message) {
    return switch (component.call(message)) {
      case Answer.Said(byte[] json) -> new Delivery.Answered(json);
      case Answer.NotReached() -> new Delivery.NotSent("platform.unreachable");
      case Answer.Lost() -> new Delivery.Lost("platform.connection-lost");
    };
  }
}
