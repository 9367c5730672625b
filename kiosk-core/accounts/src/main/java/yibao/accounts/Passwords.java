package yibao.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) in the PHC string format, 19 MiB and two passes. */
final class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** A hash no password has; proving it takes as long as any. */
  static final String NOBODYS =
      "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
          .formatted(MEMORY_KIB, PASSES, "A".repeat(22), "A".repeat(43));

  private Passwords() {}

  static String hash(String password) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(
            MEMORY_KIB,
            PASSES,
            base64.encodeToString(salt),
            base64.encodeToString(hash(password, salt, MEMORY_KIB, PASSES)));
  }

  static boolean isHash(String text) {
    return PHC.matcher(text).matches();
  }

  static boolean proves(String password, String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      return false;
    }
    byte[] tried =
        hash(
            password,
            Base64.getDecoder().decode(parts.group(3)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)));
    return MessageDigest.isEqual(tried, Base64.getDecoder().decode(parts.group(4)));
  }

  private static byte[] hash(String password, byte[] salt, int memory, int passes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] out = new byte[BYTES];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
    return out;
  }
}
