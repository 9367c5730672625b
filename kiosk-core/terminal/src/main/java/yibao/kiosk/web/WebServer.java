package yibao.kiosk.web;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.form.Places;
import yibao.kiosk.hardware.CameraScanner;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.ScreenDocumentCamera;
import yibao.kiosk.journey.Journey;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Site;

/**
 * The HTTP listener on loopback. Each call runs on a virtual thread of its own: one that waits for
 * the journey's lock, a device or the platform holds up no other.
 */
public final class WebServer implements AutoCloseable {

  private static final Logger LOG = System.getLogger(WebServer.class.getName());

  /** A picture of a page, as fine as a camera can, is the largest body. */
  private static final int MOST_BODY = 6 * 1024 * 1024;

  private final Vertx vertx;
  private final int port;

  private WebServer(Vertx vertx, int port) {
    this.vertx = vertx;
    this.port = port;
  }

  /**
   * What is served.
   *
   * @param journey the visit
   * @param site where the terminal stands
   * @param places divisions for the place picker
   * @param devices the devices
   * @param codes the screen's camera, where codes are filmed
   * @param pages the screen's document camera
   * @param sentences what citizens read
   * @param time the one source of time
   * @param more further routes, mounted behind the same guard
   */
  public record Content(
      Journey journey,
      Site site,
      Places places,
      Devices devices,
      Optional<CameraScanner> codes,
      Optional<ScreenDocumentCamera> pages,
      Sentences sentences,
      Timekeeper time,
      Screens screens,
      List<Consumer<Router>> more) {}

  /** Thrown when the port cannot be had. */
  public static final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int port;

    PortTaken(int port, Throwable cause) {
      super("port " + port + " cannot be opened: " + cause.getMessage(), cause);
      this.port = port;
    }

    /** The port that was asked for. */
    public int port() {
      return port;
    }
  }

  /**
   * Serves on 127.0.0.1.
   *
   * @param port 0 takes any free one
   */
  public static WebServer start(Vertx vertx, int port, Content content) {
    Listener listener = new Listener(port, content);
    try {
      vertx
          .deployVerticle(
              (Deployable) listener,
              new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
          .toCompletionStage()
          .toCompletableFuture()
          .get();
    } catch (ExecutionException e) {
      throw new PortTaken(port, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    }
    return new WebServer(vertx, listener.server.actualPort());
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /**
   * Asks the listener for its health, as a screen would.
   *
   * @throws IOException when it does not answer within {@code patience}
   */
  public void look(Duration patience) throws IOException {
    HttpURLConnection asked =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + port + "/api/health").toURL().openConnection();
    asked.setConnectTimeout((int) patience.toMillis());
    asked.setReadTimeout((int) patience.toMillis());
    try {
      if (asked.getResponseCode() != 200) {
        throw new IOException("the listener answered " + asked.getResponseCode());
      }
    } finally {
      asked.disconnect();
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static final class Listener extends VerticleBase {
    private final int port;
    private final Content content;
    private HttpServer server;

    Listener(int port, Content content) {
      this.port = port;
      this.content = content;
    }

    @Override
    public Future<?> start() {
      server =
          vertx.createHttpServer(
              new HttpServerOptions().setHost("127.0.0.1").setPort(port).setIdleTimeout(0));
      return server.requestHandler(router()).listen();
    }

    private Router router() {
      ViewJson json = new ViewJson();
      Pages pages = new Pages(content.time());
      Router router = Router.router(vertx);
      router
          .route()
          .handler(
              c -> {
                Problem.speak(c, content.journey().language());
                c.next();
              });
      router.route().handler(new Guard(json, content.sentences(), pages)::check);
      router
          .route()
          .method(io.vertx.core.http.HttpMethod.POST)
          .handler(BodyHandler.create(false).setBodyLimit(MOST_BODY));
      router.route().handler(new OwnThread());
      ScreenPulse screen = new ScreenPulse(content.time(), pages);
      screen.mount(router);
      new HealthApi(content.site(), content.devices(), screen, json).mount(router);
      new CatalogApi(content.site(), content.places(), content.sentences(), json).mount(router);
      new JourneyApi(content.journey(), json, content.sentences()).mount(router);
      new CameraApi(content.journey(), content.codes(), content.pages(), json, content.sentences())
          .mount(router);
      new PaperApi(content.journey(), json, content.sentences()).mount(router);
      new EventStream(vertx, content.journey(), content.devices(), content.screens(), pages, json)
          .mount(router);
      content.more().forEach(more -> more.accept(router));
      Rules.read().coverAllOf(router);
      router
          .route("/api/*")
          .handler(
              c ->
                  Problem.of(404, "web.unknown", content.sentences().say("web.unknown"))
                      .send(c, json));
      router
          .route("/sim/*")
          .handler(
              c ->
                  Problem.of(404, "web.unknown", content.sentences().say("web.unknown"))
                      .send(c, json));
      router
          .route()
          .handler(
              StaticHandler.create("webroot").setCachingEnabled(false).setIncludeHidden(false));
      router
          .route()
          .failureHandler(
              c -> {
                if (c.failure() != null) {
                  LOG.log(Level.ERROR, "[web.call-failed] a call failed", c.failure());
                }
                int status = c.statusCode() >= 400 ? c.statusCode() : 500;
                Problem.of(status, "web.failed", content.sentences().say("web.failed"))
                    .send(c, json);
              });
      return router;
    }
  }
}
