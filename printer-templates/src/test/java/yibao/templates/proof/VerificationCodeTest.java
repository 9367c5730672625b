package yibao.templates.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import yibao.templates.proof.VerificationCode.Check;

class VerificationCodeTest {
  private static final VerificationCode CODE =
      new VerificationCode(
          "k1",
          "insured-certificate",
          "PZ630202202603010001",
          LocalDate.of(2026, 3, 1),
          "某某医疗保障服务中心",
          "王*明 0011");

  /** The examples of RFC 9285 §4.3 and §4.4. */
  @Test
  void base45IsThatOfTheStandard() {
    assertEquals("BB8", Base45.encode("AB".getBytes(StandardCharsets.US_ASCII)));
    assertEquals("%69 VD92EX0", Base45.encode("Hello!!".getBytes(StandardCharsets.US_ASCII)));
    assertEquals("UJCLQE7W581", Base45.encode("base-45".getBytes(StandardCharsets.US_ASCII)));
    assertArrayEquals(
        "ietf!".getBytes(StandardCharsets.US_ASCII), Base45.decode("QED8WEX0").orElseThrow());
    assertArrayEquals(new byte[] {-1, -1}, Base45.decode("FGW").orElseThrow());
    assertTrue(Base45.decode("GGW").isEmpty());
    assertTrue(Base45.decode(":::").isEmpty());
    assertTrue(Base45.decode("ab").isEmpty());
  }

  @Test
  void aGenuineCodeTellsWhatWasIssued() throws Exception {
    KeyPair keys = ed25519();

    String text = CODE.sign(keys.getPrivate());

    assertEquals(
        new Check.Genuine(CODE), VerificationCode.check(text, id -> Optional.of(keys.getPublic())));
    assertTrue(text.length() < 300, text.length() + " characters");
  }

  @Test
  void anSm2KeySignsToo() throws Exception {
    KeyPair keys = TestOffice.withSm2().keys();

    Check check =
        VerificationCode.check(CODE.sign(keys.getPrivate()), id -> Optional.of(keys.getPublic()));

    assertEquals(new Check.Genuine(CODE), check);
  }

  @Test
  void aChangedCodeIsNeverGenuine() throws Exception {
    KeyPair keys = ed25519();
    String text = CODE.sign(keys.getPrivate());
    Random random = new Random(1);

    for (int i = 0; i < 500; i++) {
      int at = 4 + random.nextInt(text.length() - 4);
      char other = "0123456789ABCDEF".charAt(random.nextInt(16));
      if (text.charAt(at) != other) {
        String changed = text.substring(0, at) + other + text.substring(at + 1);
        Check check = VerificationCode.check(changed, id -> Optional.of(keys.getPublic()));
        assertTrue(!(check instanceof Check.Genuine), changed);
      }
    }
  }

  @Test
  void aCodeOfAnotherKeyIsForged() throws Exception {
    String text = CODE.sign(ed25519().getPrivate());
    KeyPair ours = ed25519();

    assertInstanceOf(
        Check.Forged.class, VerificationCode.check(text, id -> Optional.of(ours.getPublic())));
    assertEquals(new Check.UnknownKey("k1"), VerificationCode.check(text, id -> Optional.empty()));
  }

  @Test
  void otherTextIsNoCode() {
    for (String text :
        new String[] {"", "YB1:", "YB1:ab", "YB1:000", "https://example.org/", "YB1:BB8"}) {
      assertInstanceOf(
          Check.NotACode.class, VerificationCode.check(text, id -> Optional.empty()), text);
    }
  }

  private static KeyPair ed25519() throws Exception {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }
}
