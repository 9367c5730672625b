package yibao.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Accounts in a text file, a line is {@code <number> <role> <argon2id hash>}. A file that others on
 * the machine may read or change is none.
 */
public final class Accounts {
  private static final String NUMBER = "[A-Za-z0-9]{1,20}";
  private static final int SHORTEST = 8;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_WRITE);

  private final Map<String, Account> accounts;

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
   * @throws IOException when it cannot be read, is no such file, or anybody on the machine may read
   *     it
   */
  public static Accounts read(Path file) throws IOException {
    return new Accounts(lines(file));
  }

  private static Map<String, Account> lines(Path file) throws IOException {
    Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
    open.retainAll(Files.getPosixFilePermissions(file));
    if (!open.isEmpty()) {
      throw new IOException(file + "：有口令，请 chmod 640");
    }
    Map<String, Account> accounts = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().split(" ");
      Optional<Role> role = words.length == 3 ? Role.of(words[1]) : Optional.empty();
      if (role.isEmpty() || !words[0].matches(NUMBER) || !Passwords.isHash(words[2])) {
        throw new IOException(file + "：不是账号文件，请重新建立账号");
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
   * @throws IllegalArgumentException when number or password are not so
   * @throws IOException when the file cannot be written
   */
  public static void add(Path file, String number, Role role, String password) throws IOException {
    if (!number.matches(NUMBER) || password.length() < SHORTEST) {
      throw new IllegalArgumentException("工号是 1 到 20 个字母和数字，口令至少 8 个字符");
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

  /** Those of these roles alone. */
  public Accounts only(Set<Role> roles) {
    return new Accounts(
        accounts.entrySet().stream()
            .filter(account -> roles.contains(account.getValue().role()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** Whether there is no account at all. */
  public boolean isEmpty() {
    return accounts.isEmpty();
  }

  /** Whether there is an account of this number. */
  public boolean knows(String number) {
    return accounts.containsKey(number);
  }

  /** The role of this number, where the password is its; takes as long for one not there. */
  public Optional<Role> proves(String number, String password) {
    Optional<Account> account = Optional.ofNullable(accounts.get(number));
    boolean proven =
        Passwords.proves(password, account.map(Account::hash).orElse(Passwords.NOBODYS));
    return account.filter(_ -> proven).map(Account::role);
  }
}
