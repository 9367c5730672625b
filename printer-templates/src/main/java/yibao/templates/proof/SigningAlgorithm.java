package yibao.templates.proof;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Which signature a key makes. SM2 (GB/T 32918) is of the {@link NationalAlgorithms}. */
enum SigningAlgorithm {
  RSA("SHA256withRSA"),
  EC("SHA256withECDSA"),
  ED25519("Ed25519"),
  SM2("SM3withSM2");

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

  /** As the Java cryptography architecture calls it. */
  String jcaName() {
    return jcaName;
  }

  Signature signature() throws GeneralSecurityException {
    return this == SM2
        ? Signature.getInstance(jcaName, NationalAlgorithms.provider())
        : Signature.getInstance(jcaName);
  }

  /** Signs what goes into a CMS message (RFC 5652). */
  ContentSigner contentSigner(PrivateKey key) throws OperatorCreationException {
    JcaContentSignerBuilder builder = new JcaContentSignerBuilder(jcaName);
    if (this == SM2) {
      builder.setProvider(NationalAlgorithms.provider());
    }
    return builder.build(key);
  }

  /** Digests for the same. */
  DigestCalculatorProvider digests() throws OperatorCreationException {
    JcaDigestCalculatorProviderBuilder builder = new JcaDigestCalculatorProviderBuilder();
    if (this == SM2) {
      builder.setProvider(NationalAlgorithms.provider());
    }
    return builder.build();
  }

  private static boolean isSm2(Key key) {
    return key instanceof ECKey ec
        && ec.getParams().getCurve().getField().getFieldSize() == SM2_BITS
        && ec.getParams().getCurve().getA().toString(16).equals(SM2_FIRST_COEFFICIENT);
  }
}
