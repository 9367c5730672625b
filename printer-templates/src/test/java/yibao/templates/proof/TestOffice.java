package yibao.templates.proof;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An invented office with a key and a certificate it made itself. */
record TestOffice(KeyPair keys, X509Certificate certificate) {

  static TestOffice withRsa() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return of(generator.generateKeyPair());
  }

  static TestOffice withSm2() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", NationalAlgorithms.provider());
    generator.initialize(new ECGenParameterSpec("sm2p256v1"));
    return of(generator.generateKeyPair());
  }

  DocumentSigner signer() {
    return new DocumentSigner(keys.getPrivate(), List.of(certificate));
  }

  private static TestOffice of(KeyPair keys) throws Exception {
    X500Name name = new X500Name("C=CN,O=某某医疗保障服务中心,CN=电子印章测试");
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(Instant.parse("2026-01-01T00:00:00Z")),
            Date.from(Instant.parse("2036-01-01T00:00:00Z")),
            name,
            keys.getPublic());
    var signer =
        new JcaContentSignerBuilder(SigningAlgorithm.of(keys.getPrivate()).jcaName())
            .setProvider(NationalAlgorithms.provider())
            .build(keys.getPrivate());
    X509Certificate certificate =
        new JcaX509CertificateConverter()
            .setProvider(NationalAlgorithms.provider())
            .getCertificate(builder.build(signer));
    return new TestOffice(keys, certificate);
  }
}
