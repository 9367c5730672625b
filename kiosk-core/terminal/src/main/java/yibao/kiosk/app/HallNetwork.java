package yibao.kiosk.app;

import java.net.URI;
import java.nio.file.Path;
import yibao.kiosk.web.HallServer;

/**
 * The listener for the hall's own network. Without it papers cannot be taken to a phone, and
 * nothing of this terminal can be reached from outside.
 *
 * @param host address of the network card towards the hall
 * @param port TCP port
 * @param address how phones reach it, e.g. {@code https://10.1.2.3:8443/}
 * @param certificates PEM file with its certificate and those above it
 * @param key PEM file with its private key
 */
public record HallNetwork(String host, int port, URI address, Path certificates, Path key) {
  public HallNetwork {
    TerminalConfig.demand(
        address.getScheme().equals("https") && address.getPath().endsWith("/"),
        "network.address",
        "https:// 开头、以 / 结尾的地址");
    TerminalConfig.demand(port >= 0 && port <= 65535, "network.port", "0 到 65535 的端口号");
  }

  HallServer.Place place() {
    return new HallServer.Place(host, port, certificates, key);
  }
}
