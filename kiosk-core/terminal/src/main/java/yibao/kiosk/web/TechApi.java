package yibao.kiosk.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.Inventory;
import yibao.kiosk.hardware.PaperState;
import yibao.kiosk.journey.Journey;
import yibao.kiosk.journey.view.StepKind;

/**
 * The devices for a technician who has signed in: what is plugged in, how each is and was, and a
 * try of each. Nothing is tried while a citizen stands there.
 */
public final class TechApi {
  private final Devices devices;
  private final Journey journey;
  private final Map<String, Supplier<DeviceTrial.Tried>> trials;
  private final Ports ports;
  private final Supplier<Set<String>> strange;
  private final ViewJson json = new ViewJson();

  /**
   * @param devices the devices
   * @param journey tells whether somebody stands there
   * @param trial tries them
   * @param ports what answers at the ports that no device of the terminal holds
   * @param strange devices that are plugged in and were not when a technician last took them as
   *     right
   */
  public TechApi(
      Devices devices,
      Journey journey,
      DeviceTrial trial,
      Ports ports,
      Supplier<Set<String>> strange) {
    this.devices = devices;
    this.journey = journey;
    this.ports = ports;
    this.strange = strange;
    this.trials =
        Map.of(
            "id-card", trial::idCard,
            "ss-card", trial::socialSecurityCard,
            "scan", trial::scan,
            "printer", trial::printer,
            "a4", trial::documentPrinter);
  }

  /** Asks what answers at this machine's ports, a line for each; takes up to half a minute. */
  @FunctionalInterface
  public interface Ports {
    List<String> ask() throws InterruptedException;
  }

  private record Line(
      String name,
      String state,
      Optional<String> paper,
      Optional<String> cause,
      Optional<String> remedy,
      Instant since,
      boolean canBeTried) {}

  private record States(List<Line> devices) {}

  private record Page(
      List<Line> devices, List<Line> recent, List<Inventory.Group> machine, Set<String> strange) {}

  private record Answers(List<String> ports) {}

  /** Adds what {@code doctor} asks a running terminal, to the router of this machine alone. */
  public void mountForDoctor(Router router) {
    router.get("/tech/devices").handler(c -> answer(c, 200, new States(lines(devices.statuses()))));
  }

  /** Adds the calls of the page, to a router that lets nobody else to {@code /api/tech}. */
  public void mount(Router router) {
    router.get("/api/tech/devices").handler(c -> answer(c, 200, page()));
    router.post("/api/tech/devices/identify").handler(this::identify);
    router.post("/api/tech/devices/:name/try").handler(this::tried);
  }

  private Page page() {
    return new Page(
        lines(devices.statuses()), lines(devices.recent()), Inventory.take(), strange.get());
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
    } else if (somebodyIsThere()) {
      answer(context, 409, DeviceTrial.Tried.badly("有人正在办理，请等办完再试。"));
    } else {
      answer(context, 200, trial.get().get());
    }
  }

  private void identify(RoutingContext context) {
    if (somebodyIsThere()) {
      answer(context, 409, DeviceTrial.Tried.badly("有人正在办理，请等办完再查。"));
      return;
    }
    try {
      answer(context, 200, new Answers(ports.ask()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer(context, 503, DeviceTrial.Tried.badly("没有查完。"));
    }
  }

  private boolean somebodyIsThere() {
    return journey.view().step().kind() != StepKind.ATTRACT;
  }

  private void answer(RoutingContext context, int status, Object body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(json.write(body));
  }
}
