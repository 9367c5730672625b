package yibao.demo.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the crash test and prints its table. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    description = {
      "Kills real terminal processes at random while the platform is slow, down, drops replies or",
      "answers garbage, then compares the terminal's journal with the platform's ledger."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing lost, nothing doubled, the books agree",
      "1:they do not; the files are kept",
      "2:wrong usage",
      "3:the test could not run"
    })
public final class ChaosCommand implements Callable<Integer> {
  private static final int DOTS = 50;

  @Spec private CommandSpec spec;

  @Option(
      names = "--kills",
      defaultValue = "1000",
      description = "How many processes to kill (default ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--seed",
      defaultValue = "20260302",
      description = "Decides moods, moments and filings (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "An empty directory to work in; by default a temporary one.")
  private Path directory;

  /** Runs the command by itself. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new ChaosCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    boolean ours = directory == null;
    Path work = ours ? Files.createTempDirectory("yibao-chaos") : directory;
    Path profile =
        Path.of(System.getProperty("yibao.deploy", "deploy")).resolve("provinces/sandbox.yaml");
    if (!Files.isRegularFile(profile)) {
      err.println(profile + " is not there; run this from the checkout");
      return 3;
    }
    AtomicInteger rounds = new AtomicInteger();
    try {
      out.printf("seed %d, %d kills, in %s%n", seed, kills, work);
      Chaos.Report report =
          new Chaos(work, profile, seed)
              .run(
                  kills,
                  () -> {
                    if (rounds.incrementAndGet() % DOTS == 0) {
                      out.printf("  %d killed%n", rounds.get());
                      out.flush();
                    }
                  });
      print(out, report);
      if (report.books().agree() && ours) {
        delete(work);
      }
      return report.books().agree() ? 0 : 1;
    } catch (TimeoutException e) {
      err.println(e.getMessage() + "; the files are in " + work);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 3;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static void print(PrintWriter out, Chaos.Report report) {
    Books books = report.books();
    row(out, "processes killed", report.kills());
    row(out, "  while starting", report.killedBeforeReady());
    report.moods().forEach((mood, rounds) -> row(out, "  platform " + mood.word(), rounds));
    row(out, "提交 pressed", report.told().tried());
    row(out, "citizens told anything", report.told().answered().size());
    report.told().outcomes().forEach((outcome, count) -> row(out, "  " + outcome, count));
    row(out, "filings in the journal", books.journal());
    row(out, "filings in the ledger", books.ledger());
    bad(out, "lost", books.lost());
    bad(out, "doubled", books.doubled());
    bad(out, "differing", books.differing());
    bad(out, "without an answer", books.unanswered());
  }

  private static void row(PrintWriter out, String name, int count) {
    out.printf("%-28s %8d%n", name, count);
  }

  private static void bad(PrintWriter out, String name, List<String> keys) {
    row(out, name, keys.size());
    keys.stream().limit(5).forEach(key -> out.println("    " + key));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
