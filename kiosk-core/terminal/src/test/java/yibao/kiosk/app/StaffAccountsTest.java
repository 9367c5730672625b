package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.accounts.Accounts;
import yibao.accounts.Role;

class StaffAccountsTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void add() throws IOException {
    file = directory.resolve("accounts");
    Accounts.add(file, "1001", Role.STAFF, "open sesame");
    Accounts.add(file, "1002", Role.SUPERVISOR, "open sesame");
  }

  @Test
  void staff_and_their_supervisor_come_in_where_visits_are_looked_after() throws IOException {
    StaffAccounts staff = StaffAccounts.read(Optional.of(file), StaffAccounts.STAFF);
    assertTrue(staff.proves("1001", "open sesame"));
    assertTrue(staff.proves("1002", "open sesame"));
    assertFalse(staff.proves("1002", "another one"));
    assertTrue(staff.supervises("1002"));
    assertFalse(staff.supervises("1001"));
  }

  @Test
  void a_technician_alone_comes_in_where_the_terminal_is_set_up() throws IOException {
    Accounts.add(file, "T001", Role.TECHNICIAN, "screw driver");
    StaffAccounts technicians = StaffAccounts.read(Optional.of(file), StaffAccounts.TECHNICIANS);
    assertTrue(technicians.proves("T001", "screw driver"));
    assertFalse(technicians.proves("1001", "open sesame"));
    StaffAccounts staff = StaffAccounts.read(Optional.of(file), StaffAccounts.STAFF);
    assertFalse(staff.proves("T001", "screw driver"));
  }

  @Test
  void a_file_without_anybody_of_the_role_is_refused() {
    assertThrows(
        IOException.class, () -> StaffAccounts.read(Optional.of(file), StaffAccounts.TECHNICIANS));
  }

  @Test
  void without_a_file_there_is_nobody() throws IOException {
    assertTrue(StaffAccounts.read(Optional.empty(), StaffAccounts.STAFF).isEmpty());
  }
}
