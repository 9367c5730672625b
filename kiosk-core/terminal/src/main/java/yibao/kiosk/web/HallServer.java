package yibao.kiosk.web;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.paper.TakeAway;
import yibao.kiosk.paper.Verification;

/**
 * The listener on the hall's network, TLS only, off unless configured: papers for phones, the page
 * that checks a paper, and the pages of staff and technicians behind their doors. It knows no
 * visit: the screen's calls are not to be had here.
 */
public final class HallServer {
  private static final int MOST_BODY = 4 * 1024;
  private static final int LONGEST_CODE = 1_000;
  private static final int IDLE_SECONDS = 20;
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'";

  private HallServer() {}

  /**
   * Where it listens.
   *
   * @param host address of the network card towards the hall
   * @param port TCP port
   * @param certificates PEM, the listener's own first
   * @param key PEM, PKCS#8
   */
  public record Place(String host, int port, Path certificates, Path key) {}

  /**
   * What it serves.
   *
   * @param terminal number of the terminal, for the citizen to compare
   * @param behindDoors routes of the pages of staff and technicians, each door before what is
   *     behind it
   */
  public record Content(
      TakeAway takeAway,
      Supplier<Verification> verification,
      Sentences sentences,
      String terminal,
      List<Consumer<Router>> behindDoors) {
    public Content {
      behindDoors = List.copyOf(behindDoors);
    }
  }

  /**
   * Serves until {@code vertx} is closed.
   *
   * @return the port it listens on
   * @throws WebServer.PortTaken when the port cannot be had or the certificate cannot be used
   */
  public static int start(Vertx vertx, Place place, Content content) {
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
      throw new WebServer.PortTaken(place.port(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    }
    return listener.server.actualPort();
  }

  private static final class Listener extends VerticleBase {
    private final Place place;
    private final Content content;
    private final HallPages pages;
    private HttpServer server;

    Listener(Place place, Content content) {
      this.place = place;
      this.content = content;
      this.pages = new HallPages(content.sentences(), content.terminal());
    }

    @Override
    public Future<?> start() {
      server =
          vertx.createHttpServer(
              new HttpServerOptions()
                  .setHost(place.host())
                  .setPort(place.port())
                  .setSsl(true)
                  .setKeyCertOptions(
                      new PemKeyCertOptions()
                          .addCertPath(place.certificates().toString())
                          .addKeyPath(place.key().toString()))
                  .setIdleTimeout(IDLE_SECONDS));
      return server.requestHandler(router()).listen();
    }

    private Router router() {
      Router router = Router.router(vertx);
      router.route().handler(Listener::guard);
      router
          .route()
          .method(HttpMethod.POST)
          .handler(BodyHandler.create(false).setBodyLimit(MOST_BODY));
      router.route().handler(new OwnThread());
      router
          .get("/hall.css")
          .handler(c -> c.response().putHeader("Content-Type", "text/css").end(pages.style()));
      router.get("/take/:secret").handler(this::look);
      router.post("/take/:secret").handler(this::take);
      router.get("/verify").handler(c -> page(c, 200, pages.verify(Optional.empty())));
      router.post("/verify").handler(this::verify);
      router.get("/verify/keys.pem").handler(this::keys);
      pagesBehindDoors(router);
      router.route().handler(c -> page(c, 404, pages.gone()));
      router
          .route()
          .failureHandler(c -> page(c, c.statusCode() >= 400 ? c.statusCode() : 500, pages.gone()));
      return router;
    }

    /** The pages behind doors and what they are made of; the citizen's page is not among them. */
    private void pagesBehindDoors(Router router) {
      content.behindDoors().forEach(pages -> pages.accept(router));
      List.of("staff.html", "window.html", "tech.html", "icon.svg")
          .forEach(
              file ->
                  router
                      .get("/" + file)
                      .handler(Guard::ownScripts)
                      .handler(c -> c.response().sendFile("webroot/" + file)));
      router
          .get("/assets/*")
          .handler(
              StaticHandler.create("webroot/assets")
                  .setCachingEnabled(false)
                  .setIncludeHidden(false));
    }

    /** Whoever checks papers elsewhere takes the office's certificate from here. */
    private void keys(RoutingContext context) {
      content
          .verification()
          .get()
          .published()
          .ifPresentOrElse(
              pem ->
                  context.response().putHeader("Content-Type", "application/x-pem-file").end(pem),
              () -> page(context, 404, pages.gone()));
    }

    private static void guard(RoutingContext context) {
      context
          .response()
          .putHeader("Content-Security-Policy", POLICY)
          .putHeader("X-Content-Type-Options", "nosniff")
          .putHeader("Referrer-Policy", "no-referrer")
          .putHeader("Cache-Control", "no-store");
      context.next();
    }

    private void look(RoutingContext context) {
      boolean waits = content.takeAway().waits(context.pathParam("secret"));
      page(context, waits ? 200 : 404, waits ? pages.take() : pages.gone());
    }

    private void take(RoutingContext context) {
      content
          .takeAway()
          .take(context.pathParam("secret"))
          .ifPresentOrElse(
              parcel ->
                  context
                      .response()
                      .putHeader("Content-Type", parcel.type())
                      .putHeader(
                          "Content-Disposition", "attachment; filename*=UTF-8''" + named(parcel))
                      .end(Buffer.buffer(parcel.content())),
              () -> page(context, 404, pages.gone()));
    }

    private static String named(TakeAway.Parcel parcel) {
      return URLEncoder.encode(parcel.name(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void verify(RoutingContext context) {
      String text = Optional.ofNullable(context.request().getFormAttribute("text")).orElse("");
      if (text.isBlank() || text.length() > LONGEST_CODE) {
        page(context, 400, pages.verify(Optional.empty()));
      } else {
        page(context, 200, pages.verify(Optional.of(content.verification().get().check(text))));
      }
    }

    private static void page(RoutingContext context, int status, String html) {
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "text/html; charset=utf-8")
          .end(html);
    }
  }
}
