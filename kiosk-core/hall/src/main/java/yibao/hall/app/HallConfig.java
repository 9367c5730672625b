package yibao.hall.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.hall.store.StorePlace;
import yibao.hall.web.HallServer;
import yibao.telemetry.BrokerAddress;

/**
 * What is set for one monitor; one YAML file.
 *
 * @param name this monitor's at the broker, another one for each monitor
 * @param group monitors of one group share the reports out among them; absent for a single one
 * @param data directory of what it keeps, for one hall; or a database
 * @param database PostgreSQL server of what it keeps, which monitors of a group share
 * @param accounts file of those who may act, as {@code account} writes it; without one nobody may
 * @param orders PEM file with the private key (Ed25519) that orders to terminals are signed with;
 *     without one none can be given
 * @param defaults YAML file with what holds on every terminal that does not say otherwise; sent
 *     anew when it changes; needs {@code orders}
 * @param listen where the wall is served
 * @param metrics port on loopback where Prometheus reads; absent for none
 * @param broker the hall's MQTT broker
 */
public record HallConfig(
    String name,
    Optional<String> group,
    Optional<Path> data,
    Optional<Database> database,
    Optional<Path> accounts,
    Optional<Path> orders,
    Optional<Path> defaults,
    Listen listen,
    Optional<Integer> metrics,
    Broker broker) {

  public HallConfig {
    demand(
        Stream.of(name, listen, broker).allMatch(Objects::nonNull), "name、listen、broker", "三项都要有");
    demand(data.isPresent() != database.isPresent(), "data、database", "两项里写一项");
    demand(metrics.filter(it -> it < 0 || it > 65535).isEmpty(), "metrics", "0 到 65535 的端口号");
    demand(name.matches("[A-Za-z0-9-]{1,32}"), "name", "字母、数字和短横，不超过 32 个");
    demand(defaults.isEmpty() || orders.isPresent(), "defaults", "要同时写 orders，用它签名");
    demand(group.filter(it -> !it.matches("[A-Za-z0-9-]{1,32}")).isEmpty(), "group", "字母、数字和短横");
  }

  /**
   * Where the wall is served.
   *
   * @param host address; another than loopback needs certificate and key
   * @param port TCP port
   * @param certificate PEM file
   * @param key PEM file
   */
  public record Listen(String host, int port, Optional<Path> certificate, Optional<Path> key) {
    public Listen {
      demand(port >= 0 && port <= 65535, "listen.port", "0 到 65535 的端口号");
      demand(
          certificate.isPresent() == key.isPresent()
              && (certificate.isPresent() || isLoopback(host)),
          "listen",
          "本机以外的地址要有 certificate 和 key");
    }

    HallServer.Place place() {
      return new HallServer.Place(
          host, port, certificate.map(file -> new HallServer.Tls(file, key.orElseThrow())));
    }
  }

  /** Where it keeps what it has taken. */
  public StorePlace place() {
    return database
        .<StorePlace>map(it -> new StorePlace.OnServer(it.url(), it.user(), it.password()))
        .orElseGet(() -> new StorePlace.InFile(data.orElseThrow()));
  }

  /**
   * A PostgreSQL server, or several of which one is the primary.
   *
   * @param url {@code jdbc:postgresql://…}
   * @param user whose tables they are
   * @param password file with the password; absent where the server knows the user otherwise
   */
  public record Database(String url, String user, Optional<Path> password) {
    public Database {
      demand(
          url != null && url.startsWith("jdbc:postgresql://"),
          "database.url",
          "jdbc:postgresql://主机/库名");
      demand(user != null && !user.isBlank(), "database.user", "数据库的用户");
    }
  }

  /**
   * Another server of a cluster of brokers.
   *
   * @param host name or address, as in its certificate
   * @param port TCP port
   */
  public record Server(String host, int port) {}

  /**
   * The broker.
   *
   * @param host name or address, as in its certificate
   * @param port TCP port
   * @param others further servers of a cluster, tried in turn where one is away
   * @param authority PEM file of whoever signed the broker's certificate
   * @param certificate PEM file with this monitor's certificate
   * @param key PEM file with its key
   */
  public record Broker(
      String host,
      int port,
      Optional<List<Server>> others,
      Optional<Path> authority,
      Optional<Path> certificate,
      Optional<Path> key) {
    public Broker {
      boolean all = authority.isPresent() && certificate.isPresent() && key.isPresent();
      boolean none = authority.isEmpty() && certificate.isEmpty() && key.isEmpty();
      demand(all || none && isLoopback(host), "broker", "authority、certificate、key 都要；只有本机可以都不写");
    }

    BrokerAddress address() {
      return new BrokerAddress(
          host,
          port,
          others.orElse(List.of()).stream()
              .map(it -> new BrokerAddress.Server(it.host(), it.port()))
              .toList(),
          authority.map(
              file -> new BrokerAddress.Tls(file, certificate.orElseThrow(), key.orElseThrow())));
    }
  }

  /** Thrown for a configuration that cannot be used; the message names the place and the remedy. */
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  /** Reads a configuration file. */
  public static HallConfig read(Path file) {
    try {
      return YAMLMapper.builder()
          .addModule(new Jdk8Module())
          .build()
          .readValue(Files.readString(file), HallConfig.class);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : " 第 " + e.getLocation().getLineNr() + " 行";
      throw new Unusable(
          file
              + line
              + "："
              + (e.getCause() instanceof Unusable unusable
                  ? unusable.getMessage()
                  : e.getOriginalMessage()));
    } catch (IOException e) {
      throw new Unusable(file + "：读不出这个文件，检查路径和权限");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static void demand(boolean fine, String key, String remedy) {
    if (!fine) {
      throw new Unusable(key + " 要写成：" + remedy);
    }
  }
}
