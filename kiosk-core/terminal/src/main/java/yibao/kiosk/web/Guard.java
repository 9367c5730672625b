package yibao.kiosk.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.journey.visit.Sentences;

/**
 * Who may call: only pages this service served itself. Nothing it answers is kept by the browser.
 */
final class Guard {

  private static final Set<String> OWN_HOSTS = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

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

  Guard(ViewJson json, Sentences sentences) {
    this.json = json;
    this.sentences = sentences;
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
    if (ownHost(context.request().authority()) && ownPage(context)) {
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
   * A call that changes something must come from our own page; curl, which names no origin, may
   * call too.
   */
  private static boolean ownPage(RoutingContext context) {
    if (READING.contains(context.request().method())) {
      return true;
    }
    Optional<String> origin = Optional.ofNullable(context.request().getHeader("Origin"));
    Optional<String> site = Optional.ofNullable(context.request().getHeader("Sec-Fetch-Site"));
    String own = "http://" + context.request().authority();
    return origin.map(own::equals).orElse(true)
        && site.map(s -> s.equals("same-origin") || s.equals("none")).orElse(true);
  }
}
