package yibao.demo;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import yibao.kiosk.app.StartUp;

/**
 * {@code world}: the simulated devices and the embedded platform without a terminal, for one that
 * runs as an installed program in a process of its own.
 */
@Command(
    name = "world",
    mixinStandardHelpOptions = true,
    description = "只启动模拟设备和内置平台，写出让终端与之相连的配置文件",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:正常停止", "2:用法不对", "3:环境缺少条件（端口被占用、目录不可写）"})
final class WorldCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--config-out",
      required = true,
      paramLabel = "文件",
      description = "终端配置写到这里，供终端的 serve --config 使用")
  private Path configOut;

  @Option(names = "--data", required = true, paramLabel = "目录", description = "终端的数据目录")
  private Path data;

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
      description = "写入终端配置的端口，默认 ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--sim-port",
      paramLabel = "端口",
      defaultValue = "0",
      description = "/sim 的端口；默认任意空闲端口")
  private int simPort;

  @Mixin private CheckoutFolders folders;

  @Override
  public Integer call() {
    return StartUp.guarded(spec.commandLine().getErr(), this::serve);
  }

  private void serve() throws IOException, InterruptedException {
    Path home = data.toAbsolutePath();
    StartUp.requireWritable(home);
    DemoTerminal terminal =
        new DemoTerminal(region, port, home, folders.regions(), folders.deploy());
    AdjustableTime time = new AdjustableTime();
    World world = World.create(terminal.beside("world"), time);
    terminal.config(world).write(configOut);
    Vertx vertx = Vertx.vertx();
    SimulatedScreen screen = new SimulatedScreen();
    screen.shows(URI.create("http://127.0.0.1:" + port + "/"));
    CodeWindow window = new CodeWindow.Engine(world.scanner());
    int listening =
        listen(
            vertx,
            List.of(
                new CameraRoutes(window, screen)::mount,
                new SimRoutes(world, window, time)::mount));
    spec.commandLine().getOut().println("ready http://127.0.0.1:" + listening + "/");
    spec.commandLine().getOut().flush();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "shutdown"));
    stopped.await();
  }

  private int listen(Vertx vertx, List<Consumer<Router>> routes) {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false));
    routes.forEach(mount -> mount.accept(router));
    HttpServer server =
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(simPort));
    return server
        .requestHandler(router)
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }
}
