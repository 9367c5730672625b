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
import java.util.Optional;

/** The hall's accounts: a text file, a line is {@code <number> <role> <argon2id hash>}. */
public final class Accounts {
  private static final String NUMBER = "[A-Za-z0-9]{1,20}";
  private static final int SHORTEST = 8;

  private final Map<String, Account> accounts;
  private final String nobody = Passwords.hash("");

  private record Account(Role role, String hash) {}

  private Accounts(Map<String, Account> accounts) {
    this.accounts = Map.copyOf(accounts);
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
    return new Accounts(lines(file));
  }

  private static Map<String, Account> lines(Path file) throws IOException {
    Map<String, Account> accounts = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().split(" ");
      Optional<Role> role = words.length == 3 ? Role.of(words[1]) : Optional.empty();
      if (role.isEmpty() || !words[0].matches(NUMBER) || !Passwords.isHash(words[2])) {
        throw new IOException(file + "：不是账号文件，请用 hall account 重做");
      }
      accounts.put(words[0], new Account(role.get(), words[2]));
    }
    return accounts;
  }

  /**
   * Writes an account into the file, in place of an earlier one of the same number.
   *
   * @param number 1 to 20 letters and digits
   * @param role what the number may do
   * @param password at least 8 characters
   */
  public static void add(Path file, String number, Role role, String password) throws IOException {
    if (!number.matches(NUMBER) || password.length() < SHORTEST) {
      throw new IOException("工号是 1 到 20 个字母和数字，口令至少 8 个字符");
    }
    Map<String, Account> accounts = Files.exists(file) ? lines(file) : new LinkedHashMap<>();
    accounts.put(number, new Account(role, Passwords.hash(password)));
    List<String> lines = new ArrayList<>();
    accounts.forEach(
        (who, account) -> lines.add(who + " " + account.role().word() + " " + account.hash()));
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
    return accounts.isEmpty();
  }

  boolean knows(String number) {
    return accounts.containsKey(number);
  }

  /** The role of this number, where the password is its; takes as long for one not there. */
  Optional<Role> proves(String number, String password) {
    Optional<Account> account = Optional.ofNullable(accounts.get(number));
    boolean proven = Passwords.proves(password, account.map(Account::hash).orElse(nobody));
    return account.filter(_ -> proven).map(Account::role);
  }
}
