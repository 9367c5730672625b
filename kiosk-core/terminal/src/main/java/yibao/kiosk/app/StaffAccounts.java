package yibao.kiosk.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import yibao.kiosk.web.StaffDoor;

/**
 * Who of the hall may look after this terminal: a text file, a line is {@code <number> <rounds>
 * <salt> <hash>}, salt and hash in Base64, the hash PBKDF2 with HMAC-SHA-256 (RFC 8018) of the
 * password.
 */
public final class StaffAccounts implements StaffDoor.Accounts {
  private static final int ROUNDS = 600_000;
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_WRITE);

  private final List<Account> accounts;

  private record Account(String number, int rounds, byte[] salt, byte[] hash) {
    static Account parse(String line) {
      String[] words = line.strip().split(" ");
      Base64.Decoder base64 = Base64.getDecoder();
      return new Account(
          words[0], Integer.parseInt(words[1]), base64.decode(words[2]), base64.decode(words[3]));
    }

    String line() {
      Base64.Encoder base64 = Base64.getEncoder();
      return number
          + " "
          + rounds
          + " "
          + base64.encodeToString(salt)
          + " "
          + base64.encodeToString(hash);
    }
  }

  private StaffAccounts(List<Account> accounts) {
    this.accounts = List.copyOf(accounts);
  }

  /** The accounts of a terminal that names no file: none. */
  public static StaffAccounts none() {
    return new StaffAccounts(List.of());
  }

  /**
   * Reads the file.
   *
   * @throws IOException when it cannot be read, is no such file, or anybody on the machine may read
   *     it
   */
  public static StaffAccounts read(Path file) throws IOException {
    Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
    open.retainAll(Files.getPosixFilePermissions(file));
    if (!open.isEmpty()) {
      throw new IOException(file + "：有口令，请 chmod 640");
    }
    try {
      return new StaffAccounts(
          Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
              .filter(line -> !line.isBlank())
              .map(Account::parse)
              .toList());
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(file + "：不是账号文件，请用 staff add 重做");
    }
  }

  /**
   * Writes an account into the file, in place of an earlier one of the same number.
   *
   * @param number 1 to 20 letters and digits
   * @param password at least 8 characters
   */
  public static void add(Path file, String number, char[] password) throws IOException {
    List<Account> all = new ArrayList<>(Files.exists(file) ? read(file).accounts : List.of());
    all.removeIf(account -> account.number().equals(number));
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    all.add(new Account(number, ROUNDS, salt, hash(password, salt, ROUNDS)));
    Path fresh =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "accounts",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, all.stream().map(Account::line).toList());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public boolean isEmpty() {
    return accounts.isEmpty();
  }

  @Override
  public boolean proves(String number, String password) {
    Optional<Account> account =
        accounts.stream().filter(it -> it.number().equals(number)).findFirst();
    // An unknown number takes as long as a known one.
    Account compared =
        account.orElseGet(() -> new Account("", ROUNDS, new byte[16], new byte[BYTES]));
    byte[] hash = hash(password.toCharArray(), compared.salt(), compared.rounds());
    return MessageDigest.isEqual(hash, compared.hash()) && account.isPresent();
  }

  private static byte[] hash(char[] password, byte[] salt, int rounds) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(password, salt, rounds, BYTES * 8))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no PBKDF2", e);
    }
  }
}
