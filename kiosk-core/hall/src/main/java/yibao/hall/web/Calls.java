package yibao.hall.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import yibao.hall.accounts.Door;

/**
 * Mounts calls as the contract has them: method, path and who may make them. Calls run on virtual
 * threads of their own; what they wait for fails in time by itself.
 */
final class Calls {
  private static final String BEARER = "Bearer ";

  private final Router router;
  private final Contract contract;
  private final Door door;
  private final Json json = new Json();

  /** A call by somebody signed in. */
  @FunctionalInterface
  interface Deed {
    void by(Door.Within who, RoutingContext context);
  }

  Calls(Router router, Contract contract, Door door) {
    this.router = router;
    this.contract = contract;
    this.door = door;
  }

  /** Serves a call that anybody may make. */
  void open(String name, Consumer<RoutingContext> handler) {
    Contract.Call call = contract.call(name);
    if (!call.roles().isEmpty()) {
      throw new IllegalStateException(name + " is not open to anybody");
    }
    router.route(call.method(), call.route()).handler(handler::accept);
  }

  /** Serves a call for those the contract lets make it. */
  void within(String name, Deed deed) {
    Contract.Call call = contract.call(name);
    if (call.roles().isEmpty()) {
      throw new IllegalStateException(name + " says of nobody that they may call it");
    }
    router
        .route(call.method(), call.route())
        .handler(
            context -> {
              Optional<Door.Within> who = token(context).flatMap(door::whose);
              if (who.isEmpty()) {
                refuse(context, 401, "sign-in", "请先登录。");
              } else if (!call.roles().contains(who.get().role())) {
                refuse(context, 403, "role", "您的账号没有这项权限。");
              } else {
                deed.by(who.get(), context);
              }
            });
  }

  static Optional<String> token(RoutingContext context) {
    return Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()));
  }

  /** The call's body; a missing node where it is no JSON object. */
  JsonNode body(RoutingContext context) {
    try {
      String text = context.body().asString();
      JsonNode read = json.read(text == null ? "" : text);
      return read.isObject() ? read : json.nothing();
    } catch (JsonProcessingException e) {
      return json.nothing();
    }
  }

  /** What is waited for; empty where it failed, and then the caller has been told so. */
  <T> Optional<T> await(RoutingContext context, CompletableFuture<T> answer) {
    try {
      return Optional.of(answer.join());
    } catch (CompletionException e) {
      refuse(context, 503, "busy", "监控服务现在忙，请稍后再试。");
      return Optional.empty();
    }
  }

  void send(RoutingContext context, Object body) {
    send(context, 200, body);
  }

  /** Sends what is JSON already. */
  void sendJson(RoutingContext context, String body) {
    context.response().putHeader("Content-Type", "application/json; charset=utf-8").end(body);
  }

  void send(RoutingContext context, int status, Object body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(json.write(body));
  }

  void refuse(RoutingContext context, int status, String code, String detail) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json; charset=utf-8")
        .end(json.write(Map.of("title", code, "status", status, "detail", detail, "code", code)));
  }
}
