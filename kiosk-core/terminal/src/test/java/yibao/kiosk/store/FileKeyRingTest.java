package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyRingTest {
  @TempDir Path directory;

  @Test
  void aNewKeyIsCurrentAndTheOldOneStillReads() {
    FileKeyRing first = FileKeyRing.addKey(directory, new SecureRandom(), DataCipher.AES_256_GCM);
    FileKeyRing second = FileKeyRing.addKey(directory, new SecureRandom(), DataCipher.AES_256_GCM);
    FileKeyRing read = FileKeyRing.fromDirectory(directory).orElseThrow();
    assertEquals(second.current().id(), read.current().id());
    assertArrayEquals(
        first.current().material(), read.find(first.current().id()).orElseThrow().material());
    assertEquals(KeyRing.Protection.FILE, read.protection());
  }

  @Test
  void onlyTheOwnerMayReadTheFile() throws IOException {
    FileKeyRing.addKey(directory, new SecureRandom(), DataCipher.AES_256_GCM);
    Path file = directory.resolve(FileKeyRing.FILE_NAME);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertEquals(
        StoreFault.KEY_MISSING,
        assertThrows(StoreFault.class, () -> FileKeyRing.fromDirectory(directory)).code());
  }

  @Test
  void theServiceManagersCredentialIsTheSameFileBetterKept() {
    DataKey key =
        FileKeyRing.addKey(directory, new SecureRandom(), DataCipher.AES_256_GCM).current();
    FileKeyRing credentials = FileKeyRing.fromCredentials(directory).orElseThrow();
    assertEquals(key.id(), credentials.current().id());
    assertEquals(KeyRing.Protection.SEALED, credentials.protection());
  }

  @Test
  void aKeyRemembersItsCipherAndWithoutAWordItIsAes() throws IOException {
    FileKeyRing.addKey(directory, new SecureRandom(), DataCipher.SM4_GCM);
    assertEquals(
        DataCipher.SM4_GCM, FileKeyRing.fromDirectory(directory).orElseThrow().current().cipher());
    Path file = directory.resolve(FileKeyRing.FILE_NAME);
    Files.writeString(file, Files.readString(file).replace(" sm4-gcm", ""));
    assertEquals(
        DataCipher.AES_256_GCM,
        FileKeyRing.fromDirectory(directory).orElseThrow().current().cipher());
  }

  @Test
  void noFileIsNoKeyAndABrokenFileIsAFaultThatDoesNotQuoteIt() throws IOException {
    assertTrue(FileKeyRing.fromDirectory(directory).isEmpty());
    Files.writeString(directory.resolve(FileKeyRing.FILE_NAME), "k1 c2VjcmV0");
    StoreFault fault = assertThrows(StoreFault.class, () -> FileKeyRing.fromCredentials(directory));
    assertFalse(fault.getMessage().contains("c2VjcmV0"));
  }
}
