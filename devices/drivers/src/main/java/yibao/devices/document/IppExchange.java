package yibao.devices.document;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.util.ParseError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** IPP requests over HTTP, each with a limit and an answer of bounded length. */
final class IppExchange {
  private static final int LONGEST_ANSWER = 1 << 20;
  private static final int IPP_PORT = 631;

  private final HttpClient http;
  private final URI address;
  private final Duration limit;

  IppExchange(HttpClient http, URI printer, Duration limit) {
    this.http = http;
    this.address = httpAddress(printer);
    this.limit = limit;
  }

  /** Sends a request, followed by a document when it has one. */
  IppPacket send(IppPacket request, byte[] document) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (IppOutputStream head = new IppOutputStream(body)) {
      head.write(request);
    }
    body.writeBytes(document);
    HttpRequest post =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Content-Type", "application/ipp")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    try {
      HttpResponse<byte[]> response =
          http.send(
              post,
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
      if (response.statusCode() != 200) {
        throw new IOException("the printer answered HTTP " + response.statusCode());
      }
      return packetIn(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while talking to the printer", e);
    }
  }

  /**
   * The packet an answer holds.
   *
   * @throws IOException when it holds none
   */
  static IppPacket packetIn(byte[] answer) throws IOException {
    try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(answer))) {
      return in.readPacket();
    } catch (ParseError | RuntimeException e) {
      // The library trusts the lengths it reads.
      throw new IOException("the printer's answer is no IPP", e);
    }
  }

  private static URI httpAddress(URI printer) {
    String scheme = printer.getScheme().equals("ipps") ? "https" : "http";
    int port = printer.getPort() < 0 ? IPP_PORT : printer.getPort();
    return URI.create(scheme + "://" + printer.getHost() + ":" + port + printer.getRawPath());
  }
}
