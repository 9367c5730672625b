package yibao.kiosk.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

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

  static Problem of(int status, String code, String detail) {
    return new Problem(code, status, detail, code, Optional.empty());
  }

  void send(RoutingContext context, ViewJson json) {
    if (!context.response().ended()) {
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "application/problem+json; charset=utf-8")
          .end(json.write(this));
    }
  }
}
