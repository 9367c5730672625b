package yibao.kiosk.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yibao.kiosk.app.PlatformLine;
import yibao.kiosk.app.TerminalConfig;
import yibao.kiosk.audit.Anchor;
import yibao.kiosk.audit.AuditVerdict;
import yibao.kiosk.audit.AuditVerifier;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.platform.Witness;

/** Looks at the terminal's audit record. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "查看终端的审计记录",
    synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请写明要做什么：verify");
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {"检查审计记录的每一行是否原样、是否在原位，指出第一处不对的文件和行。终端可以正在运行。"},
      exitCodeListHeading = "%n退出码：%n",
      exitCodeList = {"0:记录完好", "1:有行被改动、缺失或移位", "2:用法不对", "3:没有记录，或者读不出来"})
  int verify(
      @Parameters(paramLabel = "目录", description = "记录所在目录：终端数据目录里的 audit") Path directory,
      @Option(names = "--anchor", paramLabel = "序号:摘要", description = "保存在别处的锚点，记录里必须还有它")
          String anchor,
      @Option(
              names = "--config",
              paramLabel = "文件",
              description = "终端的配置文件：向省平台要回每天保存在那里的锚点，记录里必须还有它们")
          Path config,
      @Option(names = "--older-archived", description = "最早的文件已另行归档，从现有的开始")
          boolean olderArchived) {
    List<Anchor> expected = new ArrayList<>();
    if (anchor != null) {
      expected.add(
          Anchor.parse(anchor)
              .orElseThrow(
                  () -> new ParameterException(spec.commandLine(), "锚点是序号、冒号和 64 位十六进制数")));
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isDirectory(directory)) {
      err.println("没有这个目录：" + directory);
      return 3;
    }
    if (config != null) {
      Optional<List<Anchor>> kept = keptByTheProvince(config);
      if (kept.isEmpty()) {
        err.println("省平台没有给出锚点；不加 --config 可以只检查记录本身");
        return 3;
      }
      expected.addAll(kept.get());
      out.println("省平台保存了 " + kept.get().size() + " 个锚点");
    }
    try {
      return switch (new AuditVerifier(expected, olderArchived).verify(directory)) {
        case AuditVerdict.Sound(long entries, long first, Anchor end) -> {
          out.println("完好：" + entries + " 条，从第 " + first + " 条起，末尾 " + end);
          yield 0;
        }
        case AuditVerdict.Broken(String file, long line, AuditVerdict.Breach breach) -> {
          out.println(file + ":" + line + ": " + breach.sentence());
          yield 1;
        }
      };
    } catch (IOException e) {
      err.println("记录读不出来：" + e.getMessage());
      return 3;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static Optional<List<Anchor>> keptByTheProvince(Path config) {
    try (NationalPlatform platform =
        PlatformLine.open(TerminalConfig.read(config), InstantSource.system())) {
      return platform.witness().kept() instanceof Reply.Answered<List<Witness.Point>>(var points)
          ? Optional.of(
              points.stream().map(point -> new Anchor(point.number(), point.hash())).toList())
          : Optional.empty();
    }
  }
}
