package yibao.kiosk.platform.transport;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;

/** Says in a stable code what is wrong with a TLS connection. */
final class TlsFault {

  private TlsFault() {}

  /**
   * The code: {@code platform.tls-expired} and {@code platform.tls-not-yet-valid} may both mean
   * that the terminal's own clock is wrong.
   */
  static String codeOf(Throwable fault) {
    String code = "platform.tls";
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      code =
          switch (cause) {
            case CertificateExpiredException _ -> "platform.tls-expired";
            case CertificateNotYetValidException _ -> "platform.tls-not-yet-valid";
            case CertificateRevokedException _ -> "platform.tls-revoked";
            case CertPathValidatorException unknown
                when unknown.getReason() == BasicReason.UNDETERMINED_REVOCATION_STATUS ->
                "platform.tls-revocation-unknown";
            case CertPathValidatorException revoked
                when revoked.getReason() == BasicReason.REVOKED ->
                "platform.tls-revoked";
            case CertPathBuilderException _ -> "platform.tls-untrusted";
            case CertPathValidatorException _ -> "platform.tls-untrusted";
            case CertificateException named when namesHost(named) -> "platform.tls-wrong-host";
            default -> code;
          };
    }
    return code;
  }

  private static boolean namesHost(CertificateException fault) {
    String message = String.valueOf(fault.getMessage());
    return message.startsWith("No subject alternative") || message.startsWith("No name matching");
  }
}
