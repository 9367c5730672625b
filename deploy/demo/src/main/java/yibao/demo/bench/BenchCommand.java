package yibao.demo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yibao.demo.CheckoutFolders;

/**
 * {@code bench}: runs the benchmarks and prints one table; a budget missed is a figure, no fault.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "运行性能测试，打印一张表：数值、对照、比值、预算、是否达到",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:测试都跑完了，不论是否达到预算", "1:有测试没有跑成", "2:用法不对，如没有这个测试"})
public final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "名称",
      description = "start、memory、id-read、devices、bundle、screens、paper、submit、hall 或 qr；不写则全部运行")
  private Optional<String> name;

  @Option(
      names = "--region",
      paramLabel = "地区",
      defaultValue = "qinghai",
      description = "终端所在地区，默认 ${DEFAULT-VALUE}")
  private String region;

  @Option(
      names = "--database",
      paramLabel = "地址",
      description = "hall：监控服务的记录放在这个空的 PostgreSQL 库里，jdbc:postgresql://主机/库名；不写放在文件里")
  private Optional<String> database;

  @Option(
      names = "--database-user",
      paramLabel = "用户",
      defaultValue = "postgres",
      description = "hall：库的用户，不用密码连得上，默认 ${DEFAULT-VALUE}")
  private String databaseUser;

  @Option(
      names = "--terminals",
      paramLabel = "台数",
      defaultValue = "1000",
      description = "hall：连着多少台终端，默认 ${DEFAULT-VALUE}")
  private int terminals;

  @Mixin private CheckoutFolders folders;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("yibao-bench");
    try {
      return run(chosen(benches(folder)));
    } finally {
      delete(folder);
    }
  }

  private Map<String, Bench> benches(Path folder) throws IOException {
    Checkout checkout = new Checkout(folders.deploy(), folders.regions());
    Map<String, Bench> benches = new LinkedHashMap<>();
    benches.put("start", new StartBench(checkout, region, room(folder, "start")));
    benches.put("memory", new MemoryBench(checkout, region, room(folder, "memory")));
    benches.put("id-read", new IdReadBench());
    benches.put("devices", new DeviceBench(folders.deploy().resolve("demo/bench/receipt")));
    benches.put("bundle", new BundleBench(checkout));
    benches.put("screens", new ScreensBench(checkout));
    benches.put("paper", new PaperBench());
    benches.put("submit", new SubmitBench(room(folder, "submit")));
    benches.put(
        "hall",
        new HallBench(
            List.of(
                new HallLatency(
                    checkout,
                    room(folder, "hall-latency"),
                    terminals,
                    database.map(url -> new HallUnderTest.Server(url, databaseUser))),
                new TelemetryCost(checkout, region, room(folder, "telemetry")),
                new HallWeek(checkout, room(folder, "hall-week")))));
    benches.put("qr", new QrBench(details(), folders.deploy().resolve("demo/bench/qr")));
    return benches;
  }

  private static Path room(Path folder, String bench) throws IOException {
    return Files.createDirectory(folder.resolve(bench));
  }

  /** What a bench says beyond its figures goes beside the table, not into it. */
  private static PrintStream details() {
    return System.err;
  }

  private Map<String, Bench> chosen(Map<String, Bench> benches) {
    if (name.isEmpty()) {
      return benches;
    }
    return Optional.ofNullable(benches.get(name.get()))
        .map(bench -> Map.of(name.get(), bench))
        .orElseThrow(
            () ->
                new CommandLine.ParameterException(
                    spec.commandLine(),
                    "没有性能测试“" + name.get() + "”，现有：" + String.join("、", benches.keySet())));
  }

  private int run(Map<String, Bench> benches) {
    PrintWriter err = spec.commandLine().getErr();
    List<Figure> figures = new ArrayList<>();
    int faults = 0;
    for (Map.Entry<String, Bench> bench : benches.entrySet()) {
      try {
        figures.addAll(bench.getValue().run());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 1;
      } catch (Exception e) {
        faults++;
        figures.add(Figure.alone(bench.getKey(), "could not run"));
        err.println("kiosk: 性能测试“" + bench.getKey() + "”没有跑成：" + e.getMessage());
        err.flush();
      }
    }
    FigureTable.print(spec.commandLine().getOut(), figures);
    return faults == 0 ? 0 : 1;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
