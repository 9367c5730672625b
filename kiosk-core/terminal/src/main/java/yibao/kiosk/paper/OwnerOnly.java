package yibao.kiosk.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Whether a file with a secret is kept from others on the machine. */
final class OwnerOnly {
  private static final Set<PosixFilePermission> TOO_OPEN =
      EnumSet.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_WRITE);

  private OwnerOnly() {}

  static void require(Path file) throws IOException {
    Set<PosixFilePermission> open = EnumSet.copyOf(TOO_OPEN);
    open.retainAll(Files.getPosixFilePermissions(file));
    if (!open.isEmpty()) {
      throw new IOException(file + "：私钥别人也能读，请 chmod 640");
    }
  }
}
