package yibao.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import yibao.devices.qr.GreyImage;

/**
 * The cameras of a screen: films what is held before them and shows it to the terminal by the same
 * calls as a browser does. Films only while something is held there.
 */
final class SimulatedScreen implements AutoCloseable {
  private static final Logger LOG = System.getLogger(SimulatedScreen.class.getName());
  private static final Duration PACE = Duration.ofMillis(150);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private Optional<URI> terminal = Optional.empty();
  private Optional<GreyImage> code = Optional.empty();
  private Optional<Page> page = Optional.empty();
  private boolean filming;
  private boolean closed;

  /**
   * A page under the document camera.
   *
   * @param file the camera's picture as JPEG
   * @param frame the same, as small as a frame
   */
  record Page(byte[] file, GreyImage frame) {}

  /** The page is served from here. */
  synchronized void shows(URI address) {
    terminal = Optional.of(address);
  }

  /** Holds a code before the camera until another one comes or it is taken away. */
  synchronized void hold(GreyImage picture) {
    code = Optional.of(picture);
    film();
  }

  synchronized void takeCodeAway() {
    code = Optional.empty();
  }

  /** Lays a page under the document camera; it is turned over once its picture was taken. */
  synchronized void lay(byte[] jpeg, BufferedImage picture) {
    page = Optional.of(new Page(jpeg, CameraPictures.frame(picture)));
    film();
  }

  synchronized void takePageAway() {
    page = Optional.empty();
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private void film() {
    if (!filming) {
      filming = true;
      Thread.ofVirtual().name("simulated screen").start(this::run);
    }
  }

  private void run() {
    while (somethingIsThere()) {
      try {
        show();
        Thread.sleep(PACE);
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "the terminal does not answer: {0}", e.getClass().getName());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private synchronized boolean somethingIsThere() {
    filming = !closed && terminal.isPresent() && (code.isPresent() || page.isPresent());
    return filming;
  }

  private void show() throws IOException, InterruptedException {
    JsonNode view = json.readTree(send(request("api/journey").GET()).body());
    if (view.at("/step/camera").isMissingNode()) {
      return;
    }
    String revision = "?revision=" + view.path("revision").asInt();
    String kind = view.at("/step/kind").asText();
    if (kind.equals("identify")) {
      Optional<GreyImage> held = held();
      if (held.isPresent()) {
        frame("api/camera/scan" + revision, held.get());
      }
    } else if (kind.equals("materials")) {
      Optional<Page> lying = lying();
      if (lying.isPresent()) {
        film(revision, lying.get());
      }
    }
  }

  private void film(String revision, Page lying) throws IOException, InterruptedException {
    HttpResponse<byte[]> seen = frame("api/camera/document" + revision, lying.frame);
    if (seen.statusCode() == 200 && json.readTree(seen.body()).path("shoot").asBoolean()) {
      send(
          request("api/camera/document/picture" + revision)
              .header("Content-Type", "image/jpeg")
              .POST(HttpRequest.BodyPublishers.ofByteArray(lying.file)));
      turnOver(lying);
    }
  }

  private synchronized Optional<GreyImage> held() {
    return code;
  }

  private synchronized Optional<Page> lying() {
    return page;
  }

  private synchronized void turnOver(Page taken) {
    page = page.filter(now -> now != taken);
  }

  private HttpResponse<byte[]> frame(String path, GreyImage frame)
      throws IOException, InterruptedException {
    return send(
        request(path + "&width=" + frame.width() + "&height=" + frame.height())
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(frame.pixels())));
  }

  private synchronized HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(terminal.orElseThrow().resolve(path)).timeout(PATIENCE);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
