package yibao.kiosk.platform.gm;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** SM3withSM2 signatures (GB/T 32918.2) as 64 bytes r‖s. */
public final class Sm2 {

  /** The user id that GB/T 35276 gives where the parties agreed on none. */
  public static final String DEFAULT_USER_ID = "1234567812345678";

  private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());
  private static final int COORDINATES = 64;

  private Sm2() {}

  /** Signs. */
  public static final class Signer {
    private final ECPrivateKeyParameters key;
    private final byte[] userId;

    /**
     * A signer.
     *
     * @param privateKey Base64 of d, 32 bytes or 33 with a leading zero
     * @param userId what the platform expects, usually {@link #DEFAULT_USER_ID}
     * @throws IllegalArgumentException when that is no key of the curve
     */
    public Signer(String privateKey, String userId) {
      BigInteger d = new BigInteger(1, Base64.getDecoder().decode(privateKey));
      this.key = new ECPrivateKeyParameters(d, DOMAIN);
      this.userId = userId.getBytes(StandardCharsets.UTF_8);
    }

    /** The signature over {@code text}, r‖s, 64 bytes. */
    public byte[] sign(byte[] text) {
      SM2Signer signer = signer(true, key, userId);
      signer.update(text, 0, text.length);
      try {
        return signer.generateSignature();
      } catch (CryptoException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /** Verifies. */
  public static final class Verifier {
    private final ECPublicKeyParameters key;
    private final byte[] userId;

    /**
     * A verifier.
     *
     * @param publicKey Base64 of x‖y, 64 bytes or 65 with a leading 04
     * @throws IllegalArgumentException when that is no point of the curve
     */
    public Verifier(String publicKey, String userId) {
      byte[] point = Base64.getDecoder().decode(publicKey);
      if (point.length == COORDINATES) {
        byte[] whole = new byte[COORDINATES + 1];
        whole[0] = 4;
        System.arraycopy(point, 0, whole, 1, COORDINATES);
        point = whole;
      }
      this.key = new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), DOMAIN);
      this.userId = userId.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether {@code signature}, r‖s, was made over {@code text} by the key's holder. */
    public boolean verify(byte[] text, byte[] signature) {
      SM2Signer signer = signer(false, key, userId);
      signer.update(text, 0, text.length);
      return signer.verifySignature(signature);
    }
  }

  /** SM3 (GB/T 32905), 32 bytes. */
  public static byte[] digest(byte[] text) {
    SM3Digest digest = new SM3Digest();
    digest.update(text, 0, text.length);
    byte[] result = new byte[digest.getDigestSize()];
    digest.doFinal(result, 0);
    return result;
  }

  private static SM2Signer signer(boolean sign, CipherParameters key, byte[] userId) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
    signer.init(sign, new ParametersWithID(key, Arrays.copyOf(userId, userId.length)));
    return signer;
  }
}
