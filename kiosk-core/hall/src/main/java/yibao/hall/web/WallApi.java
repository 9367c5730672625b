package yibao.hall.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import yibao.hall.accounts.Door;
import yibao.hall.broker.Hearing;
import yibao.hall.fleet.Alarm;
import yibao.hall.store.HallStore;
import yibao.hall.watch.Watch;
import yibao.telemetry.Topics;

/**
 * The wall over HTTP. Looking needs no account, because nothing shown is about a person; whatever
 * changes something does, and keeps the number of whoever did it.
 */
final class WallApi {
  private static final int MOST_LINES = 200;
  private static final String BEARER = "Bearer ";

  private final Watch watch;
  private final Supplier<Hearing.Ignored> ignored;
  private final Door door;
  private final Json json = new Json();

  WallApi(Watch watch, Supplier<Hearing.Ignored> ignored, Door door) {
    this.watch = watch;
    this.ignored = ignored;
    this.door = door;
  }

  void mount(Router router) {
    router.get("/api/health").handler(c -> send(c, Map.of("status", "serving")));
    router.get("/api/hall").handler(c -> send(c, wall()));
    router.get("/api/hall/events").handler(c -> WallStream.open(c, watch, this::wall, json));
    router.get("/api/hall/alarms").handler(this::history);
    router.get("/api/hall/terminals/:hall/:terminal/reports").handler(this::reports);
    router.post("/api/hall/sign-in").handler(this::signIn);
    router.delete("/api/hall/sign-in").handler(this::signOut);
    router.post("/api/hall/alarms/:id/acknowledge").handler(c -> change(c, watch::acknowledge));
    router.post("/api/hall/alarms/:id/clear").handler(c -> change(c, watch::clear));
    router.route("/api/*").handler(c -> refuse(c, 404, "unknown", "没有这个地址。"));
  }

  private WallView.Wall wall() {
    return new WallView.Wall(
        watch.brokerThere(),
        WallView.terminals(watch.cards()),
        WallView.alarms(watch.alarms()),
        ignored.get());
  }

  private void history(RoutingContext context) {
    answer(context, watch.ask(it -> WallView.alarms(it.history(MOST_LINES))));
  }

  private void reports(RoutingContext context) {
    String hall = context.pathParam("hall");
    String terminal = context.pathParam("terminal");
    if (!Topics.isId(hall) || !Topics.isId(terminal)) {
      refuse(context, 404, "unknown", "没有这台终端。");
      return;
    }
    answer(
        context,
        watch.ask(
            it ->
                it.latest(new Topics(hall, terminal), MOST_LINES).stream()
                    .map(this::line)
                    .toList()));
  }

  private WallView.ReportLine line(HallStore.Kept kept) {
    try {
      return new WallView.ReportLine(kept.at(), kept.type(), json.read(kept.body()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own line is not JSON", e);
    }
  }

  private void signIn(RoutingContext context) {
    try {
      JsonNode body = json.read(Optional.ofNullable(context.body().asString()).orElse(""));
      switch (door.knock(body.path("number").asText(), body.path("password").asText())) {
        case Door.Knock.Open(String token) -> send(context, Map.of("token", token));
        case Door.Knock.Wrong _ -> refuse(context, 401, "wrong", "工号或口令不对。");
        case Door.Knock.Closed _ -> refuse(context, 429, "closed", "错误次数过多，请五分钟后再试。");
        case Door.Knock.NoAccounts _ ->
            refuse(context, 403, "no-accounts", "还没有账号，请先用 hall account 设置。");
      }
    } catch (JsonProcessingException e) {
      refuse(context, 400, "misread", "请求的内容不对。");
    }
  }

  private void signOut(RoutingContext context) {
    token(context).ifPresent(door::leave);
    context.response().setStatusCode(204).end();
  }

  private interface Change {
    CompletableFuture<Optional<Alarm>> of(long id, String by);
  }

  private void change(RoutingContext context, Change change) {
    Optional<String> who = token(context).flatMap(door::whose);
    String id = context.pathParam("id");
    if (who.isEmpty()) {
      refuse(context, 401, "sign-in", "请先登录。");
    } else if (!id.matches("[0-9]{1,15}")) {
      refuse(context, 404, "unknown", "没有这条告警。");
    } else {
      Optional<Alarm> changed = change.of(Long.parseLong(id), who.get()).join();
      if (changed.isPresent()) {
        send(context, WallView.alarm(changed.get()));
      } else {
        refuse(context, 404, "unknown", "没有这条告警。");
      }
    }
  }

  private static Optional<String> token(RoutingContext context) {
    return Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()));
  }

  /** Calls run on virtual threads: waiting for the watch holds nobody up. */
  private void answer(RoutingContext context, CompletableFuture<? extends List<?>> answer) {
    send(context, answer.join());
  }

  private void send(RoutingContext context, Object body) {
    context
        .response()
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
