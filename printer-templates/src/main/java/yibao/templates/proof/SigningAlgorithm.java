package yibao.templates.proof;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.ECKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Which signature a key makes. SM2 (GB/T 32918) comes from Bouncy Castle, which is asked directly,
 * not registered.
 */
enum SigningAlgorithm {
  RSA("SHA256withRSA"),
  EC("SHA256withECDSA"),
  ED25519("Ed25519"),
  SM2("SM3withSM2");

  private static final Provider PROVIDER = new BouncyCastleProvider();
  private static final int SM2_BITS = 256;
  private static final String SM2_FIRST_COEFFICIENT =
      "fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc";

  private final String jcaName;

  SigningAlgorithm(String jcaName) {
    this.jcaName = jcaName;
  }

  /**
   * @throws IllegalArgumentException if the key is of no kind we sign with
   */
  static SigningAlgorithm of(Key key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> RSA;
      case "EdDSA", "Ed25519" -> ED25519;
      case "EC", "ECDSA" -> isSm2(key) ? SM2 : EC;
      default ->
          throw new IllegalArgumentException("cannot sign with a key of " + key.getAlgorithm());
    };
  }

  static Provider provider() {
    return PROVIDER;
  }

  String jcaName() {
    return jcaName;
  }

  Signature signature() throws GeneralSecurityException {
    return Signature.getInstance(jcaName, PROVIDER);
  }

  private static boolean isSm2(Key key) {
    return key instanceof ECKey ec
        && ec.getParams().getCurve().getField().getFieldSize() == SM2_BITS
        && ec.getParams().getCurve().getA().toString(16).equals(SM2_FIRST_COEFFICIENT);
  }
}
