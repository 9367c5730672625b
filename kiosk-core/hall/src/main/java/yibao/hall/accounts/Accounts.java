package yibao.hall.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hall's accounts: a text file, a line is {@code <number> <argon2id hash>}. */
public final class Accounts {
  private static final String NUMBER = "[A-Za-z0-9]{1,20}";
  private static final int SHORTEST = 8;

  private final Map<String, String> hashes;
  private final String nobody = Passwords.hash("");

  private Accounts(Map<String, String> hashes) {
    this.hashes = Map.copyOf(hashes);
  }

  /** Nobody's. */
  public static Accounts none() {
    return new Accounts(Map.of());
  }

  /**
   * Reads the file.
   *
   * @throws IOException when it cannot be read or is no such file
   */
  public static Accounts read(Path file) throws IOException {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().split(" ");
      if (words.length != 2 || !words[0].matches(NUMBER) || !Passwords.isHash(words[1])) {
        throw new IOException(file + "：不是账号文件，请用 hall account 重做");
      }
      hashes.put(words[0], words[1]);
    }
    return new Accounts(hashes);
  }

  /**
   * Writes an account into the file, in place of an earlier one of the same number.
   *
   * @param number 1 to 20 letters and digits
   * @param password at least 8 characters
   */
  public static void add(Path file, String number, String password) throws IOException {
    if (!number.matches(NUMBER) || password.length() < SHORTEST) {
      throw new IOException("工号是 1 到 20 个字母和数字，口令至少 8 个字符");
    }
    Map<String, String> hashes =
        new LinkedHashMap<>(Files.exists(file) ? read(file).hashes : Map.of());
    hashes.put(number, Passwords.hash(password));
    List<String> lines = new ArrayList<>();
    hashes.forEach((who, hash) -> lines.add(who + " " + hash));
    Path fresh =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "accounts",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, lines);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  boolean isEmpty() {
    return hashes.isEmpty();
  }

  /** Whether the password is this number's; takes as long for a number that is not there. */
  boolean proves(String number, String password) {
    boolean proven = Passwords.proves(password, hashes.getOrDefault(number, nobody));
    return proven && hashes.containsKey(number);
  }
}
