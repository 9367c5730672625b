package yibao.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.app.Terminal;

/** A whole terminal, and every call of its contract that is for people who work here. */
class NobodyUninvitedTest {
  @TempDir Path directory;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void no_call_for_some_is_served_to_whoever_has_not_signed_in() throws Exception {
    Path deploy = Path.of("..").toAbsolutePath().normalize();
    try (AdjustableTime time = new AdjustableTime();
        World world = World.create(directory.resolve("world"), time)) {
      Terminal terminal =
          Terminal.start(
              new DemoTerminal(
                      "qinghai", 0, directory.resolve("data"), deploy.resolve("regions"), deploy)
                  .config(world),
              time,
              List.of());
      try {
        URI address = URI.create("http://127.0.0.1:" + terminal.port() + "/");
        int guarded = 0;
        JsonNode contract =
            new YAMLMapper().readTree(ask(address, "GET", "/api/openapi.yaml").body());
        for (var path : contract.path("paths").properties()) {
          for (var call : path.getValue().properties()) {
            if (!call.getValue().path("x-roles").isEmpty()) {
              String method = call.getKey().toUpperCase(Locale.ROOT);
              String at = path.getKey().replaceAll("\\{\\w+}", "1");
              assertEquals(401, ask(address, method, at).statusCode(), method + " " + at);
              guarded++;
            }
          }
        }
        assertTrue(guarded > 20, "the contract has such calls");
      } finally {
        terminal.close();
      }
    }
  }

  private HttpResponse<String> ask(URI address, String method, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address.resolve(path))
            .method(method, HttpRequest.BodyPublishers.ofString("{}"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
