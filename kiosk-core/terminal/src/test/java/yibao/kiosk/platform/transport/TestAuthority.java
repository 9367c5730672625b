package yibao.kiosk.platform.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Issues certificates for a test. */
final class TestAuthority {

  static final String PASSWORD = "changeit";

  private static final AlgorithmIdentifier ECDSA =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

  private final Path directory;
  private final KeyPair keys = newKeys();
  private final X500Name name = new X500Name("CN=test authority");

  TestAuthority(Path directory) throws GeneralSecurityException {
    this.directory = directory;
  }

  /** PEM file with the authority's own certificate. */
  Path pem() throws GeneralSecurityException, IOException {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    Certificate certificate =
        sign(name, keys, Instant.now().minus(Duration.ofDays(1)), extensions.generate());
    return Files.writeString(
        directory.resolve("authority.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }

  /**
   * PKCS#12 file with a fresh key and a certificate that is good for two days.
   *
   * @param address IP address the certificate is for
   */
  Path issue(String subject, String address, Instant from)
      throws GeneralSecurityException, IOException {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.iPAddress, address)));
    KeyPair own = newKeys();
    Certificate certificate = sign(new X500Name("CN=" + subject), own, from, extensions.generate());
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        subject, own.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
    Path file = directory.resolve(subject + ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  /**
   * File with the list of the certificates revoked so far, in force for two days.
   *
   * @param subject whose certificate is revoked; it was issued before
   */
  Path revoke(Instant from, String subject) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve(subject + ".p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    X509Certificate certificate = (X509Certificate) store.getCertificate(subject);
    V2TBSCertListGenerator generator = new V2TBSCertListGenerator();
    generator.setIssuer(name);
    generator.setThisUpdate(new Time(Date.from(from)));
    generator.setNextUpdate(new Time(Date.from(from.plus(Duration.ofDays(2)))));
    generator.setSignature(ECDSA);
    generator.addCRLEntry(
        new ASN1Integer(certificate.getSerialNumber()), new Time(Date.from(from)), 1);
    TBSCertList unsigned = generator.generateTBSCertList();
    ASN1EncodableVector list = new ASN1EncodableVector();
    list.add(unsigned);
    list.add(ECDSA);
    list.add(new DERBitString(signature(unsigned.getEncoded())));
    return Files.write(directory.resolve("revoked.crl"), new DERSequence(list).getEncoded());
  }

  private byte[] signature(byte[] unsigned) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(unsigned);
    return signature.sign();
  }

  private Certificate sign(X500Name subject, KeyPair of, Instant from, Extensions extensions)
      throws GeneralSecurityException, IOException {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(BigInteger.valueOf(System.nanoTime())));
    generator.setIssuer(name);
    generator.setSubject(subject);
    generator.setStartDate(new Time(Date.from(from)));
    generator.setEndDate(new Time(Date.from(from.plus(Duration.ofDays(2)))));
    generator.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(of.getPublic().getEncoded()));
    generator.setSignature(ECDSA);
    generator.setExtensions(extensions);
    TBSCertificate unsigned = generator.generateTBSCertificate();
    ASN1EncodableVector certificate = new ASN1EncodableVector();
    certificate.add(unsigned);
    certificate.add(ECDSA);
    certificate.add(new DERBitString(signature(unsigned.getEncoded())));
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(new DERSequence(certificate).getEncoded()));
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }
}
