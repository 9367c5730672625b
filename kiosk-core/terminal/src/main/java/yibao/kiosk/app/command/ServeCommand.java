package yibao.kiosk.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import yibao.kiosk.app.ConfigInUse;
import yibao.kiosk.app.SignedConfig;
import yibao.kiosk.app.StartUp;
import yibao.kiosk.app.SystemTimekeeper;
import yibao.kiosk.app.Terminal;
import yibao.kiosk.app.systemd.ServiceManager;
import yibao.kiosk.app.systemd.Watchdog;

/** {@code serve}: the terminal service, until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "启动终端服务",
    exitCodeListHeading = "退出码：%n",
    exitCodeList = {"0:正常停止", "2:配置不对", "3:环境缺少条件（端口被占用、目录不可写）"})
public final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--config", required = true, paramLabel = "文件", description = "终端的配置文件")
  private Path config;

  @Override
  public Integer call() {
    return StartUp.guarded(
        spec.commandLine().getErr(),
        () -> {
          SystemTimekeeper time = new SystemTimekeeper();
          ServiceManager manager = ServiceManager.of(System.getenv());
          Optional<Runnable> restart =
              System.getenv("NOTIFY_SOCKET") == null
                  ? Optional.empty()
                  : Optional.of(() -> System.exit(0));
          SignedConfig.require(config);
          ConfigInUse inUse = ConfigInUse.start(config);
          Terminal terminal = Terminal.start(inUse, time, List.of(), restart);
          spec.commandLine().getOut().println("ready http://127.0.0.1:" + terminal.port() + "/");
          spec.commandLine().getOut().flush();
          tellPort(terminal.port());
          Watchdog watchdog = new Watchdog(manager, time, terminal::look);
          manager.ready();
          inUse.served();
          watchdog.start();
          CountDownLatch stopped = new CountDownLatch(1);
          Runtime.getRuntime()
              .addShutdownHook(
                  new Thread(
                      () -> {
                        manager.stopping();
                        watchdog.close();
                        terminal.close();
                        time.close();
                        stopped.countDown();
                      },
                      "shutdown"));
          stopped.await();
        });
  }

  /** The screen's session and the updater may not read the configuration. */
  private static void tellPort(int port) throws IOException {
    String folder = System.getenv("RUNTIME_DIRECTORY");
    if (folder != null) {
      Path file = Path.of(folder, "port");
      Files.writeString(file, port + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }
}
