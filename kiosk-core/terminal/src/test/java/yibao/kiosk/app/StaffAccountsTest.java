package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffAccountsTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void add() throws IOException {
    file = directory.resolve("staff");
    StaffAccounts.add(file, "1001", "open sesame".toCharArray());
  }

  @Test
  void aPasswordProvesItsOwnNumberOnlyAndIsNowhereInTheFile() throws IOException {
    StaffAccounts.add(file, "1002", "another one".toCharArray());
    StaffAccounts accounts = StaffAccounts.read(file);
    assertTrue(accounts.proves("1001", "open sesame"));
    assertTrue(accounts.proves("1002", "another one"));
    assertFalse(accounts.proves("1002", "open sesame"));
    assertFalse(accounts.proves("1003", "open sesame"));
    assertFalse(Files.readString(file).contains("sesame"));
  }

  @Test
  void aNewPasswordReplacesTheOldOne() throws IOException {
    StaffAccounts.add(file, "1001", "changed now".toCharArray());
    assertFalse(StaffAccounts.read(file).proves("1001", "open sesame"));
  }

  @Test
  void aFileOthersMayReadIsRefused() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThrows(IOException.class, () -> StaffAccounts.read(file));
  }
}
