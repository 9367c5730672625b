package yibao.kiosk.platform.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * One POST of JSON to a gateway.
 *
 * <p>Every message has a connection of its own: a kept one that the gateway is just closing would
 * leave open for no reason whether a filing arrived.
 */
public final class HttpPost {

  private static final long LONGEST_ANSWER = 4L * 1024 * 1024;

  private final URI endpoint;
  private final Patience patience;
  private final Optional<SSLContext> tls;

  /**
   * How long to wait.
   *
   * @param connect until the connection stands
   * @param answer until the whole answer is there, connecting included
   */
  public record Patience(Duration connect, Duration answer) {}

  /**
   * A post to {@code endpoint}.
   *
   * @param tls keys and authorities for {@code https}; empty: the system's authorities, no client
   *     certificate
   */
  public HttpPost(URI endpoint, Patience patience, Optional<SSLContext> tls) {
    this.endpoint = endpoint;
    this.patience = patience;
    this.tls = tls;
  }

  /** A post to {@code endpoint} with the system's authorities. */
  public HttpPost(URI endpoint, Patience patience) {
    this(endpoint, patience, Optional.empty());
  }

  /** A post as patient and as trusting as this one, to another address. */
  HttpPost at(URI other) {
    return new HttpPost(other, patience, tls);
  }

  Transport.Delivery send(Map<String, String> headers, byte[] message) {
    Watched body = new Watched(HttpRequest.BodyPublishers.ofByteArray(message));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Accept", "application/json")
            .POST(body);
    headers.forEach(request::setHeader);
    HttpClient client = client();
    try {
      CompletableFuture<HttpResponse<byte[]>> answer =
          client.sendAsync(
              request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
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

  private HttpClient client() {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.connect());
    tls.ifPresent(client::sslContext);
    return client.build();
  }

  private static Transport.Delivery judge(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status == 200) {
      return new Transport.Delivery.Answered(answer.body());
    }
    String cause = "platform.http-" + status;
    boolean turnedAway = status >= 400 && status < 500 && status != 408;
    return turnedAway ? new Transport.Delivery.NotSent(cause) : new Transport.Delivery.Lost(cause);
  }

  /** A message that broke off before its body left says nothing the platform could act on. */
  private static Transport.Delivery failed(Watched body, String cause) {
    return body.started
        ? new Transport.Delivery.Lost(cause)
        : new Transport.Delivery.NotSent(cause);
  }

  private static String causeOf(Throwable fault) {
    return switch (fault) {
      case HttpConnectTimeoutException _ -> "platform.connect-timeout";
      case ConnectException unresolved
          when unresolved.getCause() instanceof ConnectException inner
              && inner.getCause() instanceof UnresolvedAddressException ->
          "platform.no-such-host";
      case ConnectException _ -> "platform.unreachable";
      case SSLException broken -> TlsFault.codeOf(broken);
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
