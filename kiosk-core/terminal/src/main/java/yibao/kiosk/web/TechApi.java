package yibao.kiosk.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.Inventory;
import yibao.kiosk.hardware.PaperState;
import yibao.kiosk.journey.Journey;
import yibao.kiosk.journey.view.StepKind;

/**
 * The technician's device page, on this machine only: what is plugged in, how each device is and
 * was, and a try of each. Nothing is tried while a citizen stands there.
 */
public final class TechApi {
  private static final Map<String, String> FILES =
      Map.of("index.html", "text/html", "tech.js", "text/javascript", "tech.css", "text/css");

  private final Devices devices;
  private final Journey journey;
  private final Map<String, Supplier<DeviceTrial.Tried>> trials;
  private final ViewJson json = new ViewJson();

  /**
   * @param devices the devices
   * @param journey tells whether somebody stands there
   * @param trial tries them
   */
  public TechApi(Devices devices, Journey journey, DeviceTrial trial) {
    this.devices = devices;
    this.journey = journey;
    this.trials =
        Map.of(
            "id-card", trial::idCard,
            "ss-card", trial::socialSecurityCard,
            "scan", trial::scan,
            "printer", trial::printer);
  }

  private record Line(
      String name,
      String state,
      Optional<String> paper,
      Optional<String> cause,
      Optional<String> remedy,
      Instant since,
      boolean canBeTried) {}

  private record Page(List<Line> devices, List<Line> recent, List<Inventory.Group> machine) {}

  /** Adds the calls. */
  public void mount(Router router) {
    router.get("/tech/").handler(c -> file(c, "index.html"));
    router.get("/tech/devices").handler(c -> answer(c, 200, page()));
    router.post("/tech/test/:name").handler(this::tried);
    router.get("/tech/:file").handler(c -> file(c, c.pathParam("file")));
  }

  private Page page() {
    return new Page(lines(devices.statuses()), lines(devices.recent()), Inventory.take());
  }

  private List<Line> lines(List<DeviceStatus> statuses) {
    return statuses.stream()
        .map(
            s ->
                new Line(
                    s.name().key(),
                    s.state().key(),
                    s.paper().map(PaperState::key),
                    s.cause(),
                    s.remedy(),
                    s.since(),
                    trials.containsKey(s.name().key())))
        .toList();
  }

  private void tried(RoutingContext context) {
    Optional<Supplier<DeviceTrial.Tried>> trial =
        Optional.ofNullable(trials.get(context.pathParam("name")));
    if (trial.isEmpty()) {
      answer(context, 404, DeviceTrial.Tried.badly("这个设备不能在这里试。"));
    } else if (journey.view().step().kind() != StepKind.ATTRACT) {
      answer(context, 409, DeviceTrial.Tried.badly("有人正在办理，请等办完再试。"));
    } else {
      answer(context, 200, trial.get().get());
    }
  }

  private void answer(RoutingContext context, int status, Object body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(json.write(body));
  }

  private void file(RoutingContext context, String name) {
    String type = FILES.get(name);
    if (type == null) {
      context.next();
      return;
    }
    try (InputStream in = TechApi.class.getResourceAsStream("/tech/" + name)) {
      context
          .response()
          .putHeader("Content-Type", type + "; charset=utf-8")
          .end(Buffer.buffer(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
