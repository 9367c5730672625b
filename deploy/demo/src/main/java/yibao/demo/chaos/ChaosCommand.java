package yibao.demo.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
    subcommands = DeviceChaosCommand.class,
    description = {"在平台缓慢、中断、丢失应答或胡乱应答时，随机杀死真实的终端进程，", "最后核对终端的日志和平台的台账。"},
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:没有丢失，没有重复，两本账一致", "1:不一致；文件保留", "2:用法不对", "3:测试没有跑起来"})
public final class ChaosCommand implements Callable<Integer> {
  private static final int DOTS = 50;

  @Spec private CommandSpec spec;

  @Option(names = "--kills", defaultValue = "1000", description = "杀死多少个进程，默认 ${DEFAULT-VALUE}")
  private int kills;

  @Option(
      names = "--seed",
      defaultValue = "20260302",
      description = "随机种子，决定平台状态、时机和办件，默认 ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--visits", description = "起完整的终端程序，在群众办事的途中杀死它；每次要几秒，次数请设少些")
  private boolean visits;

  @Option(names = "--data", paramLabel = "目录", description = "工作目录，须为空；默认用临时目录")
  private Path directory;

  /** Runs the command by itself. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new ChaosCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException, SQLException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    boolean ours = directory == null;
    Path work = ours ? Files.createTempDirectory("yibao-chaos") : directory;
    Path deploy = Path.of(System.getProperty("yibao.deploy", "deploy")).toAbsolutePath();
    Path profile = deploy.resolve("provinces/sandbox.yaml");
    if (!Files.isRegularFile(profile)) {
      err.println("没有找到 " + profile);
      return 3;
    }
    AtomicInteger rounds = new AtomicInteger();
    try {
      out.printf("种子 %d，%d 次，目录 %s%n", seed, kills, work);
      Runnable count =
          () -> {
            if (rounds.incrementAndGet() % DOTS == 0) {
              out.printf("  已杀 %d%n", rounds.get());
              out.flush();
            }
          };
      Chaos.Report report =
          visits
              ? new VisitChaos(work.toAbsolutePath(), deploy, seed).run(kills, count)
              : new Chaos(work, profile, seed).run(kills, count);
      print(out, report);
      if (report.books().agree() && ours) {
        delete(work);
      }
      return report.books().agree() ? 0 : 1;
    } catch (TimeoutException e) {
      err.println("剩下的办件没有办完，文件在 " + work);
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
    row(out, "杀死的进程", report.kills());
    row(out, "  启动途中", report.killedBeforeReady());
    report.moods().forEach((mood, rounds) -> row(out, "  平台 " + mood.word(), rounds));
    row(out, "按下提交", report.told().tried());
    row(
        out,
        "群众得到答复",
        report.told().outcomes().values().stream().mapToInt(Integer::intValue).sum());
    report.told().outcomes().forEach((outcome, count) -> row(out, "  " + outcome, count));
    row(out, "终端日志里的办件", books.journal());
    row(out, "平台台账里的办件", books.ledger());
    row(out, "  附件", books.scans());
    bad(out, "丢失", books.lost());
    bad(out, "重复", books.doubled());
    bad(out, "不一致", books.differing());
    bad(out, "没有结果", books.unanswered());
  }

  private static void row(PrintWriter out, String name, int count) {
    // A Chinese character is as wide as two others.
    int width = name.codePoints().map(c -> c > 0x2e80 ? 2 : 1).sum();
    out.printf("%s%s %8d%n", name, " ".repeat(Math.max(0, 28 - width)), count);
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
