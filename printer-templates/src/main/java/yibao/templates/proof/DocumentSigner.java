package yibao.templates.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Signs a whole PDF with an office's certificate: a detached CMS signature (ISO 32000-1 §12.8,
 * adbe.pkcs7.detached), with SHA-256 or, for an SM2 certificate, SM3. Thread-safe.
 */
public final class DocumentSigner {
  /** Room for what a CMS holds besides certificates. */
  private static final int CMS_OVERHEAD = 2_048;

  private final PrivateKey key;
  private final List<X509Certificate> chain;
  private final SigningAlgorithm algorithm;

  /**
   * @param chain the signer's certificate first, then those above it
   */
  public DocumentSigner(PrivateKey key, List<X509Certificate> chain) {
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a signer needs its certificate");
    }
    this.key = key;
    this.chain = List.copyOf(chain);
    this.algorithm = SigningAlgorithm.of(key);
  }

  /**
   * The PDF with a signature appended; the bytes before it stay as they are.
   *
   * @param reason why, shown by PDF readers, e.g. 出具参保凭证
   * @param at the signing time stated in the signature
   */
  public byte[] sign(byte[] pdf, String reason, Instant at, ZoneId zone) {
    try (PDDocument document = Loader.loadPDF(pdf);
        SignatureOptions options = new SignatureOptions()) {
      options.setPreferredSignatureSize(signatureSize());
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
      signature.setReason(reason);
      signature.setSignDate(GregorianCalendar.from(at.atZone(zone)));
      document.addSignature(signature, content -> cms(content.readAllBytes()), options);
      ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 2 * signatureSize());
      document.saveIncremental(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot sign the document", e);
    }
  }

  private int signatureSize() {
    try {
      int size = CMS_OVERHEAD;
      for (X509Certificate certificate : chain) {
        size += certificate.getEncoded().length;
      }
      return size;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate cannot be encoded", e);
    }
  }

  private byte[] cms(byte[] content) throws IOException {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(algorithm.digests())
              .build(algorithm.contentSigner(key), chain.getFirst()));
      generator.addCertificates(new JcaCertStore(chain));
      return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
    } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
      throw new IOException("the signature could not be made", e);
    }
  }
}
