package yibao.demo.hall;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import yibao.accounts.Accounts;
import yibao.accounts.Role;
import yibao.telemetry.BrokerAddress;

/**
 * A hall on one machine: a broker, the monitor and terminals with simulated devices, each a process
 * of its own that may be killed.
 */
public final class HallRun implements AutoCloseable {
  /** The hall's id in topics. */
  public static final String HALL = "demo";

  private static final int TERMINALS = 3;
  private static final int WALL_BEHIND = 10;
  private static final int BROKER_BEHIND = 11;
  private static final int METRICS_BEHIND = 12;

  private final Deque<KeptProcess> processes = new ArrayDeque<>();
  private final Setting setting;
  private final PrintWriter out;

  /**
   * Where the hall stands.
   *
   * @param port TCP port of the first terminal; the wall is ten further, the broker eleven, the
   *     monitor's metrics twelve
   * @param home everything's data
   * @param region id of the region
   * @param deploy the checkout's {@code deploy} folder
   * @param regions the regions folder
   * @param mosquitto the broker's program
   */
  public record Setting(
      int port, Path home, String region, Path deploy, Path regions, Path mosquitto) {}

  private HallRun(Setting setting, PrintWriter out) {
    this.setting = setting;
    this.out = out;
  }

  /** Starts everything; what does not start says so in its log. */
  public static HallRun start(Setting setting, PrintWriter out) throws IOException {
    HallRun hall = new HallRun(setting, out);
    try {
      hall.start();
      return hall;
    } catch (IOException e) {
      hall.close();
      throw e;
    }
  }

  @Override
  public void close() {
    // Terminals first, so that they can say that they go.
    processes.forEach(KeptProcess::close);
    processes.clear();
  }

  private void start() throws IOException {
    Path folder = Files.createDirectories(setting.home().resolve("hall"));
    HallCertificates certificates = HallCertificates.in(folder);
    Path broker =
        MosquittoFiles.write(
            folder, HALL, setting.port() + BROKER_BEHIND, certificates.issue("broker"));
    keep(
        "消息服务器",
        List.of(setting.mosquitto().toString(), "-c", broker.toString()),
        folder.resolve("mosquitto.out"));
    Path accounts = folder.resolve("accounts");
    Files.deleteIfExists(accounts);
    Accounts.add(accounts, "demo", Role.STAFF, "demo-staff");
    Accounts.add(accounts, "tech", Role.TECHNICIAN, "demo-technician");
    Accounts.add(accounts, "chief", Role.SUPERVISOR, "demo-supervisor");
    keep("大厅监控", monitor(folder, accounts, certificates), folder.resolve("monitor.log"));
    for (int i = 0; i < TERMINALS; i++) {
      String name = "T-0" + (i + 1);
      certificates.issue(name);
      keep("终端 " + name, terminal(folder, name, i), folder.resolve(name + ".log"));
    }
    out.println("大厅总览 http://127.0.0.1:" + (setting.port() + WALL_BEHIND) + "/");
    for (int i = 0; i < TERMINALS; i++) {
      out.println("终端 T-0" + (i + 1) + " http://127.0.0.1:" + (setting.port() + i) + "/");
    }
    out.flush();
  }

  private List<String> monitor(Path folder, Path accounts, HallCertificates certificates)
      throws IOException {
    BrokerAddress.Tls tls = certificates.issue(Mosquitto.MONITOR);
    Path config = folder.resolve("hall.yaml");
    Files.writeString(
        config,
        """
        name: monitor
        data: %s
        accounts: %s
        orders: %s
        listen: {host: 127.0.0.1, port: %d}
        metrics: %d
        broker: {host: 127.0.0.1, port: %d, authority: %s, certificate: %s, key: %s}
        """
            .formatted(
                folder.resolve("monitor"),
                accounts,
                certificates.orderKey(),
                setting.port() + WALL_BEHIND,
                setting.port() + METRICS_BEHIND,
                setting.port() + BROKER_BEHIND,
                tls.authority(),
                tls.certificate(),
                tls.key()));
    return java(
        List.of(
            setting.deploy().resolveSibling("kiosk-core/hall/target/lib") + "/*",
            "yibao.hall.app.Main",
            "serve",
            "--config",
            config.toString()));
  }

  private List<String> terminal(Path folder, String name, int index) {
    return java(
        List.of(
            setting.deploy().resolve("demo/target/lib") + "/*",
            "yibao.demo.Main",
            "run",
            "--region",
            setting.region(),
            "--port",
            Integer.toString(setting.port() + index),
            "--data",
            setting.home().resolve(name).toString(),
            "--terminal",
            name,
            "--broker-port",
            Integer.toString(setting.port() + BROKER_BEHIND),
            "--broker-keys",
            folder.toString()));
  }

  private List<String> java(List<String> program) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + setting.deploy().resolve("jvm.options"));
    command.add("-Dyibao.regions=" + setting.regions());
    command.add("-Dyibao.deploy=" + setting.deploy());
    command.add("-cp");
    command.addAll(program);
    return command;
  }

  private void keep(String name, List<String> command, Path log) throws IOException {
    KeptProcess process = KeptProcess.start(name, command, log, out);
    processes.addFirst(process);
    out.println(name + " 进程 " + process.pid() + "，日志 " + log);
    out.flush();
  }
}
