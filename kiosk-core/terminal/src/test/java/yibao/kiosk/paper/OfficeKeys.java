package yibao.kiosk.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keys and certificates of an invented office, made by OpenSSL as a certificate authority would.
 */
public final class OfficeKeys {
  private OfficeKeys() {}

  /** The seal of an office with keys of its own. */
  public static Seal seal(Path folder) throws Exception {
    ec(folder, "office");
    return SealFile.open(seal(folder, "documents: {key: office.key, certificates: office.pem}\n"))
        .seal();
  }

  public static void ec(Path folder, String name) throws Exception {
    make(folder, name, List.of("EC", "-pkeyopt", "ec_paramgen_curve:P-256"), List.of());
  }

  static void rsa(Path folder, String name) throws Exception {
    make(folder, name, List.of("RSA", "-pkeyopt", "rsa_keygen_bits:2048"), List.of());
  }

  static void sm2(Path folder, String name) throws Exception {
    make(folder, name, List.of("EC", "-pkeyopt", "ec_paramgen_curve:SM2"), List.of("-sm3"));
  }

  /** A seal file around a key of this name. */
  public static Path seal(Path folder, String more) throws IOException {
    return Files.writeString(
        folder.resolve("seal.yaml"),
        """
        issuer: 某某市医疗保障经办服务中心
        name: 业务专用章
        """
            + more);
  }

  private static void make(Path folder, String name, List<String> kind, List<String> digest)
      throws Exception {
    String key = folder.resolve(name + ".key").toString();
    List<String> genpkey = new ArrayList<>(List.of("genpkey", "-out", key, "-algorithm"));
    genpkey.addAll(kind);
    openssl(genpkey);
    Files.setPosixFilePermissions(Path.of(key), PosixFilePermissions.fromString("rw-------"));
    List<String> req =
        new ArrayList<>(
            List.of("req", "-x509", "-new", "-utf8", "-days", "3650", "-key", key, "-out"));
    req.add(folder.resolve(name + ".pem").toString());
    req.addAll(List.of("-subj", "/C=CN/O=某某市医疗保障经办服务中心"));
    req.addAll(digest);
    openssl(req);
  }

  private static void openssl(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor(20, TimeUnit.SECONDS);
    assertEquals(0, process.exitValue(), said);
  }
}
