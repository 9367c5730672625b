package yibao.kiosk.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import yibao.kiosk.app.Provisioning;
import yibao.kiosk.app.SetupAnswers;
import yibao.kiosk.app.StartUp;
import yibao.kiosk.app.SystemTimekeeper;
import yibao.kiosk.app.TerminalConfig;
import yibao.kiosk.web.SetupDesk;

/** {@code provision}: sets the terminal up without its screen, as often as one likes. */
@Command(
    name = "provision",
    mixinStandardHelpOptions = true,
    description = "不用屏幕做首次设置：按答案文件放好配置，做完每一项检查，写出验收报告。可以重复执行。",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:验收合格，或者配置可以用", "1:有检查没有通过", "2:用法、答案或配置不对", "3:环境缺少条件"})
public final class ProvisionCommand implements Callable<Integer> {
  private static final Path INSTALLED = Path.of("/etc/yibao-kiosk/terminal.yaml");
  private static final int OPEN = 1;

  @Spec private CommandSpec spec;

  @Option(names = "--file", paramLabel = "答案", description = "答案文件，见 answers.example.yaml")
  private Optional<Path> file;

  @Option(names = "--check", paramLabel = "配置", description = "只看一份配置能不能用，什么也不做")
  private Optional<Path> check;

  @Option(
      names = "--config",
      paramLabel = "文件",
      description = "配置放在哪里；不写时 /etc/yibao-kiosk/terminal.yaml")
  private Optional<Path> config;

  @Option(names = "--report", paramLabel = "PDF", description = "验收报告写到哪里")
  private Optional<Path> report;

  @Override
  public Integer call() {
    if (file.isPresent() == check.isPresent()) {
      throw new ParameterException(spec.commandLine(), "请写 --file 或者 --check 其中一个");
    }
    AtomicInteger code = new AtomicInteger(StartUp.OK);
    int fault =
        StartUp.guarded(
            spec.commandLine().getErr(),
            () -> {
              if (check.isPresent()) {
                TerminalConfig.read(check.get());
              } else {
                code.set(provision(SetupAnswers.read(file.get())));
              }
            });
    return fault == StartUp.OK ? code.get() : fault;
  }

  private int provision(SetupAnswers answers) throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Path place = config.orElse(INSTALLED);
    try (SystemTimekeeper time = new SystemTimekeeper()) {
      Provisioning.Outcome outcome = new Provisioning(answers, time).run(place);
      out.println(outcome.written() ? "已写入 " + place : place + " 没有变化");
      outcome.steps().forEach(step -> tell(out, step));
      if (report.isPresent()) {
        Files.write(report.get(), outcome.report());
      }
      out.println();
      out.println(outcome.open().isEmpty() ? "验收合格。" : "还有 " + outcome.open().size() + " 项没有通过。");
      out.flush();
      return outcome.open().isEmpty() ? StartUp.OK : OPEN;
    }
  }

  private static void tell(PrintWriter out, SetupDesk.Step step) {
    out.println();
    out.println(step.title());
    for (SetupDesk.Check check : step.checks()) {
      String verdict = check.result().map(SetupDesk.Result::verdict).orElse("没有做");
      String said = check.result().map(SetupDesk.Result::said).orElse("");
      out.println("  [" + verdict + "] " + check.label() + (said.isEmpty() ? "" : "：" + said));
    }
  }
}
