package yibao.demo.hall;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import yibao.telemetry.BrokerAddress;

/** A hall's own authority and what it signs, made afresh in a folder. */
public final class HallCertificates {
  private static final Duration VALID = Duration.ofDays(365);

  private final Path folder;
  private final X500Name issuer = new X500Name("CN=Demo hall authority");
  private final KeyPair authority;
  private final Instant now;

  private HallCertificates(Path folder, KeyPair authority, Instant now) {
    this.folder = folder;
    this.authority = authority;
    this.now = now;
  }

  /** Makes an authority in a folder. */
  public static HallCertificates in(Path folder) throws IOException {
    try {
      HallCertificates made = new HallCertificates(folder, keys("EC"), Instant.now());
      X509v3CertificateBuilder self = made.certificate(made.issuer, made.authority);
      self.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      write(folder.resolve("ca.pem"), "CERTIFICATE", made.sign(self));
      return made;
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException("the demonstration's certificates cannot be made", e);
    }
  }

  /** The authority's certificate. */
  public Path authority() {
    return folder.resolve("ca.pem");
  }

  /**
   * Signs somebody.
   *
   * @param name the common name; the files are {@code <name>.pem} and {@code <name>.key}
   * @return the three files as a client uses them
   */
  public BrokerAddress.Tls issue(String name) throws IOException {
    try {
      KeyPair keys = keys("EC");
      X509v3CertificateBuilder builder = certificate(new X500Name("CN=" + name), keys);
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName[] {
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.dNSName, "localhost")
              }));
      Path certificate = folder.resolve(name + ".pem");
      write(certificate, "CERTIFICATE", sign(builder));
      return new BrokerAddress.Tls(
          authority(), certificate, secret(folder.resolve(name + ".key"), keys.getPrivate()));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException("the demonstration's certificates cannot be made", e);
    }
  }

  /** Makes the key the hall signs its orders with: {@code orders.key}, {@code orders.pub}. */
  public Path orderKey() throws IOException {
    try {
      KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      write(folder.resolve("orders.pub"), "PUBLIC KEY", keys.getPublic().getEncoded());
      return secret(folder.resolve("orders.key"), keys.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IOException("the demonstration's key for orders cannot be made", e);
    }
  }

  /** A file only its owner reads, with a private key. */
  static Path secret(Path file, PrivateKey key) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    write(file, "PRIVATE KEY", key.getEncoded());
    return file;
  }

  static void write(Path file, String what, byte[] content) throws IOException {
    Files.writeString(
        file,
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(
                what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), what));
  }

  private static KeyPair keys(String algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private X509v3CertificateBuilder certificate(X500Name subject, KeyPair keys) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(64, new SecureRandom()),
        Date.from(now.minus(Duration.ofDays(1))),
        Date.from(now.plus(VALID)),
        subject,
        keys.getPublic());
  }

  private byte[] sign(X509v3CertificateBuilder builder)
      throws OperatorCreationException, IOException {
    return builder
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()))
        .getEncoded();
  }
}
