package yibao.devices.certified;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;

/** A component spoken to by HTTP: one POST for each call, a connection for each. */
final class LocalService implements CertifiedComponentOpener {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final int OK = 200;

  private final URI address;

  LocalService(URI address) {
    this.address = address;
  }

  @Override
  public String name() {
    return address.toString();
  }

  @Override
  public CertifiedComponent open() throws PortException {
    if (!listens()) {
      throw new PortException(PortFault.ABSENT, name());
    }
    return new Opened(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_LIMIT)
            .build());
  }

  /** Connects and sends nothing: whoever stands before it is not disturbed. */
  private boolean listens() {
    boolean secure = address.getScheme().equals("https");
    int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(address.getHost(), port), (int) CONNECT_LIMIT.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private final class Opened implements CertifiedComponent {
    private final HttpClient http;

    private Opened(HttpClient http) {
      this.http = http;
    }

    @Override
    public Answer call(byte[] request, Duration limit) {
      HttpRequest post =
          HttpRequest.newBuilder(address)
              .timeout(limit)
              .header("Content-Type", "application/json; charset=utf-8")
              .POST(HttpRequest.BodyPublishers.ofByteArray(request))
              .build();
      try {
        HttpResponse<byte[]> response =
            http.send(post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        return response.statusCode() == OK ? new Answer.Said(response.body()) : new Answer.Lost();
      } catch (ConnectException | HttpConnectTimeoutException e) {
        return new Answer.NotReached();
      } catch (IOException e) {
        return new Answer.Lost();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Answer.Lost();
      }
    }

    @Override
    public boolean lost() {
      return !listens();
    }

    @Override
    public void close() {
      http.shutdownNow();
    }
  }
}
