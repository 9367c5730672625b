package yibao.simulators.certified;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.UnaryOperator;
import yibao.simulators.wire.HttpPlug;

/**
 * A certified module (XJ-D01): takes JSON on a port of this machine and answers with what the
 * national service behind it says. Pulled out, nothing listens there; the port stays the same.
 * Control calls may come from any thread.
 */
public final class CertifiedModuleSimulator implements AutoCloseable {
  private static final String PATH = "/localcfc/api/hsecfc/localQrCodeQuery";
  private static final int LONGEST_REQUEST = 64 * 1024;
  private static final Duration SERVICE_LIMIT = Duration.ofSeconds(40);

  private final UnaryOperator<byte[]> service;
  private final HttpPlug plug;

  /**
   * @param service what the national service answers to a request, both JSON; throws {@link
   *     UncheckedIOException} when it cannot be reached
   */
  public CertifiedModuleSimulator(UnaryOperator<byte[]> service) {
    this.service = service;
    this.plug = new HttpPlug(PATH, this::serve);
  }

  /**
   * A module that asks a service by HTTP.
   *
   * @param service its address
   */
  public CertifiedModuleSimulator(URI service) {
    this(request -> forward(service, request));
  }

  /** Where it is spoken to, whether or not it is plugged in. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + plug.port() + PATH);
  }

  /** Plugs it in again after {@link #pull()}. */
  public void plugIn() {
    plug.plugIn();
  }

  /** Pulls it out: nobody can reach it. */
  public void pull() {
    plug.pull();
  }

  @Override
  public void close() {
    plug.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readNBytes(LONGEST_REQUEST);
      byte[] answer = service.apply(request);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (UncheckedIOException e) {
      // The service behind is gone; the module hangs up, as it would.
      throw e.getCause();
    }
  }

  private static byte[] forward(URI service, byte[] request) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(service)
                  .timeout(SERVICE_LIMIT)
                  .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("stopped while asking", e));
    }
  }
}
