package yibao.kiosk.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealFileTest {
  /** GM/T 0006. */
  private static final String SM2_WITH_SM3 = "1.2.156.10197.1.501";

  @TempDir private Path folder;

  @Test
  void an_sm2_key_seals_documents_and_codes() throws Exception {
    OfficeKeys.sm2(folder, "office");
    Path file = OfficeKeys.seal(folder, "documents: {key: office.key, certificates: office.pem}\n");

    Seal seal = SealFile.open(file).seal();

    assertEquals("某某市医疗保障经办服务中心", seal.issuer());
    assertEquals(SM2_WITH_SM3, seal.documents().chain().getFirst().getSigAlgOID());
  }

  @Test
  void an_rsa_key_needs_another_for_codes_because_its_signatures_are_too_long_for_paper()
      throws Exception {
    OfficeKeys.rsa(folder, "office");
    OfficeKeys.ec(folder, "codes");
    String documents = "documents: {key: office.key, certificates: office.pem}\n";

    IOException fault =
        assertThrows(IOException.class, () -> SealFile.open(OfficeKeys.seal(folder, documents)));
    assertTrue(fault.getMessage().contains("codes"), fault.getMessage());

    Path both =
        OfficeKeys.seal(folder, documents + "codes: {key: codes.key, certificates: codes.pem}\n");
    assertEquals("RSA", SealFile.open(both).seal().documents().key().getAlgorithm());
  }

  @Test
  void a_key_and_a_certificate_that_are_no_pair_are_found_at_the_start() throws Exception {
    OfficeKeys.ec(folder, "office");
    OfficeKeys.ec(folder, "other");
    Path file = OfficeKeys.seal(folder, "documents: {key: office.key, certificates: other.pem}\n");

    IOException fault = assertThrows(IOException.class, () -> SealFile.open(file));
    assertTrue(fault.getMessage().contains("不是一对"), fault.getMessage());
  }

  @Test
  void a_key_that_anybody_may_read_is_refused() throws Exception {
    OfficeKeys.ec(folder, "office");
    Files.setPosixFilePermissions(
        folder.resolve("office.key"), PosixFilePermissions.fromString("rw-r--r--"));
    Path file = OfficeKeys.seal(folder, "documents: {key: office.key, certificates: office.pem}\n");

    IOException fault = assertThrows(IOException.class, () -> SealFile.open(file));
    assertTrue(fault.getMessage().contains("chmod"), fault.getMessage());
  }

  @Test
  void a_fault_in_the_file_is_named_by_its_line() throws Exception {
    Path file = OfficeKeys.seal(folder, "documents: {key: office.key}\ncolour: red\n");

    IOException fault = assertThrows(IOException.class, () -> SealFile.open(file));
    assertTrue(fault.getMessage().contains("行"), fault.getMessage());
  }
}
