package yibao.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Resident memory of the packaged service after one whole visit. */
final class MemoryBench implements Bench {

  private static final long MB = 1_000_000;
  private static final long BUDGET_MB = 220;

  private final WeighedTerminal terminal;

  /**
   * @param folder for data and logs
   */
  MemoryBench(Checkout checkout, String region, Path folder) {
    this.terminal = new WeighedTerminal(checkout, region, folder);
  }

  @Override
  public List<Figure> run() throws IOException, InterruptedException {
    try (ServingProcess _ = terminal.world();
        ServingProcess service = terminal.service()) {
      long idle = service.residentBytes();
      terminal.visit(terminal.people().getFirst());
      long after = service.residentBytes();
      return List.of(
          Figure.alone("memory, after one visit", megabytes(after))
              .beside("at first answer " + megabytes(idle), after / (double) idle)
              .within("≤ " + BUDGET_MB + " MB", after <= BUDGET_MB * MB));
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%d MB", Math.round(bytes / (double) MB));
  }
}
