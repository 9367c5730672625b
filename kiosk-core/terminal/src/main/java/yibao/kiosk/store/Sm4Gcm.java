package yibao.kiosk.store;

import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4 in Galois/counter mode (GB/T 32907, GB/T 36624), which Java itself lacks. A class of its own:
 * the library's signed jar takes long to open, and a terminal whose keys are AES never needs it.
 */
final class Sm4Gcm {

  private Sm4Gcm() {}

  /** Encrypts or decrypts; empty when there is a tag and it does not fit. */
  static Optional<byte[]> apply(
      boolean encrypt,
      SecretKey key,
      int tagBits,
      byte[] nonce,
      byte[] authenticated,
      byte[] input) {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(
        encrypt,
        new AEADParameters(new KeyParameter(key.getEncoded()), tagBits, nonce, authenticated));
    byte[] output = new byte[cipher.getOutputSize(input.length)];
    try {
      int length = cipher.processBytes(input, 0, input.length, output, 0);
      length += cipher.doFinal(output, length);
      return Optional.of(length == output.length ? output : Arrays.copyOf(output, length));
    } catch (InvalidCipherTextException e) {
      return Optional.empty();
    }
  }
}
