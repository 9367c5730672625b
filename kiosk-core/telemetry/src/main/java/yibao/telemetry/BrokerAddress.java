package yibao.telemetry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the broker is and how it and its client prove who they are.
 *
 * @param host name or address, as in the broker's certificate
 * @param port TCP port, 8883 for TLS by custom
 * @param others further servers of a cluster, tried in turn where one is away
 * @param tls the certificates; without them everything goes in the clear, for loopback only
 */
public record BrokerAddress(String host, int port, List<Server> others, Optional<Tls> tls) {

  public BrokerAddress {
    others = List.copyOf(others);
  }

  /** A broker of one server. */
  public BrokerAddress(String host, int port, Optional<Tls> tls) {
    this(host, port, List.of(), tls);
  }

  /** One server of a broker. */
  public record Server(String host, int port) {}

  /** Every server, the first to be tried first. */
  public List<Server> servers() {
    return Stream.concat(Stream.of(new Server(host, port)), others.stream()).toList();
  }

  /**
   * PEM files of a client.
   *
   * @param authority certificates of whoever signs brokers
   * @param certificate this client's own, its common name the terminal's number
   * @param key its private key, PKCS #8
   */
  public record Tls(Path authority, Path certificate, Path key) {}
}
