package yibao.kiosk.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import yibao.kiosk.journey.view.Language;

/**
 * A problem document (RFC 9457).
 *
 * @param title what kind of problem, for staff
 * @param status HTTP status
 * @param detail a sentence a citizen can read
 * @param code stable
 * @param field the member of the request that was wrong
 */
record Problem(String title, int status, String detail, String code, Optional<String> field) {

  private static final String LANGUAGE = "language";

  /** Says in which language a problem of this call would be told. */
  static void speak(RoutingContext context, Language language) {
    context.put(LANGUAGE, language);
  }

  static Problem of(int status, String code, String detail) {
    return new Problem(code, status, detail, code, Optional.empty());
  }

  void send(RoutingContext context, ViewJson json) {
    if (!context.response().ended()) {
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "application/problem+json; charset=utf-8")
          .end(json.say(this, context.get(LANGUAGE, Language.CHINESE)));
    }
  }
}
