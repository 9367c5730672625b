package yibao.kiosk.hardware;

import yibao.devices.certified.CertifiedComponent;

/** The certified component of the hall: e-vouchers and faces. */
public interface CertifiedStation {

  /**
   * One call; waits, for a bounded time, while the component works and a citizen looks into it.
   *
   * @param request JSON in UTF-8
   */
  CertifiedComponent.Answer call(byte[] request);
}
