package yibao.devices.certified;

import yibao.devices.port.PortException;

/** Opens a certified component as often as it is needed. */
public interface CertifiedComponentOpener {

  /** Where it is, for logs and technicians. */
  String name();

  /**
   * Opens it.
   *
   * @throws PortException when it is not there or may not be used
   */
  CertifiedComponent open() throws PortException;
}
