package yibao.kiosk.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import yibao.accounts.Accounts;
import yibao.accounts.Role;
import yibao.kiosk.web.StaffDoor;

/** Those of a file of accounts whom one of this terminal's doors lets in. */
record StaffAccounts(Accounts within) implements StaffDoor.Accounts {

  /** Who may look after this terminal's visits. */
  static final Set<Role> STAFF = Set.of(Role.STAFF, Role.SUPERVISOR);

  /** Who may set this terminal up. */
  static final Set<Role> TECHNICIANS = Set.of(Role.TECHNICIAN);

  /**
   * Reads a file; nobody where there is none.
   *
   * @throws IOException when it cannot be read, is no such file, or has nobody of these roles
   */
  static StaffAccounts read(Optional<Path> file, Set<Role> roles) throws IOException {
    if (file.isEmpty()) {
      return new StaffAccounts(Accounts.none());
    }
    Accounts within = Accounts.read(file.get()).only(roles);
    if (within.isEmpty()) {
      throw new IOException(
          file.get()
              + "：没有角色是 "
              + String.join(" 或 ", roles.stream().map(Role::word).sorted().toList())
              + " 的账号，请用 staff add 建立");
    }
    return new StaffAccounts(within);
  }

  @Override
  public boolean isEmpty() {
    return within.isEmpty();
  }

  @Override
  public boolean proves(String number, String password) {
    return within.proves(number, password).isPresent();
  }

  @Override
  public boolean knows(String number) {
    return within.knows(number);
  }

  @Override
  public boolean supervises(String number) {
    return within.only(Set.of(Role.SUPERVISOR)).knows(number);
  }
}
