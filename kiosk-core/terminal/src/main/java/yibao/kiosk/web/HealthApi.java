package yibao.kiosk.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.journey.visit.Site;

/** Whether the terminal serves, and the contract it serves by. */
final class HealthApi {

  private final Site site;
  private final Devices devices;
  private final ScreenPulse screen;
  private final ViewJson json;

  HealthApi(Site site, Devices devices, ScreenPulse screen, ViewJson json) {
    this.site = site;
    this.devices = devices;
    this.screen = screen;
    this.json = json;
  }

  private record Health(
      String status,
      String region,
      List<DeviceLine> devices,
      List<String> packFaults,
      OptionalLong screenQuietSeconds,
      OptionalLong screenGoneMillis) {}

  void mount(Router router) {
    Buffer contract = Buffer.buffer(contract());
    router
        .get("/api/health")
        .handler(
            context ->
                context
                    .response()
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .end(
                        json.write(
                            new Health(
                                "serving",
                                site.region().id(),
                                DeviceLine.of(devices.statuses()),
                                site.packFaults(),
                                screen.quietSeconds(),
                                screen.goneMillis()))));
    router
        .get("/api/openapi.yaml")
        .handler(
            context ->
                context.response().putHeader("Content-Type", "application/yaml").end(contract));
  }

  private static byte[] contract() {
    try (InputStream in = HealthApi.class.getResourceAsStream("/openapi.yaml")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the contract", e);
    }
  }
}
