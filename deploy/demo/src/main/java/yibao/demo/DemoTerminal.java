package yibao.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import yibao.accounts.Accounts;
import yibao.accounts.Role;
import yibao.kiosk.app.DeviceConfig;
import yibao.kiosk.app.HallNetwork;
import yibao.kiosk.app.TelemetryConfig;
import yibao.kiosk.app.TerminalConfig;

/**
 * Where a terminal of the demonstration stands and what it may write to.
 *
 * @param region id of the region
 * @param port TCP port on loopback; 0 takes any free one
 * @param home the terminal's data; keys and the province's ledger lie beside it, never in it
 * @param regions the regions folder
 * @param deploy the folder with the province profiles
 * @param terminal its number
 * @param telemetry the line to a hall's monitor
 */
public record DemoTerminal(
    String region,
    int port,
    Path home,
    Path regions,
    Path deploy,
    String terminal,
    Optional<TelemetryConfig> telemetry) {

  /** A terminal on its own. */
  public DemoTerminal(String region, int port, Path home, Path regions, Path deploy) {
    this(region, port, home, regions, deploy, "DEMO-01", Optional.empty());
  }

  /** A directory beside the terminal's data, made where there is none. */
  Path beside(String what) throws IOException {
    return Files.createDirectories(home.resolveSibling(home.getFileName() + "-" + what));
  }

  /** Its configuration in the midst of a world. */
  TerminalConfig config(World world) throws IOException {
    return config(world.platform().address(), world.devices());
  }

  /**
   * Its configuration in the midst of a world, with phones of this machine as the hall's network.
   */
  TerminalConfig config(World world, DeviceConfig devices, int hallPort) throws IOException {
    Path keys = beside("keys");
    DemoSeal.in(keys);
    return config(
        world.platform().address(),
        devices,
        Optional.of(
            new HallNetwork(
                "127.0.0.1",
                hallPort,
                URI.create("https://127.0.0.1:" + hallPort + "/"),
                keys.resolve("office.pem"),
                keys.resolve("office.key"))),
        Optional.of(world.queue().address()));
  }

  /** Its configuration with a platform and devices. */
  public TerminalConfig config(URI platform, DeviceConfig devices) throws IOException {
    return config(platform, devices, Optional.empty(), Optional.empty());
  }

  private TerminalConfig config(
      URI platform, DeviceConfig devices, Optional<HallNetwork> network, Optional<URI> queue)
      throws IOException {
    return new TerminalConfig(
        region,
        Optional.empty(),
        "示例医疗保障服务大厅",
        terminal,
        Optional.empty(),
        port,
        home,
        beside("keys"),
        regions,
        new TerminalConfig.PlatformConfig(
            platform,
            deploy.resolve("provinces/sandbox.yaml"),
            "H63010000001",
            "示例服务大厅",
            "02-00-00-00-00-01",
            "127.0.0.1",
            Optional.empty()),
        devices,
        Optional.of(DemoSeal.in(beside("keys"))),
        Optional.of(beside("backup").resolve("journal.db")),
        Optional.empty(),
        network,
        Optional.of(staff()),
        Optional.of(
            new TerminalConfig.CareConfig(
                Optional.of(accounts("technicians", Role.TECHNICIAN, "tech", "demo-technician")),
                Optional.of("08:30"),
                Optional.of("演示台"),
                Optional.empty())),
        Optional.empty(),
        telemetry,
        Optional.empty(),
        queue.map(TerminalConfig.QueueConfig::new));
  }

  /** Somebody of the staff, and a supervisor who checks what they have put right. */
  private Path staff() throws IOException {
    Path accounts = accounts("staff", Role.STAFF, "demo", "demo-staff");
    if (!Accounts.read(accounts).knows("chief")) {
      Accounts.add(accounts, "chief", Role.SUPERVISOR, "demo-supervisor");
    }
    return accounts;
  }

  /** A file with one account to look around with. */
  private Path accounts(String name, Role role, String number, String password) throws IOException {
    Path accounts = beside("keys").resolve(name);
    if (Files.notExists(accounts)) {
      Accounts.add(accounts, number, role, password);
    }
    return accounts;
  }
}
