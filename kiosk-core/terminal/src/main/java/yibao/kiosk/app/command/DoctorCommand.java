package yibao.kiosk.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import yibao.kiosk.app.ConfigInUse;
import yibao.kiosk.app.Doctor;
import yibao.kiosk.app.StartUp;
import yibao.kiosk.app.SystemTimekeeper;
import yibao.kiosk.app.TerminalConfig;
import yibao.kiosk.app.WhatAnswersWhere;
import yibao.kiosk.app.doctor.Finding;
import yibao.kiosk.hardware.Inventory;

/** {@code doctor}: what is wrong with this terminal and what to do about it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "检查设备、平台、磁盘、时钟、证书和地区包，说明问题和办法；只看不改。终端正在运行时向它询问设备。",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:没有问题", "1:发现问题", "2:用法不对", "3:环境缺少条件"})
public final class DoctorCommand implements Callable<Integer> {
  private static final Path INSTALLED = Path.of("/etc/yibao-kiosk/terminal.yaml");
  private static final int FAULTS = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "文件",
      description = "终端的配置文件；不写时用 /etc/yibao-kiosk/terminal.yaml")
  private Optional<Path> config;

  @Option(names = "--identify", description = "另外向每个空闲的串口逐种询问，说出哪个口上接着什么、配置怎样写；没有设备的口约需半分钟")
  private boolean identify;

  @Override
  public Integer call() throws InterruptedException {
    List<Finding> findings = findings();
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(finding -> out.println(finding.text()));
    out.println();
    out.println("这台机器上接着：");
    Inventory.take()
        .forEach(
            group ->
                out.println(
                    "  "
                        + group.kind()
                        + "："
                        + (group.entries().isEmpty() ? "没有" : String.join("，", group.entries()))));
    if (identify) {
      out.println();
      out.println("各串口上应答的：");
      new WhatAnswersWhere(configured()).lines().forEach(line -> out.println("  " + line));
    }
    long faults = findings.stream().filter(f -> f.verdict() == Finding.Verdict.FAULT).count();
    out.println();
    out.println(faults == 0 ? "没有发现问题。" : "发现 " + faults + " 个问题。");
    out.flush();
    return faults == 0 ? StartUp.OK : FAULTS;
  }

  private Optional<TerminalConfig> configured() {
    try {
      return Optional.of(TerminalConfig.read(config.orElse(INSTALLED)));
    } catch (TerminalConfig.Unusable e) {
      // Said among the findings; ports can be asked without it.
      return Optional.empty();
    }
  }

  private List<Finding> findings() throws InterruptedException {
    Path file = config.orElse(INSTALLED);
    try (SystemTimekeeper time = new SystemTimekeeper()) {
      Doctor doctor = new Doctor(time);
      if (config.isEmpty() && !Files.exists(file)) {
        List<Finding> some = new ArrayList<>(doctor.examine());
        some.add(
            Finding.fault("配置", "没有 " + file, "用 --config 指明配置文件，或照 terminal.example.yaml 写一份。"));
        return some;
      }
      try {
        ConfigInUse inUse = ConfigInUse.read(file);
        List<Finding> all = new ArrayList<>(inUse.findings());
        all.addAll(doctor.examine(inUse.config()));
        return all;
      } catch (TerminalConfig.Unusable e) {
        return e.getMessage()
            .lines()
            .map(fault -> Finding.fault("配置", fault, "改正这一处，再运行一次 doctor。"))
            .toList();
      }
    }
  }
}
