package yibao.demo.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.packs.LoadResult;
import yibao.kiosk.packs.RegionPacks;
import yibao.sandbox.people.People;
import yibao.sandbox.people.SandboxPerson;

/**
 * The packaged service with devices and platform in another process, so that only the service is
 * weighed, and whole visits to it: card, form, signature, filing, receipt.
 */
final class WeighedTerminal {

  /** What the form of this bench's filing is called in every region's pack. */
  private static final String FILING = "relocation-resident";

  /** National codes: 职工基本医疗保险, 正常参保. */
  private static final String EMPLOYEE = "310";

  private static final String PAID = "1";

  private final Checkout checkout;
  private final String region;
  private final Path folder;
  private final int port = Checkout.freePort();
  private final int simPort = Checkout.freePort();

  /**
   * @param folder for data and logs
   */
  WeighedTerminal(Checkout checkout, String region, Path folder) {
    this.checkout = checkout;
    this.region = region;
    this.folder = folder;
  }

  /** The service's configuration, which the world writes. */
  Path config() {
    return folder.resolve("terminal.yaml");
  }

  /** Starts devices and platform. */
  ServingProcess world() throws IOException, InterruptedException {
    return ServingProcess.start(
        checkout.java(
            List.of(),
            List.of(
                checkout.demoLibrary() + "/*",
                "yibao.demo.Main",
                "world",
                "--region",
                region,
                "--data",
                folder.resolve("data").toString(),
                "--config-out",
                config().toString(),
                "--port",
                Integer.toString(port),
                "--sim-port",
                Integer.toString(simPort))),
        simPort,
        "/sim/people",
        folder.resolve("world.log"));
  }

  /** Starts the service in the midst of that world. */
  ServingProcess service() throws IOException, InterruptedException {
    return ServingProcess.start(
        checkout.java(
            List.of(),
            List.of(
                checkout.terminalLibrary() + "/*",
                "yibao.kiosk.app.Main",
                "serve",
                "--config",
                config().toString())),
        port,
        "/api/health",
        folder.resolve("service.log"));
  }

  /** Those who may file it, one after the other. */
  List<String> people() throws IOException {
    List<String> employees =
        People.embedded().all().stream()
            .filter(person -> person.region().equals(region) && files(person))
            .map(SandboxPerson::id)
            .toList();
    if (employees.isEmpty()) {
      throw new IOException("nobody in the region is insured as an employee");
    }
    return employees;
  }

  /** One whole visit; the platform takes the filing from each person once. */
  void visit(String person) throws IOException, InterruptedException {
    new Visit(address(port), address(simPort), person).carryOut(item());
  }

  private int item() throws IOException {
    return switch (new RegionPacks(checkout.regions()).load(region)) {
      case LoadResult.Loaded loaded ->
          loaded.regions().getFirst().items().stream()
              .filter(item -> item.reading().link().equals(Optional.of(FILING)))
              .findFirst()
              .orElseThrow(() -> new IOException("the region has no item for " + FILING))
              .seq();
      case LoadResult.Refused refused -> throw new IOException(refused.faults().toString());
    };
  }

  private static boolean files(SandboxPerson person) {
    return person.platform().stream()
        .filter(known -> known.filings().isEmpty())
        .flatMap(known -> known.insurances().stream())
        .anyMatch(
            insurance -> insurance.kind().equals(EMPLOYEE) && insurance.status().equals(PAID));
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port + "/");
  }
}
