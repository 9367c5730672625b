package yibao.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The hall around the terminal: what people and the world do to it, and what came out of it. */
final class Hall {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;

  Hall(URI address) {
    this.address = address;
  }

  void layCard(String person) {
    post("sim/id-card", "{\"person\":\"" + person + "\"}");
  }

  void takeCard() {
    send(request("sim/id-card").DELETE().build());
  }

  void printer(String condition) {
    post("sim/printer", condition);
  }

  void device(String name, String condition) {
    post("sim/device/" + name, condition);
  }

  void platform(String mood) {
    post("sim/platform", "{\"mode\":\"" + mood + "\"}");
  }

  /** The province's staff see to the newest filing. */
  void decideNewestFiling(String decision) {
    List<String> numbers =
        Pattern.compile("\"number\":\"([^\"]+)\"")
            .matcher(text("sim/platform/filings"))
            .results()
            .map(found -> found.group(1))
            .toList();
    post("sim/platform/filings/" + numbers.getLast(), decision);
  }

  void pass(Duration time) {
    post("sim/clock", "{\"advance\":\"" + time + "\"}");
  }

  /** A fresh e-voucher's text, as somebody's phone shows it. */
  String voucher(String person) {
    return new String(
        send(request("sim/voucher")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"person\":\"" + person + "\"}"))
                .build())
            .body(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Lays a page under the document camera. */
  void layPage(byte[] picture) {
    send(
        request("sim/document-camera")
            .header("Content-Type", "image/png")
            .POST(HttpRequest.BodyPublishers.ofByteArray(picture))
            .build());
  }

  /** Holds a picture before whatever reads codes. */
  void hold(byte[] picture) {
    send(
        request("sim/scan")
            .header("Content-Type", "image/png")
            .POST(HttpRequest.BodyPublishers.ofByteArray(picture))
            .build());
  }

  /** The picture of the last receipt. */
  byte[] receipt() {
    return send(request("sim/printer/paper.png").GET().build()).body();
  }

  /** The bytes of the last receipt. */
  byte[] paper() {
    return send(request("sim/printer/paper.bin").GET().build()).body();
  }

  /** How often a word stands in the province's ledger. */
  long filings(String word) {
    String all = text("sim/platform/filings");
    return all.split(word, -1).length - 1L;
  }

  String text(String path) {
    return new String(
        send(request(path).GET().build()).body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Any call. */
  void call(String method, String path, String body) {
    send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private void post(String path, String body) {
    call("POST", path, body);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() >= 400) {
        throw new AssertionError(
            request.uri()
                + " answered "
                + response.statusCode()
                + ": "
                + new String(response.body()));
      }
      return response;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
