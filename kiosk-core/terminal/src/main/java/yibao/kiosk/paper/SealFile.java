package yibao.kiosk.paper;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import yibao.templates.proof.NationalAlgorithms;
import yibao.templates.proof.VerificationCode;

/**
 * The file that describes an office's seal; its paths are relative to it:
 *
 * <pre>{@code
 * issuer: 某某市医疗保障经办服务中心
 * name: 业务专用章
 * image: seal.png                 # optional
 * documents: {key: office.key, certificates: office.pem}
 * codes: {key: codes.key, certificates: codes.pem}   # optional; needed beside an RSA key
 * trusted: [neighbour.pem]        # optional: other terminals' certificates, for checking codes
 * }</pre>
 *
 * Keys are PKCS#8 in PEM (RFC 7468), readable by the service only; an SM2 key and certificate (GM/T
 * 0015) make SM2 signatures. Certificates are PEM, the key's own first.
 */
public record SealFile(
    String issuer,
    String name,
    Optional<Path> image,
    KeyFiles documents,
    Optional<KeyFiles> codes,
    Optional<List<Path>> trusted) {

  private static final String PROBE = "probe";
  private static final String X509 = "X.509";

  /**
   * RFC 7468 section 10. Bouncy Castle's reader is not asked: its jar is signed, and to check that
   * takes longer than to read every key.
   */
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  /** Where a key and its certificates lie. */
  public record KeyFiles(Path key, Path certificates) {}

  /** A seal and whose codes are believed beside its own. */
  public record Opened(Seal seal, List<PublicKey> trusted) {

    /** The certificate with which others check this seal's codes, PEM (RFC 7468). */
    public String published() {
      StringWriter text = new StringWriter();
      try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
        pem.writeObject(seal.codes().chain().getFirst());
      } catch (IOException e) {
        throw new UncheckedIOException("memory takes every certificate", e);
      }
      return text.toString();
    }
  }

  /**
   * The public keys in files of certificates that offices have published.
   *
   * @throws IOException when one cannot be read; the message names the file
   */
  public static List<PublicKey> published(List<Path> files) throws IOException {
    List<PublicKey> keys = new ArrayList<>();
    for (Path file : files) {
      certificates(file).forEach(certificate -> keys.add(certificate.getPublicKey()));
    }
    return keys;
  }

  /**
   * Reads the file and all it names.
   *
   * @throws IOException when something cannot be read or used; the message names the file and what
   *     to do, never what stands in it
   */
  public static Opened open(Path file) throws IOException {
    SealFile described = read(file);
    Path folder = file.toAbsolutePath().getParent();
    Seal.Identity documents = identity(folder, described.documents());
    Seal.Identity codes =
        described.codes().isPresent() ? identity(folder, described.codes().get()) : documents;
    requireShortSignatures(
        folder.resolve(described.codes().orElse(described.documents()).key()), codes);
    Optional<byte[]> image = Optional.empty();
    if (described.image().isPresent()) {
      image = Optional.of(Files.readAllBytes(folder.resolve(described.image().get())));
    }
    List<PublicKey> trusted = new ArrayList<>();
    for (Path certificates : described.trusted().orElse(List.of())) {
      certificates(folder.resolve(certificates)).forEach(c -> trusted.add(c.getPublicKey()));
    }
    return new Opened(
        new Seal(described.issuer(), described.name(), image, documents, codes), trusted);
  }

  private static SealFile read(Path file) throws IOException {
    try {
      return JsonMapper.builder(new YAMLFactory())
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build()
          .readValue(Files.readString(file), SealFile.class);
    } catch (JsonProcessingException e) {
      throw new IOException(
          file
              + Optional.ofNullable(e.getLocation())
                  .map(JsonLocation::getLineNr)
                  .map(line -> " 第 " + line + " 行：")
                  .orElse("：")
              + "应有 issuer、name、documents（key、certificates），可有 image、codes、trusted");
    }
  }

  private static Seal.Identity identity(Path folder, KeyFiles files) throws IOException {
    Path keyFile = folder.resolve(files.key());
    List<X509Certificate> chain = certificates(folder.resolve(files.certificates()));
    OwnerOnly.require(keyFile);
    Matcher found = PKCS8.matcher(Files.readString(keyFile));
    if (!found.find()) {
      throw new IOException(keyFile + "：不是 PEM 格式的 PKCS#8 私钥");
    }
    try {
      byte[] key = Base64.getMimeDecoder().decode(found.group(1));
      return new Seal.Identity(privateKey(chain.getFirst(), new PKCS8EncodedKeySpec(key)), chain);
    } catch (GeneralSecurityException e) {
      throw new IOException(keyFile + "：私钥与证书不是一对", e);
    }
  }

  private static PrivateKey privateKey(X509Certificate own, PKCS8EncodedKeySpec key)
      throws GeneralSecurityException {
    String algorithm = own.getPublicKey().getAlgorithm();
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(key);
    } catch (InvalidKeySpecException e) {
      return KeyFactory.getInstance(algorithm, NationalAlgorithms.provider()).generatePrivate(key);
    }
  }

  private static List<X509Certificate> certificates(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    List<X509Certificate> chain = new ArrayList<>();
    try {
      chain.addAll(certificates(CertificateFactory.getInstance(X509), content));
    } catch (CertificateException e) {
      // The JDK refuses an SM2 key.
      try {
        chain.addAll(
            certificates(
                CertificateFactory.getInstance(X509, NationalAlgorithms.provider()), content));
      } catch (CertificateException unreadable) {
        throw new IOException(file + "：不是 PEM 格式的证书", unreadable);
      }
    }
    if (chain.isEmpty()) {
      throw new IOException(file + "：没有证书");
    }
    return chain;
  }

  private static List<X509Certificate> certificates(CertificateFactory factory, byte[] content)
      throws CertificateException {
    return factory.generateCertificates(new ByteArrayInputStream(content)).stream()
        .map(X509Certificate.class::cast)
        .toList();
  }

  /**
   * Signs one code and checks it, so that a wrong pair is found at the start and not by a citizen.
   */
  private static void requireShortSignatures(Path file, Seal.Identity codes) throws IOException {
    try {
      String signed =
          new VerificationCode(PROBE, PROBE, PROBE, LocalDate.EPOCH, PROBE, PROBE)
              .sign(codes.key());
      if (VerificationCode.check(signed, _ -> Optional.of(codes.publicKey()))
          instanceof VerificationCode.Check.Genuine) {
        return;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(file + "：不能签验真码。RSA 签名太长，请在 codes 里另配 EC、Ed25519 或 SM2 密钥", e);
    }
    throw new IOException(file + "：私钥与证书不是一对");
  }
}
