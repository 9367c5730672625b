package yibao.kiosk.platform.gm;

import java.util.Arrays;
import org.bouncycastle.crypto.BufferedBlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 in ECB mode with PKCS#7 padding (GB/T 32907), the form the platforms' envelopes use. */
public final class Sm4 {

  private static final int KEY_BYTES = 16;

  private final KeyParameter key;

  /**
   * A cipher.
   *
   * @param key sixteen bytes
   */
  public Sm4(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("an SM4 key has sixteen bytes");
    }
    this.key = new KeyParameter(key);
  }

  /** Encrypts. */
  public byte[] encrypt(byte[] plain) {
    try {
      return run(true, plain);
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Decrypts.
   *
   * @throws BadCiphertext when the text was not encrypted with this key
   */
  public byte[] decrypt(byte[] cipherText) throws BadCiphertext {
    try {
      return run(false, cipherText);
    } catch (InvalidCipherTextException | RuntimeException fault) {
      throw new BadCiphertext();
    }
  }

  private byte[] run(boolean encrypt, byte[] input) throws InvalidCipherTextException {
    BufferedBlockCipher cipher = new PaddedBufferedBlockCipher(new SM4Engine(), new PKCS7Padding());
    cipher.init(encrypt, key);
    byte[] output = new byte[cipher.getOutputSize(input.length)];
    int length = cipher.processBytes(input, 0, input.length, output, 0);
    length += cipher.doFinal(output, length);
    return Arrays.copyOf(output, length);
  }

  /** The text was not encrypted with this key, or was changed on the way. */
  public static final class BadCiphertext extends Exception {
    private static final long serialVersionUID = 1L;

    BadCiphertext() {
      super("not encrypted with this key");
    }
  }
}
