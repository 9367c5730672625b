package yibao.templates.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.templates.Document;
import yibao.templates.DocumentTemplates;
import yibao.templates.PdfA;

class DocumentSignerTest {
  private static final Instant AT = Instant.parse("2026-03-01T01:32:12Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DocumentTemplates TEMPLATES = DocumentTemplates.load();

  @TempDir Path folder;

  @Test
  void opensslAcceptsTheSignatureOverTheWholeDocument() throws Exception {
    TestOffice office = TestOffice.withRsa();
    Document certificate = certificate();

    byte[] signed = certificate.signed(office.signer(), AT, ZONE).pdf();

    Signed parts = Signed.of(signed);
    assertEquals(signed.length, parts.coveredTo(), "the signature reaches the file's end");
    Path content = write("content.bin", parts.content());
    Path cms = write("signature.der", parts.cms());
    Path pem = write("office.pem", pem(office));
    assertEquals(
        0,
        openssl(
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            cms.toString(),
            "-content",
            content.toString(),
            "-CAfile",
            pem.toString(),
            "-purpose",
            "any",
            "-out",
            folder.resolve("out").toString()));

    byte[] tampered = parts.content();
    tampered[tampered.length / 2] ^= 1;
    Path forged = write("forged.bin", tampered);
    assertTrue(
        openssl(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                cms.toString(),
                "-content",
                forged.toString(),
                "-CAfile",
                pem.toString(),
                "-purpose",
                "any",
                "-out",
                folder.resolve("out").toString())
            != 0);
  }

  @Test
  void aSignedDocumentIsStillPdfAAndItsFirstBytesAreUnchanged() throws Exception {
    Document certificate = certificate();

    byte[] signed = certificate.signed(TestOffice.withRsa().signer(), AT, ZONE).pdf();

    PdfA.assertIsPdfA2b("signed certificate", signed);
    assertArrayEquals(certificate.pdf(), Arrays.copyOf(signed, certificate.pdf().length));
  }

  @Test
  void anSm2CertificateSignsWithSm3AndOpensslAcceptsTheBytes() throws Exception {
    TestOffice office = TestOffice.withSm2();

    Signed parts = Signed.of(certificate().signed(office.signer(), AT, ZONE).pdf());

    CMSSignedData cms =
        new CMSSignedData(
            new org.bouncycastle.cms.CMSProcessableByteArray(parts.content()), parts.cms());
    SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
    assertEquals("1.2.156.10197.1.401", signer.getDigestAlgOID(), "SM3");
    Path attributes = write("attributes.der", signer.getEncodedSignedAttributes());
    Path signature = write("signature.bin", signer.getSignature());
    Path key = write("office.pub", publicPem(office));
    assertEquals(
        0,
        openssl(
            "pkeyutl",
            "-verify",
            "-pubin",
            "-inkey",
            key.toString(),
            "-rawin",
            "-digest",
            "sm3",
            "-pkeyopt",
            "distid:1234567812345678",
            "-in",
            attributes.toString(),
            "-sigfile",
            signature.toString()));
    assertTrue(
        new String(signer.getEncodedSignedAttributes(), StandardCharsets.ISO_8859_1)
            .contains(
                new String(
                    java.security.MessageDigest.getInstance("SM3", NationalAlgorithms.provider())
                        .digest(parts.content()),
                    StandardCharsets.ISO_8859_1)),
        "the signed attributes hold the digest of the document");
  }

  private static Document certificate() {
    return TEMPLATES.render(
        "insured-certificate", TEMPLATES.sample("insured-certificate"), AT.atZone(ZONE));
  }

  private record Signed(byte[] content, byte[] cms, int coveredTo) {
    static Signed of(byte[] pdf) throws IOException {
      try (PDDocument document = Loader.loadPDF(pdf)) {
        PDSignature signature = document.getLastSignatureDictionary();
        int[] range = signature.getByteRange();
        byte[] padded = signature.getContents();
        byte[] der = new CMSSignedDataLength(padded).trimmed();
        return new Signed(
            signature.getSignedContent(new ByteArrayInputStream(pdf)), der, range[2] + range[3]);
      }
    }
  }

  /** The DER object at the start of the zero-padded contents. */
  private record CMSSignedDataLength(byte[] padded) {
    byte[] trimmed() {
      int bytes = padded[1] & 0x7F;
      int length = 0;
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | padded[2 + i] & 0xFF;
      }
      return Arrays.copyOf(padded, 2 + bytes + length);
    }
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] pem(TestOffice office) throws Exception {
    return pem("CERTIFICATE", office.certificate().getEncoded());
  }

  private static byte[] publicPem(TestOffice office) {
    return pem("PUBLIC KEY", office.keys().getPublic().getEncoded());
  }

  private static byte[] pem(String kind, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ("-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static int openssl(String... arguments) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "needs openssl");
    List<String> command = new java.util.ArrayList<>(List.of("/usr/bin/openssl"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "openssl hangs");
    if (process.exitValue() != 0) {
      System.getLogger("openssl").log(System.Logger.Level.DEBUG, output);
    }
    return process.exitValue();
  }
}
