package yibao.demo.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yibao.kiosk.packs.LoadResult;
import yibao.kiosk.packs.RegionPacks;
import yibao.sandbox.people.People;
import yibao.sandbox.people.SandboxPerson;

/**
 * Resident memory of the packaged service after one whole visit: card, form, signature, filing,
 * receipt. Devices and platform run in another process, so that only the service is weighed.
 */
final class MemoryBench implements Bench {

  private static final long MB = 1_000_000;
  private static final long BUDGET_MB = 220;

  /** What the form of this bench's filing is called in every region's pack. */
  private static final String FILING = "relocation-resident";

  /** National codes: 职工基本医疗保险, 正常参保. */
  private static final String EMPLOYEE = "310";

  private static final String PAID = "1";

  private final Checkout checkout;
  private final String region;
  private final Path folder;

  /**
   * @param folder for data and logs
   */
  MemoryBench(Checkout checkout, String region, Path folder) {
    this.checkout = checkout;
    this.region = region;
    this.folder = folder;
  }

  @Override
  public List<Figure> run() throws IOException, InterruptedException {
    Path config = folder.resolve("terminal.yaml");
    int port = Checkout.freePort();
    int simPort = Checkout.freePort();
    try (ServingProcess _ = world(config, port, simPort);
        ServingProcess service = service(config, port)) {
      long idle = service.residentBytes();
      new Visit(address(port), address(simPort), employee()).carryOut(item());
      long after = service.residentBytes();
      return List.of(
          Figure.alone("memory, after one visit", megabytes(after))
              .beside("at first answer " + megabytes(idle), after / (double) idle)
              .within("≤ " + BUDGET_MB + " MB", after <= BUDGET_MB * MB));
    }
  }

  private ServingProcess world(Path config, int port, int simPort)
      throws IOException, InterruptedException {
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
                config.toString(),
                "--port",
                Integer.toString(port),
                "--sim-port",
                Integer.toString(simPort))),
        simPort,
        "/sim/people",
        folder.resolve("world.log"));
  }

  private ServingProcess service(Path config, int port) throws IOException, InterruptedException {
    return ServingProcess.start(
        checkout.java(
            List.of(),
            List.of(
                checkout.terminalLibrary() + "/*",
                "yibao.kiosk.app.Main",
                "serve",
                "--config",
                config.toString())),
        port,
        "/api/health",
        folder.resolve("service.log"));
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

  private String employee() throws IOException {
    return People.embedded().all().stream()
        .filter(person -> person.region().equals(region) && worksHere(person))
        .findFirst()
        .orElseThrow(() -> new IOException("nobody in the region is insured as an employee"))
        .id();
  }

  private static boolean worksHere(SandboxPerson person) {
    return person.platform().stream()
        .flatMap(known -> known.insurances().stream())
        .anyMatch(
            insurance -> insurance.kind().equals(EMPLOYEE) && insurance.status().equals(PAID));
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%d MB", Math.round(bytes / (double) MB));
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port + "/");
  }
}
