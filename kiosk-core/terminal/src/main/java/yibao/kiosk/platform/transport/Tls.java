package yibao.kiosk.platform.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.X509CertSelector;
import java.util.EnumSet;
import java.util.Optional;
import javax.net.ssl.CertPathTrustManagerParameters;
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
 * @param revoked file of revocation lists (RFC 5280, PEM or DER); where there is one, only a
 *     gateway that a list in force vouches for is believed; empty: nobody is looked up
 */
public record Tls(
    Optional<Path> own, String password, Optional<Path> authorities, Optional<Path> revoked) {

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
    if (revoked.isEmpty()) {
      factory.init(store);
    } else {
      factory.init(new CertPathTrustManagerParameters(withLists(store, revoked.get())));
    }
    return factory.getTrustManagers();
  }

  /** Lists come from the file alone: a hall's network reaches the province and nobody else. */
  private static PKIXBuilderParameters withLists(KeyStore authorities, Path lists)
      throws IOException, GeneralSecurityException {
    if (authorities == null) {
      throw new IOException(lists + " needs the authorities it is signed by named beside it");
    }
    PKIXBuilderParameters path = new PKIXBuilderParameters(authorities, new X509CertSelector());
    try (InputStream file = Files.newInputStream(lists)) {
      path.addCertStore(
          CertStore.getInstance(
              "Collection",
              new CollectionCertStoreParameters(
                  CertificateFactory.getInstance("X.509").generateCRLs(file))));
    }
    PKIXRevocationChecker checker =
        (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX").getRevocationChecker();
    checker.setOptions(
        EnumSet.of(
            PKIXRevocationChecker.Option.PREFER_CRLS,
            PKIXRevocationChecker.Option.NO_FALLBACK,
            PKIXRevocationChecker.Option.ONLY_END_ENTITY));
    path.addCertPathChecker(checker);
    return path;
  }

  @Override
  public String toString() {
    return "Tls[own=" + own + ", authorities=" + authorities + ", revoked=" + revoked + "]";
  }
}
