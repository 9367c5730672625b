package yibao.kiosk.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.journey.visit.Sentences;

/**
 * Who may call: only pages this service served itself; and who may move the journey: only a page
 * that listens. Nothing it answers is kept by the browser.
 */
final class Guard {

  private static final Set<String> OWN_HOSTS = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** Where the calls lie that move the visit or film for it. */
  private static final List<String> OF_THE_VISIT = List.of("/api/journey", "/api/camera");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'none';"
          + " frame-ancestors 'none'; base-uri 'none'";

  /** The screen may film for its own page; it needs nothing else of the machine. */
  private static final String PERMISSIONS =
      "camera=(self), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=(),"
          + " payment=(), display-capture=()";

  private final ViewJson json;
  private final Sentences sentences;
  private final Pages pages;

  Guard(ViewJson json, Sentences sentences, Pages pages) {
    this.json = json;
    this.sentences = sentences;
    this.pages = pages;
  }

  void check(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("Permissions-Policy", PERMISSIONS)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Cache-Control", "no-store");
    if (ownHost(context.request().authority()) && ownPage(context) && listens(context)) {
      context.next();
    } else {
      Problem.of(403, "web.foreign", sentences.say("web.foreign")).send(context, json);
    }
  }

  /** For a page whose own scripts and styles draw it. */
  static void ownScripts(RoutingContext context) {
    context.response().putHeader("Content-Security-Policy", POLICY);
    context.next();
  }

  private static boolean ownHost(HostAndPort authority) {
    return authority != null && OWN_HOSTS.contains(authority.host());
  }

  /**
   * A browser moves the journey only from a page that listens; one that was replaced after a crash,
   * or never opened the stream, does not. Whoever calls without a browser names no page.
   */
  private boolean listens(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (READING.contains(request.method())
        || OF_THE_VISIT.stream().noneMatch(request.path()::startsWith)) {
      return true;
    }
    boolean browser =
        request.getHeader("Sec-Fetch-Site") != null || request.getHeader("Origin") != null;
    Optional<String> name = Optional.ofNullable(request.getHeader(Pages.NAME));
    return name.map(pages::know).orElse(!browser);
  }

  /**
   * A call, whether it asks or changes something, must come from our own page; curl, which names no
   * origin, may call too.
   */
  private static boolean ownPage(RoutingContext context) {
    boolean reading = READING.contains(context.request().method());
    if (reading && !context.request().path().startsWith("/api/")) {
      return true;
    }
    Optional<String> origin = Optional.ofNullable(context.request().getHeader("Origin"));
    Optional<String> site = Optional.ofNullable(context.request().getHeader("Sec-Fetch-Site"));
    String own = "http://" + context.request().authority();
    return origin.map(own::equals).orElse(true)
        && site.map(s -> s.equals("same-origin") || s.equals("none")).orElse(true);
  }
}
