package yibao.telemetry;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the broker is and how it and its client prove who they are.
 *
 * @param host name or address, as in the broker's certificate
 * @param port TCP port, 8883 for TLS by custom
 * @param tls the certificates; without them everything goes in the clear, for loopback only
 */
public record BrokerAddress(String host, int port, Optional<Tls> tls) {

  /**
   * PEM files of a client.
   *
   * @param authority certificates of whoever signs brokers
   * @param certificate this client's own, its common name the terminal's number
   * @param key its private key, PKCS #8
   */
  public record Tls(Path authority, Path certificate, Path key) {}
}
