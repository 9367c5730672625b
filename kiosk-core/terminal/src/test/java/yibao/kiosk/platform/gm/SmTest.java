package yibao.kiosk.platform.gm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmTest {

  private static final byte[] TEXT = "异地就医备案 1101".getBytes(StandardCharsets.UTF_8);
  private static final byte[] KEY = "CCEA4B1737E18260".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path directory;

  @Test
  void sm3_of_abc_is_the_standards_own_example() {
    assertEquals(
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        HexFormat.of().formatHex(Sm2.digest("abc".getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void sm4_of_the_standards_own_example() {
    byte[] block = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");

    assertEquals(
        "681edf34d206965e86b3e94f536e4246",
        HexFormat.of().formatHex(new Sm4(block).encrypt(block)).substring(0, 32));
  }

  @Test
  void a_key_of_the_wrong_length_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Sm4(new byte[15]));
  }

  @Test
  void what_openssl_encrypted_we_decrypt_and_the_other_way_round() throws Exception {
    Path plain = Files.write(directory.resolve("plain"), TEXT);
    byte[] theirs =
        openssl("enc", "-sm4-ecb", "-K", HexFormat.of().formatHex(KEY), "-in", plain.toString());
    Path ours = Files.write(directory.resolve("ours"), new Sm4(KEY).encrypt(TEXT));

    assertArrayEquals(TEXT, new Sm4(KEY).decrypt(theirs));
    assertArrayEquals(
        TEXT,
        openssl(
            "enc", "-d", "-sm4-ecb", "-K", HexFormat.of().formatHex(KEY), "-in", ours.toString()));
  }

  @Test
  void a_changed_ciphertext_does_not_decrypt_quietly() {
    byte[] cut = Arrays.copyOf(new Sm4(KEY).encrypt(TEXT), 17);

    assertThrows(Sm4.BadCiphertext.class, () -> new Sm4(KEY).decrypt(cut));
    assertThrows(
        Sm4.BadCiphertext.class,
        () -> new Sm4("another key 1234".getBytes(StandardCharsets.US_ASCII)).decrypt(cut));
  }

  @Test
  void openssl_believes_our_signature_and_no_other_text() throws Exception {
    Path key = directory.resolve("key.pem");
    Files.write(key, openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2"));
    Path publicKey = directory.resolve("public.pem");
    Files.write(publicKey, openssl("pkey", "-in", key.toString(), "-pubout"));
    byte[] signature = new Sm2.Signer(privateKey(key), Sm2.DEFAULT_USER_ID).sign(TEXT);
    Path der = Files.write(directory.resolve("signature"), toDer(signature));
    Path text = Files.write(directory.resolve("text"), TEXT);
    Path other = Files.writeString(directory.resolve("other"), "something else");

    assertEquals(64, signature.length);
    assertTrue(opensslVerifies(publicKey, der, text));
    assertFalse(opensslVerifies(publicKey, der, other));
    assertTrue(verifier(key).verify(TEXT, signature));
    assertFalse(verifier(key).verify("something else".getBytes(StandardCharsets.UTF_8), signature));
    signature[40] ^= 1;
    assertFalse(verifier(key).verify(TEXT, signature));
  }

  @Test
  void keys_may_lead_with_a_zero_or_a_four_or_not() throws Exception {
    byte[] d = new byte[33];
    d[32] = 7;
    String padded = Base64.getEncoder().encodeToString(d);
    String bare = Base64.getEncoder().encodeToString(Arrays.copyOfRange(d, 1, 33));
    byte[] point =
        HexFormat.of()
            .parseHex(
                "04471e73636213d8315f8878066544208d9a41d6c3eaaeb8988b3b176afec880c9"
                    + "2cd99fe06efd89392c9aefe3db496d351015648c46e6b3f91587e0456a4074b3");
    String withFour = Base64.getEncoder().encodeToString(point);
    String without = Base64.getEncoder().encodeToString(Arrays.copyOfRange(point, 1, 65));

    assertEquals(64, new Sm2.Signer(padded, "u").sign(TEXT).length);
    assertEquals(64, new Sm2.Signer(bare, "u").sign(TEXT).length);
    for (String key : List.of(withFour, without)) {
      assertFalse(new Sm2.Verifier(key, "u").verify(TEXT, new byte[64]));
    }
  }

  private boolean opensslVerifies(Path publicKey, Path signature, Path text) throws Exception {
    Process process =
        new ProcessBuilder(
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                publicKey.toString(),
                "-in",
                text.toString(),
                "-sigfile",
                signature.toString(),
                "-rawin",
                "-digest",
                "sm3",
                "-pkeyopt",
                "distid:" + Sm2.DEFAULT_USER_ID)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    assertTrue(said.contains("Verified Successfully") || said.contains("Failure"), said);
    return process.exitValue() == 0;
  }

  private static byte[] toDer(byte[] signature) throws Exception {
    ASN1EncodableVector numbers = new ASN1EncodableVector();
    numbers.add(new ASN1Integer(new BigInteger(1, Arrays.copyOf(signature, 32))));
    numbers.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64))));
    return new DERSequence(numbers).getEncoded();
  }

  private String privateKey(Path key) throws Exception {
    return Base64.getEncoder().encodeToString(hexAfter(key, "priv:"));
  }

  private Sm2.Verifier verifier(Path key) throws Exception {
    return new Sm2.Verifier(
        Base64.getEncoder().encodeToString(hexAfter(key, "pub:")), Sm2.DEFAULT_USER_ID);
  }

  /** Reads the hexadecimal lines openssl prints under a heading. */
  private byte[] hexAfter(Path key, String heading) throws Exception {
    String text =
        new String(
            openssl("pkey", "-in", key.toString(), "-text", "-noout"), StandardCharsets.US_ASCII);
    StringBuilder hex = new StringBuilder();
    boolean under = false;
    for (String line : text.lines().toList()) {
      if (line.startsWith(" ")) {
        hex.append(under ? line.replaceAll("[^0-9a-f]", "") : "");
      } else {
        under = line.startsWith(heading);
      }
    }
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] openssl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).start();
    byte[] output = process.getInputStream().readAllBytes();
    assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    assertEquals(
        0,
        process.exitValue(),
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    return output;
  }
}
