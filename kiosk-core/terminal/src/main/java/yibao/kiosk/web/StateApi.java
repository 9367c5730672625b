package yibao.kiosk.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Supplier;
import yibao.telemetry.Message;
import yibao.telemetry.condition.Condition;
import yibao.telemetry.condition.Finding;
import yibao.telemetry.condition.Verdict;

/**
 * How this terminal is, for its own staff: what its hall would see of it on the wall, judged by the
 * same rules, where there is no hall that watches. Mounted behind the staff's door.
 */
public final class StateApi {
  private final Supplier<Message.State> state;
  private final ViewJson json = new ViewJson();

  /** The contract's {@code StaffState}. */
  private record Told(Condition condition, List<Finding> findings, Message.State state) {}

  /**
   * An API for this state.
   *
   * @param state how it is now; may ask the disk
   */
  public StateApi(Supplier<Message.State> state) {
    this.state = state;
  }

  /** Adds the call. */
  public void mount(Router router) {
    router.get("/api/staff/state").handler(this::tell);
  }

  private void tell(RoutingContext context) {
    Message.State now = state.get();
    Verdict verdict = Verdict.of(now);
    json.send(context, new Told(verdict.condition(), verdict.findings(), now));
  }
}
