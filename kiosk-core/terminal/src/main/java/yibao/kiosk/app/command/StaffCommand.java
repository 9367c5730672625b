package yibao.kiosk.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yibao.kiosk.app.StaffAccounts;

/** Keeps the accounts of the hall's staff on this terminal. */
@Command(
    name = "staff",
    mixinStandardHelpOptions = true,
    description = "管理本终端的工作人员账号",
    synopsisSubcommandLabel = "COMMAND")
public final class StaffCommand implements Runnable {
  private static final int SHORTEST = 8;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请写明要做什么：add");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "加一个账号，或换掉它的口令；口令从标准输入读一行，至少八个字符",
      exitCodeListHeading = "%n退出码：%n",
      exitCodeList = {"0:已写入，重启终端后生效", "2:用法不对", "3:文件写不了"})
  int add(
      @Option(names = "--accounts", required = true, paramLabel = "文件", description = "账号文件")
          Path file,
      @Parameters(paramLabel = "工号", description = "一到二十个字母或数字") String number)
      throws IOException {
    if (!number.matches("[0-9A-Za-z]{1,20}")) {
      throw new ParameterException(spec.commandLine(), "工号是一到二十个字母或数字");
    }
    String password =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    if (password == null || password.length() < SHORTEST) {
      throw new ParameterException(spec.commandLine(), "口令至少八个字符");
    }
    try {
      StaffAccounts.add(file, number, password.toCharArray());
    } catch (IOException e) {
      spec.commandLine().getErr().println("kiosk: " + e.getMessage());
      return 3;
    }
    spec.commandLine().getOut().println("已写入 " + file + "，重启终端后生效");
    return 0;
  }
}
