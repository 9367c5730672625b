package yibao.hall.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yibao.accounts.Accounts;
import yibao.accounts.Role;
import yibao.hall.web.HallServer;

/** The program of a hall's monitor. */
@Command(name = "hall", mixinStandardHelpOptions = true, description = "大厅监控：一屏看到每台终端")
public final class Main implements Runnable {
  private static final int USAGE = 2;
  private static final int ENVIRONMENT = 3;

  @Spec private CommandSpec spec;

  /** Runs a command and ends with its exit code: 0 ok, 2 wrong usage, 3 environment. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "请写一个命令：serve 或 account");
  }

  @Command(name = "serve", mixinStandardHelpOptions = true, description = "启动大厅监控，直到被停止")
  int serve(
      @Option(names = "--config", required = true, paramLabel = "文件", description = "监控的配置文件")
          Path config) {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Hall hall = Hall.start(HallConfig.read(config), InstantSource.system());
      spec.commandLine().getOut().println("ready http://127.0.0.1:" + hall.port() + "/");
      spec.commandLine().getOut().flush();
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    hall.close();
                    stopped.countDown();
                  },
                  "shutdown"));
      stopped.await();
      return 0;
    } catch (HallConfig.Unusable e) {
      return say(err, e.getMessage(), USAGE);
    } catch (HallServer.PortTaken e) {
      return say(err, e.getMessage(), ENVIRONMENT);
    } catch (IOException | SQLException e) {
      return say(err, "没有启动成功：" + e.getMessage(), ENVIRONMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Command(name = "account", mixinStandardHelpOptions = true, description = "加一个账号或改它的口令，口令从标准输入读")
  int account(
      @Option(names = "--accounts", required = true, paramLabel = "文件", description = "账号文件")
          Path file,
      @Option(
              names = "--role",
              defaultValue = "staff",
              paramLabel = "角色",
              description = "staff 工作人员、technician 技术人员、supervisor 主管；默认 ${DEFAULT-VALUE}")
          String role,
      @Parameters(paramLabel = "工号") String number) {
    Optional<Role> known = Role.of(role);
    if (known.isEmpty()) {
      return say(spec.commandLine().getErr(), "没有这个角色，请写 staff、technician 或 supervisor", USAGE);
    }
    try {
      String password =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      Accounts.add(file, number, known.get(), password == null ? "" : password);
      return 0;
    } catch (IOException | IllegalArgumentException e) {
      return say(spec.commandLine().getErr(), e.getMessage(), USAGE);
    }
  }

  private static int say(PrintWriter err, String sentence, int code) {
    err.println("kiosk: " + sentence);
    err.flush();
    return code;
  }
}
