package yibao.kiosk.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.PaperState;

/** A terminal that runs already and holds the devices: it is asked instead. */
public final class RunningTerminal {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private RunningTerminal() {}

  /** What the terminal on this port says of its devices; empty when none answers. */
  public static Optional<List<DeviceStatus>> devices(int port) {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/tech/devices"))
                  .timeout(LIMIT)
                  .build(),
              BodyHandlers.ofByteArray());
      return answer.statusCode() == 200
          ? Optional.of(read(new ObjectMapper().readTree(answer.body()).path("devices")))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static List<DeviceStatus> read(JsonNode devices) {
    List<DeviceStatus> statuses = new ArrayList<>();
    for (JsonNode device : devices) {
      Optional<DeviceName> name =
          Arrays.stream(DeviceName.values())
              .filter(n -> n.key().equals(device.path("name").asText()))
              .findFirst();
      Optional<DeviceState> state =
          Arrays.stream(DeviceState.values())
              .filter(s -> s.key().equals(device.path("state").asText()))
              .findFirst();
      if (name.isPresent() && state.isPresent()) {
        statuses.add(
            new DeviceStatus(
                name.get(),
                state.get(),
                Arrays.stream(PaperState.values())
                    .filter(p -> p.key().equals(device.path("paper").asText()))
                    .findFirst(),
                text(device, "cause"),
                text(device, "remedy"),
                Instant.parse(device.path("since").asText())));
      }
    }
    return statuses;
  }

  private static Optional<String> text(JsonNode node, String member) {
    return node.hasNonNull(member) ? Optional.of(node.path(member).asText()) : Optional.empty();
  }
}
