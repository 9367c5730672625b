package yibao.demo.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chaos devices}: the cable falls out at every byte. */
@Command(
    name = "devices",
    mixinStandardHelpOptions = true,
    description = "在读卡和打印的每一个字节处拔线，再插上，看设备能否自己恢复；每处约一两秒",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:处处都能恢复", "1:有的不能", "2:用法不对"})
final class DeviceChaosCommand implements Callable<Integer> {
  private static final int DOTS = 50;

  @Spec private CommandSpec spec;

  @Option(names = "--step", defaultValue = "1", description = "每隔几个字节试一处，默认 ${DEFAULT-VALUE}")
  private int step;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("yibao-device-chaos");
    try {
      DeviceChaos chaos = new DeviceChaos(folder, Math.max(1, step));
      boolean cards = print("读身份证", chaos.readCards(this::count));
      boolean receipts = print("打印凭条", chaos.printReceipts(this::count));
      return cards && receipts ? 0 : 1;
    } finally {
      Files.deleteIfExists(folder);
    }
  }

  private void count(int tried) {
    if (tried % DOTS == 0) {
      spec.commandLine().getOut().println("  已试 " + tried);
      spec.commandLine().getOut().flush();
    }
  }

  private boolean print(String what, DeviceChaos.Report report) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s：拔线 %d 处，恢复 %d 处%n", what, report.tried(), report.tried() - report.failed().size());
    if (!report.failed().isEmpty()) {
      out.println("  没有恢复的字节：" + report.failed());
    }
    out.flush();
    return report.failed().isEmpty();
  }
}
