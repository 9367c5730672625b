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
import yibao.accounts.Accounts;
import yibao.accounts.Role;

/** Keeps the accounts of the hall's staff on this terminal. */
@Command(
    name = "staff",
    mixinStandardHelpOptions = true,
    description = "管理本终端的工作人员账号",
    synopsisSubcommandLabel = "COMMAND")
public final class StaffCommand implements Runnable {
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
      @Option(
              names = "--role",
              required = true,
              paramLabel = "角色",
              description = "staff 工作人员、technician 技术人员、supervisor 主管")
          String role,
      @Parameters(paramLabel = "工号", description = "一到二十个字母或数字") String number)
      throws IOException {
    Role granted =
        Role.of(role)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "--role 是 staff、technician 或 supervisor"));
    String password =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    if (password == null) {
      throw new ParameterException(spec.commandLine(), "请从标准输入给一行口令");
    }
    try {
      Accounts.add(file, number, granted, password);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    } catch (IOException e) {
      spec.commandLine().getErr().println("kiosk: " + e.getMessage());
      return 3;
    }
    spec.commandLine().getOut().println("已写入 " + file + "，重启终端后生效");
    return 0;
  }
}
