package yibao.demo.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import yibao.demo.VirtualReader;
import yibao.devices.scan.ScanProtocol;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.simulators.scan.ScanEngineSimulator.Maker;

/** {@code chaos devices}: the link is cut at every byte of every device's exchange. */
@Command(
    name = "devices",
    mixinStandardHelpOptions = true,
    description = "在每种设备一次对话的每一个字节处断线，再接上，看能否自己恢复。写 --minutes 则改为在读卡时随机拔插串口",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:处处都能恢复", "1:有的不能", "2:用法不对"})
final class DeviceChaosCommand implements Callable<Integer> {
  private static final int DOTS = 100;

  /** Held so that it keeps its level. */
  private static final Logger CHANGES = Logger.getLogger(DeviceBoard.class.getName());

  @Spec private CommandSpec spec;

  @Option(names = "--step", defaultValue = "1", description = "每隔几个字节试一处，默认 ${DEFAULT-VALUE}")
  private int step;

  @Option(
      names = "--at-once",
      defaultValue = "12",
      description = "同时试几处，默认 ${DEFAULT-VALUE}；虚拟读卡器只有一个，社会保障卡总是一处一处试")
  private int atOnce;

  @Option(names = "--only", paramLabel = "名称", description = "只试名称里有这几个字的，如 打印、PC/SC")
  private Optional<String> only;

  @Option(names = "--minutes", paramLabel = "分钟", description = "这么久，一边读身份证一边随机拔插")
  private Optional<Double> minutes;

  @Option(names = "--seed", defaultValue = "1", description = "随机数种子，默认 ${DEFAULT-VALUE}")
  private long seed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("yibao-device-chaos");
    // Ten thousand changes of state are no news here.
    CHANGES.setLevel(Level.WARNING);
    try {
      Plugs plugs = new Plugs(folder);
      return minutes.isPresent() ? soak(plugs, minutes.get()) : cut(plugs, folder);
    } finally {
      delete(folder);
    }
  }

  private int soak(Plugs plugs, double length) throws IOException, InterruptedException {
    PlugSoak.Report report =
        new PlugSoak(plugs, seed).run(Duration.ofMillis(Math.round(length * 60_000)));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "拔插 %d 次，放卡 %d 张：没读出 %d，读错 %d；接上到恢复最慢 %.2f 秒；多出线程 %d，文件 %d%n",
        report.pulls(),
        report.cards(),
        report.unread(),
        report.wrong(),
        report.slowest().toMillis() / 1000.0,
        report.threads(),
        report.descriptors());
    out.flush();
    return report.good() ? 0 : 1;
  }

  private int cut(Plugs plugs, Path folder) throws IOException, InterruptedException {
    try (VirtualReader reader = new VirtualReader(folder.resolve("pcsc"))) {
      List<LinkTrial> trials = new ArrayList<>(trials(plugs, reader));
      if (trials.stream().anyMatch(SocialSecurityTrial.class::isInstance) && !reader.started()) {
        trials.removeIf(SocialSecurityTrial.class::isInstance);
        spec.commandLine().getOut().println("没有 pcscd 和虚拟读卡器（vpcd），不试社会保障卡");
      }
      return all(trials) ? 0 : 1;
    }
  }

  /** Those of which there can be only one at a time take their time beside the others. */
  private boolean all(List<LinkTrial> trials) throws IOException, InterruptedException {
    try (ExecutorService lanes =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      List<Future<Boolean>> done =
          trials.stream().collect(Collectors.partitioningBy(LinkTrial::side)).values().stream()
              .map(lane -> lanes.submit(() -> inTurn(lane)))
              .toList();
      boolean good = true;
      for (Future<Boolean> lane : done) {
        good &= lane.get();
      }
      return good;
    } catch (ExecutionException e) {
      throw new IOException("a device could not be tried", e);
    }
  }

  private boolean inTurn(List<LinkTrial> lane) throws IOException, InterruptedException {
    boolean good = true;
    for (LinkTrial trial : lane) {
      good &= cut(trial);
    }
    return good;
  }

  private List<LinkTrial> trials(Plugs plugs, VirtualReader reader) {
    return Stream.of(
            new IdCardTrial(plugs),
            new SocialSecurityTrial(reader),
            new ScanTrial(plugs, ScanProtocol.NEWLAND, Maker.NEWLAND),
            new ScanTrial(plugs, ScanProtocol.SSI, Maker.SSI),
            new ScanTrial(plugs, ScanProtocol.GM65, Maker.GM65),
            new ScanTrial(plugs, ScanProtocol.HONEYWELL, Maker.HONEYWELL),
            ReceiptTrial.serial(plugs),
            ReceiptTrial.network(),
            new DocumentTrial(),
            new CertifiedTrial())
        .filter(trial -> only.map(trial.label()::contains).orElse(true))
        .toList();
  }

  private boolean cut(LinkTrial trial) throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    long start = System.nanoTime();
    EveryByte.Report report =
        new EveryByte(Math.max(1, step), Math.max(1, atOnce))
            .run(trial, (at, outcome, tried) -> progress(trial, at, outcome, tried, out));
    out.printf(
        "%s：一次对话 %d 字节，断线 %d 处，恢复 %d 处，用时 %d 秒%n",
        trial.label(),
        report.bytes(),
        report.tried(),
        report.tried() - report.failed().size(),
        Duration.ofNanos(System.nanoTime() - start).toSeconds());
    if (!report.failed().isEmpty()) {
      out.println("  没有恢复的字节：" + report.failed());
    }
    out.flush();
    return report.failed().isEmpty();
  }

  private static void progress(
      LinkTrial trial, int at, LinkTrial.Outcome outcome, int tried, PrintWriter out) {
    if (outcome == LinkTrial.Outcome.FAILED) {
      out.printf("  %s：在第 %d 字节处断线后没有恢复%n", trial.label(), at);
      out.flush();
    }
    if (tried % DOTS == 0) {
      out.printf("  %s：已试 %d%n", trial.label(), tried);
      out.flush();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
