package yibao.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void add() throws IOException {
    file = directory.resolve("accounts");
    Accounts.add(file, "1001", Role.STAFF, "open sesame");
  }

  @Test
  void a_password_proves_its_own_number_only_and_is_nowhere_in_the_file() throws IOException {
    Accounts.add(file, "1002", Role.SUPERVISOR, "another one");
    Accounts accounts = Accounts.read(file);
    assertEquals(Optional.of(Role.STAFF), accounts.proves("1001", "open sesame"));
    assertEquals(Optional.of(Role.SUPERVISOR), accounts.proves("1002", "another one"));
    assertEquals(Optional.empty(), accounts.proves("1002", "open sesame"));
    assertEquals(Optional.empty(), accounts.proves("1003", "open sesame"));
    assertFalse(Files.readString(file).contains("sesame"));
  }

  @Test
  void a_new_password_replaces_the_old_one() throws IOException {
    Accounts.add(file, "1001", Role.STAFF, "changed now");
    assertEquals(Optional.empty(), Accounts.read(file).proves("1001", "open sesame"));
  }

  /** Made by {@code argon2 somesalt -id -t 2 -k 19456 -p 1 -l 32} of the reference program. */
  @Test
  void a_hash_another_program_made_is_understood() throws IOException {
    Files.write(
        file,
        List.of(
            "1001 staff $argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ"
                + "$cjVtDHvKl62rkrPs3MN9eNGFHS1w/IYZfTbx7q1dnFg"));
    assertEquals(Optional.of(Role.STAFF), Accounts.read(file).proves("1001", "open sesame"));
  }

  @Test
  void a_short_password_and_an_odd_number_are_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> Accounts.add(file, "1002", Role.STAFF, "short"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Accounts.add(file, "10 02", Role.STAFF, "open sesame"));
  }

  @Test
  void a_file_others_may_read_is_refused() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThrows(IOException.class, () -> Accounts.read(file));
  }
}
