package yibao.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The seal of an invented office, with a certificate the demonstration signs itself. */
final class DemoSeal {
  private static final String OFFICE = "示例医疗保障经办服务中心";
  private static final Duration VALID = Duration.ofDays(3650);

  private DemoSeal() {}

  /** The file that describes it, made together with its key where there is none yet. */
  static Path in(Path keys) throws IOException {
    Path seal = keys.resolve("seal.yaml");
    if (Files.notExists(seal)) {
      try {
        make(keys);
      } catch (GeneralSecurityException | OperatorCreationException e) {
        throw new IOException("the demonstration's certificate cannot be made", e);
      }
      Files.writeString(
          seal,
          """
          issuer: %s
          name: 演示专用章
          documents: {key: office.key, certificates: office.pem}
          """
              .formatted(OFFICE));
    }
    return seal;
  }

  private static void make(Path keys)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    X500Name name = new X500Name("C=CN,O=" + OFFICE + ",CN=演示电子印章");
    Instant now = Instant.now();
    byte[] certificate =
        new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(64, new SecureRandom()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(VALID)),
                name,
                pair.getPublic())
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
            .getEncoded();
    Path key = keys.resolve("office.key");
    Files.deleteIfExists(key);
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    Files.writeString(keys.resolve("office.pem"), pem("CERTIFICATE", certificate));
  }

  private static String pem(String what, byte[] content) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(
            what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), what);
  }
}
