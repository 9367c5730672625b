package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed by openssl and sha256sum, as an update is. */
class SignedConfigTest {

  @TempDir Path folder;
  private Path config;
  private Path profile;

  @BeforeEach
  void signedConfiguration() throws Exception {
    String example = Files.readString(Path.of("../../deploy/package/terminal.example.yaml"));
    config =
        Files.writeString(
            folder.resolve("terminal.yaml"),
            example.replace("/var/lib/yibao-kiosk/data", folder.resolve("data").toString()));
    profile = Files.writeString(folder.resolve("province.yaml"), "id: some\n");
    Files.createDirectory(folder.resolve(SignedConfig.KEYS));
    run("openssl genpkey -algorithm ed25519 -out publisher.key");
    run("openssl pkey -in publisher.key -pubout -out config-keys/publisher.pem");
    sign("2", "publisher.key");
  }

  @Test
  void what_the_publisher_signed_is_served_again_and_again() {
    assertDoesNotThrow(() -> SignedConfig.require(config));
    assertDoesNotThrow(() -> SignedConfig.require(config));
  }

  @Test
  void one_changed_letter_is_noticed_and_the_file_named() throws IOException {
    Files.writeString(config, Files.readString(config).replace("大厅-01", "大厅-02"));

    assertTrue(refusal().contains("terminal.yaml 与签名时不同"), refusal());
  }

  @Test
  void whatever_else_was_signed_is_held_too() throws IOException {
    Files.writeString(profile, "id: other\n");

    assertTrue(refusal().contains("province.yaml 与签名时不同"), refusal());
  }

  @Test
  void a_truncated_file_is_refused() throws IOException {
    byte[] whole = Files.readAllBytes(config);
    Files.write(config, Arrays.copyOf(whole, whole.length / 2));

    assertTrue(refusal().contains("terminal.yaml"), refusal());
  }

  @Test
  void a_truncated_manifest_or_signature_is_refused() throws IOException {
    Path manifest = folder.resolve("manifest");
    String whole = Files.readString(manifest);
    Files.writeString(manifest, whole.lines().limit(2).toList() + "\n");
    assertTrue(refusal().contains("签名不对"), refusal());

    Files.writeString(manifest, whole);
    Path signature = folder.resolve("manifest.sig");
    Files.write(signature, Arrays.copyOf(Files.readAllBytes(signature), 40));
    assertTrue(refusal().contains("签名不对"), refusal());
  }

  @Test
  void somebody_elses_signature_is_refused() throws Exception {
    run("openssl genpkey -algorithm ed25519 -out stranger.key");
    sign("3", "stranger.key");

    assertTrue(refusal().contains("签名不对"), refusal());
  }

  @Test
  void taking_the_signature_away_does_not_help() throws IOException {
    Files.delete(folder.resolve("manifest.sig"));

    assertTrue(refusal().contains("只用签过名的配置"), refusal());
  }

  @Test
  void an_older_version_is_refused_once_a_newer_one_has_served() throws Exception {
    SignedConfig.require(config);
    sign("10", "publisher.key");
    SignedConfig.require(config);
    sign("9.9", "publisher.key");

    assertTrue(refusal().contains("比用过的 10 旧"), refusal());
  }

  @Test
  void a_manifest_that_leaves_the_configuration_out_is_refused() throws Exception {
    run(
        "(echo 3; sha256sum ./province.yaml) > manifest;"
            + " openssl pkeyutl -sign -rawin -inkey publisher.key -in manifest -out manifest.sig");

    assertTrue(refusal().contains("没有 terminal.yaml"), refusal());
  }

  @Test
  void a_terminal_without_keys_serves_what_its_technician_wrote() throws IOException {
    Files.delete(folder.resolve("config-keys/publisher.pem"));
    Files.writeString(config, Files.readString(config).replace("大厅-01", "大厅-02"));

    assertDoesNotThrow(() -> SignedConfig.require(config));
  }

  private String refusal() {
    return assertThrows(TerminalConfig.Unusable.class, () -> SignedConfig.require(config))
        .getMessage();
  }

  private void sign(String version, String key) throws Exception {
    run(
        "(echo "
            + version
            + "; sha256sum ./terminal.yaml ./province.yaml) > manifest;"
            + " openssl pkeyutl -sign -rawin -inkey "
            + key
            + " -in manifest -out manifest.sig");
  }

  private void run(String script) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-ec", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
