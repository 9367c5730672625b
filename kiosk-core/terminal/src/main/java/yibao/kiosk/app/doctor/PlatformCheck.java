package yibao.kiosk.app.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The province's platform: its line, its certificate, and whether its clock agrees with ours. */
public final class PlatformCheck {
  private static final String PLATFORM = "省平台";
  private static final String CERTIFICATE = "平台证书";
  private static final int CONNECT_MILLIS = 3000;
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
  private static final Duration CLOCK_SLACK = Duration.ofMinutes(5);

  private final InstantSource clock;

  public PlatformCheck(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Looks at the platform without sending it any transaction.
   *
   * @param ownKeys whether the line has keys and authorities of its own, which are not tried here
   */
  public List<Finding> look(URI address, boolean ownKeys) {
    boolean secure = "https".equals(address.getScheme());
    int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), port), CONNECT_MILLIS);
      List<Finding> findings = new ArrayList<>();
      findings.add(Finding.good(PLATFORM, address + " 连得上"));
      if (secure && !ownKeys) {
        findings.add(certificate(socket, address.getHost(), port));
      }
      agreement(address).ifPresent(findings::add);
      return findings;
    } catch (IOException e) {
      return List.of(
          Finding.fault(PLATFORM, address + " 连不上", "检查网线、地址、防火墙和专网；连不上时查询停用，办件存在本机等恢复。"));
    }
  }

  private Finding certificate(Socket socket, String host, int port) {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket tls = (SSLSocket) factory.createSocket(socket, host, port, false)) {
      tls.setSoTimeout(CONNECT_MILLIS);
      tls.startHandshake();
      Certificate first = tls.getSession().getPeerCertificates()[0];
      return first instanceof X509Certificate x509
          ? new CertificateCheck(clock).of(CERTIFICATE, x509)
          : Finding.good(CERTIFICATE, "已验证");
    } catch (SSLException e) {
      return Finding.fault(
          CERTIFICATE, "没有通过验证：" + e.getMessage(), "检查本机时间和根证书；省平台换了证书时请向省里要新的根证书。");
    } catch (IOException e) {
      return Finding.fault(CERTIFICATE, "握手没有完成", "检查防火墙是否只放行了端口、拦了内容。");
    }
  }

  /** Servers say their time with every answer, also with one that refuses. */
  private Optional<Finding> agreement(URI address) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      Optional<Instant> theirs =
          http.send(
                  HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).GET().build(),
                  BodyHandlers.discarding())
              .headers()
              .firstValue("Date")
              .map(
                  date ->
                      ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return theirs.map(
          told -> {
            Duration apart = Duration.between(told, clock.instant()).abs();
            return apart.compareTo(CLOCK_SLACK) > 0
                ? Finding.fault("时钟", "与省平台相差 " + apart.toMinutes() + " 分钟", "校准系统时间，打开时间同步。")
                : Finding.good("时钟", "与省平台一致");
          });
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
