package yibao.kiosk.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import yibao.telemetry.BrokerAddress;
import yibao.telemetry.OrderSeal;
import yibao.telemetry.Topics;

/**
 * The line to the hall's monitor. Without it this terminal is looked after at {@code /staff} alone.
 *
 * @param hall id of the hall in topics, letters, digits and dashes, e.g. {@code xining-01}
 * @param name this terminal's in topics and in its certificate's common name, e.g. {@code T-01}
 * @param host name or address of the MQTT broker, as in its certificate
 * @param port its TCP port, 8883 by custom
 * @param others further servers of a cluster of brokers, tried in turn where one is away
 * @param authority PEM file with the certificates of whoever signed the broker's
 * @param certificate PEM file with this terminal's own certificate
 * @param key PEM file with its private key
 * @param orders PEM file with the public key (Ed25519) that the hall signs its orders with; without
 *     it none is obeyed
 */
public record TelemetryConfig(
    String hall,
    String name,
    String host,
    int port,
    Optional<List<Server>> others,
    Optional<Path> authority,
    Optional<Path> certificate,
    Optional<Path> key,
    Optional<Path> orders) {

  public TelemetryConfig {
    TerminalConfig.demand(Topics.isId(hall), "telemetry.hall", "字母、数字和短横，不超过 32 个");
    TerminalConfig.demand(Topics.isId(name), "telemetry.name", "字母、数字和短横，不超过 32 个");
    TerminalConfig.demand(port > 0 && port <= 65535, "telemetry.port", "1 到 65535 的端口号");
    boolean all = authority.isPresent() && certificate.isPresent() && key.isPresent();
    boolean none = authority.isEmpty() && certificate.isEmpty() && key.isEmpty();
    TerminalConfig.demand(
        all || none && host.equals("127.0.0.1"),
        "telemetry",
        "authority、certificate、key 三个文件都要；只有本机 127.0.0.1 可以都不写");
  }

  /**
   * Another server of a cluster of brokers.
   *
   * @param host name or address, as in its certificate
   * @param port TCP port
   */
  public record Server(String host, int port) {}

  Topics topics() {
    return new Topics(hall, name);
  }

  BrokerAddress broker() {
    return new BrokerAddress(
        host,
        port,
        others.orElse(List.of()).stream()
            .map(it -> new BrokerAddress.Server(it.host(), it.port()))
            .toList(),
        authority.map(
            file -> new BrokerAddress.Tls(file, certificate.orElseThrow(), key.orElseThrow())));
  }

  Optional<PublicKey> hallKey() {
    return orders.map(
        file -> {
          try {
            return OrderSeal.publicKey(file);
          } catch (IOException e) {
            throw new TerminalConfig.Unusable("telemetry.orders：" + e.getMessage());
          }
        });
  }
}
