package yibao.kiosk.app.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** How long certificates are still good. */
public final class CertificateCheck {
  private static final Duration RENEW_BEFORE = Duration.ofDays(30);
  private static final String CERTIFICATE = "-----BEGIN CERTIFICATE";
  private static final int DAY_LENGTH = 10;

  private final InstantSource clock;

  /**
   * @param clock tells today
   */
  public CertificateCheck(InstantSource clock) {
    this.clock = clock;
  }

  /** A finding for each certificate file in a folder; none where there are none. */
  public List<Finding> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().flatMap(this::file).toList();
    } catch (IOException e) {
      return List.of(Finding.fault("证书", folder + " 读不出", "用服务账号或 root 运行，检查目录权限。"));
    }
  }

  /** How long one is good. */
  Finding of(String what, X509Certificate certificate) {
    Instant until = certificate.getNotAfter().toInstant();
    String found = "有效期到 " + until.toString().substring(0, DAY_LENGTH);
    if (until.isBefore(clock.instant())) {
      return Finding.fault(what, found + "，已过期", "更换证书。");
    }
    return until.isBefore(clock.instant().plus(RENEW_BEFORE))
        ? Finding.warning(what, found, "快到期了，请准备更换。")
        : Finding.good(what, found);
  }

  private Stream<Finding> file(Path file) {
    String what = "证书 " + file.getFileName();
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(CERTIFICATE)) {
        return Stream.empty();
      }
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(bytes))
          .stream()
          .filter(X509Certificate.class::isInstance)
          .map(certificate -> of(what, (X509Certificate) certificate));
    } catch (IOException | CertificateException e) {
      return Stream.of(Finding.fault(what, "读不出", "换上完好的证书文件。"));
    }
  }
}
