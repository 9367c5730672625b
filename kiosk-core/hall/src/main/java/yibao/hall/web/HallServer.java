package yibao.hall.web;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import yibao.hall.accounts.Door;
import yibao.hall.broker.Hearing;
import yibao.hall.watch.OrderDesk;
import yibao.hall.watch.Watch;

/** The monitor's listener. */
public final class HallServer {
  private static final Logger LOG = System.getLogger(HallServer.class.getName());
  private static final int MOST_BODY = 8 * 1024;
  private static final String PAGE = "/hall.html";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none';"
          + " base-uri 'none'";

  private final int port;

  private HallServer(int port) {
    this.port = port;
  }

  /**
   * Where it listens.
   *
   * @param tls certificate and key, PEM; without them only loopback may listen
   */
  public record Place(String host, int port, Optional<Tls> tls) {}

  /** PEM files of the listener. */
  public record Tls(Path certificate, Path key) {}

  /**
   * What it serves.
   *
   * @param ignored what was heard and was none of ours
   */
  public record Content(
      Watch watch,
      OrderDesk desk,
      Supplier<Hearing.Ignored> ignored,
      Door door,
      InstantSource clock) {}

  /** Thrown where the port is taken. */
  public static final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTaken(int port, Throwable cause) {
      super("端口 " + port + " 已被占用，请换一个端口或停掉占用它的程序。", cause);
    }
  }

  /** Starts it; returns when it serves. */
  public static HallServer start(Vertx vertx, Place place, Content content) {
    Listener listener = new Listener(place, content);
    try {
      vertx
          .deployVerticle(
              (Deployable) listener,
              new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
          .toCompletionStage()
          .toCompletableFuture()
          .get();
    } catch (ExecutionException e) {
      throw new PortTaken(place.port(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    }
    return new HallServer(listener.server.actualPort());
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  private static final class Listener extends VerticleBase {
    private final Place place;
    private final Content content;
    private HttpServer server;

    Listener(Place place, Content content) {
      this.place = place;
      this.content = content;
    }

    @Override
    public Future<?> start() {
      HttpServerOptions options =
          new HttpServerOptions().setHost(place.host()).setPort(place.port()).setIdleTimeout(0);
      place
          .tls()
          .ifPresent(
              tls ->
                  options
                      .setSsl(true)
                      .setKeyCertOptions(
                          new PemKeyCertOptions()
                              .setCertPath(tls.certificate().toString())
                              .setKeyPath(tls.key().toString())));
      server = vertx.createHttpServer(options);
      return server.requestHandler(router()).listen();
    }

    private Router router() {
      Contract contract = Contract.read();
      Router router = Router.router(vertx);
      Calls calls = new Calls(router, contract, content.door());
      router.route().handler(context -> guard(context, calls));
      router
          .route()
          .method(HttpMethod.POST)
          .handler(BodyHandler.create(false).setBodyLimit(MOST_BODY));
      router.route("/api/*").handler(new OwnThread());
      router
          .get("/api/openapi.yaml")
          .handler(
              c -> c.response().putHeader("Content-Type", "application/yaml").end(contract.text()));
      new WallApi(content.watch(), content.desk(), content.ignored(), calls).mount();
      new OrderApi(content.watch(), content.desk(), calls).mount();
      new FiguresApi(content.watch(), content.clock(), calls).mount();
      new CareApi(content.watch(), content.clock(), calls).mount();
      new WorkOrderApi(content.watch(), content.clock(), calls).mount();
      new DoorApi(content.watch(), content.door(), calls).mount();
      router.route("/api/*").handler(c -> calls.refuse(c, 404, "unknown", "没有这个地址。"));
      router.get("/").handler(c -> c.reroute(PAGE));
      // The jar of pages holds the terminals' too, which have nothing to ask here.
      router
          .routeWithRegex("/(hall\\.html|icon\\.svg|assets/.*)")
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
                calls.refuse(c, status, "failed", "没有成功，请稍后再试。");
              });
      return router;
    }

    /** A page of another site must not act with this browser. */
    private static void guard(RoutingContext context, Calls calls) {
      context
          .response()
          .putHeader("Content-Security-Policy", POLICY)
          .putHeader("X-Content-Type-Options", "nosniff")
          .putHeader("Referrer-Policy", "no-referrer")
          .putHeader("Cross-Origin-Resource-Policy", "same-origin")
          .putHeader("Cache-Control", "no-store");
      String site = context.request().getHeader("Sec-Fetch-Site");
      boolean own = site == null || site.equals("same-origin") || site.equals("none");
      if (own || context.request().method() == HttpMethod.GET) {
        context.next();
      } else {
        calls.refuse(context, 403, "foreign", "只接受本页面的请求。");
      }
    }
  }
}
