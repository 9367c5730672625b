package yibao.kiosk.platform.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Who we are and whom we believe on {@code https}.
 *
 * @param own PKCS#12 file with the terminal's certificate and key; empty where the gateway asks for
 *     none
 * @param password of that file
 * @param authorities PEM file of the authorities we believe; empty: those of the system
 */
public record Tls(Optional<Path> own, String password, Optional<Path> authorities) {

  /**
   * The context for connections.
   *
   * @throws IOException when a file cannot be read or the password is wrong
   * @throws GeneralSecurityException when a file holds no key or certificate that can be used
   */
  public SSLContext context() throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys(), trust(), null);
    return context;
  }

  private KeyManager[] keys() throws IOException, GeneralSecurityException {
    if (own.isEmpty()) {
      return new KeyManager[0];
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(own.get())) {
      store.load(file, password.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password.toCharArray());
    return factory.getKeyManagers();
  }

  private TrustManager[] trust() throws IOException, GeneralSecurityException {
    KeyStore store = null;
    if (authorities.isPresent()) {
      store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      try (InputStream file = Files.newInputStream(authorities.get())) {
        int count = 0;
        for (Certificate authority :
            CertificateFactory.getInstance("X.509").generateCertificates(file)) {
          store.setCertificateEntry("authority-" + count++, authority);
        }
      }
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  @Override
  public String toString() {
    return "Tls[own=" + own + ", authorities=" + authorities + "]";
  }
}
