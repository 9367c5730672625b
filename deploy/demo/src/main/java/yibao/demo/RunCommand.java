package yibao.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import yibao.demo.hall.HallRun;
import yibao.demo.hall.Mosquitto;
import yibao.kiosk.app.ConfigInUse;
import yibao.kiosk.app.DeviceConfig;
import yibao.kiosk.app.StartUp;
import yibao.kiosk.app.TelemetryConfig;
import yibao.kiosk.app.Terminal;

/**
 * {@code run}: a terminal with simulated devices and the embedded platform, until it is told to
 * stop.
 */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "启动带模拟设备和内置平台的终端",
    exitCodeListHeading = "退出码：%n",
    exitCodeList = {"0:正常停止", "2:用法不对，如没有这个地区", "3:环境缺少条件（端口被占用、目录不可写）"})
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--region",
      paramLabel = "地区",
      defaultValue = "qinghai",
      description = "默认 ${DEFAULT-VALUE}")
  private String region;

  @Option(
      names = "--port",
      paramLabel = "端口",
      defaultValue = "8080",
      description = "默认 ${DEFAULT-VALUE}；0 表示任意空闲端口")
  private int port;

  @Option(
      names = "--hall-port",
      paramLabel = "端口",
      description = "再开一个大厅网的监听（TLS，证书自签），供手机取件和文书验真；默认不开")
  private Optional<Integer> hallPort;

  @Option(
      names = "--codes",
      paramLabel = "方式",
      defaultValue = "engine",
      description = "二维码由谁来读：engine 扫码器，camera 屏幕上的摄像头；默认 ${DEFAULT-VALUE}")
  private CodesReadBy codes;

  /** What reads QR codes. */
  enum CodesReadBy {
    /** A scan engine. */
    engine,
    /** The screen's camera. */
    camera
  }

  @Option(names = "--hall", description = "启动整个大厅：消息服务器（mosquitto）、大厅监控和三台终端，各是一个进程")
  private boolean hall;

  @Option(names = "--terminal", defaultValue = "DEMO-01", hidden = true)
  private String number;

  @Option(names = "--broker-port", hidden = true)
  private Optional<Integer> brokerPort;

  @Option(names = "--broker-keys", hidden = true)
  private Optional<Path> brokerKeys;

  @Option(names = "--data", paramLabel = "目录", description = "数据目录，默认在编译输出里，按地区分开")
  private Optional<Path> data;

  @Mixin private CheckoutFolders folders;

  @Override
  public Integer call() {
    Path home =
        data.orElse(folders.deploy().resolve("demo/target/data").resolve(region)).toAbsolutePath();
    PrintWriter err = spec.commandLine().getErr();
    if (!hall) {
      return StartUp.guarded(err, () -> serve(home));
    }
    Optional<Path> mosquitto = Mosquitto.program();
    if (mosquitto.isEmpty()) {
      err.println("kiosk: 没有找到 mosquitto，请先安装：apt-get install mosquitto");
      err.flush();
      return StartUp.ENVIRONMENT;
    }
    return StartUp.guarded(err, () -> serveHall(home, mosquitto.get()));
  }

  private void serve(Path home) throws IOException, InterruptedException {
    StartUp.requireWritable(home);
    DemoTerminal demo =
        new DemoTerminal(
            region, port, home, folders.regions(), folders.deploy(), number, telemetry());
    AdjustableTime time = new AdjustableTime();
    World world = World.create(demo.beside("world"), time);
    SimulatedScreen screen = new SimulatedScreen();
    CodeWindow window =
        switch (codes) {
          case engine -> new CodeWindow.Engine(world.scanner());
          case camera -> new CodeWindow.Camera(screen);
        };
    DeviceConfig devices =
        switch (codes) {
          case engine -> world.devices();
          case camera -> world.devices().filmingCodes(World.camera());
        };
    Terminal terminal =
        Terminal.start(
            ConfigInUse.alone(
                hallPort.isPresent()
                    ? demo.config(world, devices, hallPort.get())
                    : demo.config(world.platform().address(), devices)),
            time,
            List.of(
                new CameraRoutes(window, screen)::mount, new SimRoutes(world, window, time)::mount),
            // A terminal of a whole hall is started anew when it ends.
            brokerKeys.map(_ -> () -> System.exit(0)));
    screen.shows(URI.create("http://127.0.0.1:" + terminal.port() + "/"));
    spec.commandLine().getOut().println("ready http://127.0.0.1:" + terminal.port() + "/");
    spec.commandLine().getOut().flush();
    untilStopped(
        () -> {
          screen.close();
          terminal.close();
        });
  }

  private void serveHall(Path home, Path mosquitto) throws IOException, InterruptedException {
    StartUp.requireWritable(home);
    HallRun run =
        HallRun.start(
            new HallRun.Setting(port, home, region, folders.deploy(), folders.regions(), mosquitto),
            spec.commandLine().getOut());
    untilStopped(run::close);
  }

  private Optional<TelemetryConfig> telemetry() {
    return brokerKeys.map(
        keys ->
            new TelemetryConfig(
                HallRun.HALL,
                number,
                "127.0.0.1",
                brokerPort.orElseThrow(),
                Optional.empty(),
                Optional.of(keys.resolve("ca.pem")),
                Optional.of(keys.resolve(number + ".pem")),
                Optional.of(keys.resolve(number + ".key")),
                Optional.of(keys.resolve("orders.pub"))));
  }

  private static void untilStopped(Runnable close) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close.run();
                  stopped.countDown();
                },
                "shutdown"));
    stopped.await();
  }
}
