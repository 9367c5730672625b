package yibao.kiosk.platform;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * POST of the bare envelope.
 *
 * <p>Every message has a connection of its own: a kept one that the gateway is just closing would
 * leave open for no reason whether a filing arrived.
 */
public final class PlainTransport implements Transport {

  private static final long LONGEST_ANSWER = 4L * 1024 * 1024;

  private final URI endpoint;
  private final Patience patience;

  /**
   * How long to wait.
   *
   * @param connect until the connection stands
   * @param answer until the whole answer is there, connecting included
   */
  public record Patience(Duration connect, Duration answer) {}

  /** A transport to {@code endpoint}. */
  public PlainTransport(URI endpoint, Patience patience) {
    this.endpoint = endpoint;
    this.patience = patience;
  }

  @Override
  public Delivery send(String infno, byte[] message) {
    Watched body = new Watched(HttpRequest.BodyPublishers.ofByteArray(message));
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Accept", "application/json")
            .POST(body)
            .build();
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.connect())
            .build();
    try {
      CompletableFuture<HttpResponse<byte[]>> answer =
          client.sendAsync(
              request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
      return judge(answer.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      return failed(body, "platform.timeout");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return failed(body, "platform.interrupted");
    } catch (ExecutionException fault) {
      return failed(body, causeOf(fault.getCause()));
    } finally {
      client.shutdownNow();
    }
  }

  private static Delivery judge(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status == 200) {
      return new Delivery.Answered(answer.body());
    }
    String cause = "platform.http-" + status;
    boolean turnedAway = status >= 400 && status < 500 && status != 408;
    return turnedAway ? new Delivery.NotSent(cause) : new Delivery.Lost(cause);
  }

  /** Without its body, a message that broke off on the way says nothing the platform could do. */
  private static Delivery failed(Watched body, String cause) {
    return body.started ? new Delivery.Lost(cause) : new Delivery.NotSent(cause);
  }

  private static String causeOf(Throwable fault) {
    return switch (fault) {
      case HttpConnectTimeoutException _ -> "platform.connect-timeout";
      case ConnectException _ -> "platform.unreachable";
      case SSLException _ -> "platform.tls";
      case IOException _ -> "platform.connection-lost";
      default -> "platform.fault";
    };
  }

  /** Notes whether any of the body was handed to the connection. */
  private static final class Watched implements HttpRequest.BodyPublisher {
    private final HttpRequest.BodyPublisher body;
    private volatile boolean started;

    Watched(HttpRequest.BodyPublisher body) {
      this.body = body;
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      started = true;
      body.subscribe(subscriber);
    }
  }
}
