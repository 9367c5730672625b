package yibao.kiosk.paper;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What an office puts under its documents: its name, its seal, and the keys that prove both.
 *
 * @param issuer the office 出具单位, as it stands on paper and on the seal
 * @param name what stands on the seal below the star, e.g. 业务专用章
 * @param image the seal's registered picture, PNG or JPEG; without one it is drawn
 * @param documents signs whole PDFs: RSA, EC or SM2
 * @param codes signs verification codes: EC, Ed25519 or SM2
 */
public record Seal(
    String issuer, String name, Optional<byte[]> image, Identity documents, Identity codes) {

  /**
   * A key and the certificates that vouch for it.
   *
   * @param key the private key
   * @param chain its certificate first, then those above it
   */
  public record Identity(PrivateKey key, List<X509Certificate> chain) {
    public Identity {
      if (chain.isEmpty()) {
        throw new IllegalArgumentException("a key needs its certificate");
      }
      chain = List.copyOf(chain);
    }

    /** The key that checks what the private key signs. */
    public PublicKey publicKey() {
      return chain.getFirst().getPublicKey();
    }

    @Override
    public String toString() {
      return "Identity[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
  }
}
