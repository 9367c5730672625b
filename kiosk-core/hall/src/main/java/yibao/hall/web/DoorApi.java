package yibao.hall.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import yibao.hall.accounts.Door;
import yibao.hall.watch.Watch;

/** Signing in and out, and the record of who did what. */
final class DoorApi {
  private static final int MOST_LINES = 200;
  private static final String NUMBER = "[A-Za-z0-9]{1,20}";

  private final Watch watch;
  private final Door door;
  private final Calls calls;

  DoorApi(Watch watch, Door door, Calls calls) {
    this.watch = watch;
    this.door = door;
    this.calls = calls;
  }

  void mount() {
    calls.open("signIn", this::signIn);
    calls.open("signOut", this::signOut);
    calls.within("deeds", (_, c) -> deeds(c));
  }

  private void signIn(RoutingContext context) {
    JsonNode body = calls.body(context);
    String number = body.path("number").asText();
    // What is no number is nobody's, and must not fill the record.
    if (!number.matches(NUMBER)) {
      calls.refuse(context, 401, "wrong", "工号或口令不对。");
      return;
    }
    switch (door.knock(number, body.path("password").asText())) {
      case Door.Knock.Open(String token, Door.Within who) -> {
        watch.note(number, "signed-in", "", "ok");
        calls.send(context, Map.of("token", token, "role", who.role().word()));
      }
      case Door.Knock.Wrong _ -> {
        watch.note(number, "signed-in", "", "refused");
        calls.refuse(context, 401, "wrong", "工号或口令不对。");
      }
      case Door.Knock.Closed(boolean first) -> {
        if (first) {
          watch.note(number, "signed-in", "", "refused");
        }
        calls.refuse(context, 429, "closed", "错误次数过多，请五分钟后再试。");
      }
      case Door.Knock.NoAccounts _ ->
          calls.refuse(context, 403, "no-accounts", "还没有账号，请先用 hall account 设置。");
    }
  }

  private void signOut(RoutingContext context) {
    Calls.token(context).ifPresent(door::leave);
    context.response().setStatusCode(204).end();
  }

  private void deeds(RoutingContext context) {
    calls
        .await(context, watch.look(it -> it.deeds().latest(MOST_LINES)))
        .ifPresent(found -> calls.send(context, found));
  }
}
