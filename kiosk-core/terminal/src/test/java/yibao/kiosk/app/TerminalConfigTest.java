package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalConfigTest {

  private static final String BARE =
      """
      region: yunlan
      hall: 云岚大厅
      terminal: YL-01
      port: 8080
      data: /var/lib/kiosk
      keys: /etc/kiosk/keys
      regions: /usr/share/kiosk/regions
      platform:
        address: http://127.0.0.1:9/
        profile: /usr/share/kiosk/provinces/sandbox.yaml
        organisation: H63010000001
        organisationName: 云岚大厅
        mac: 02-00-00-00-00-01
        ip: 127.0.0.1
      devices: {}
      """;

  @TempDir private Path folder;

  private TerminalConfig read(String text) throws IOException {
    return TerminalConfig.read(Files.writeString(folder.resolve("terminal.yaml"), text));
  }

  @Test
  void what_may_be_left_out_is_not_there() throws IOException {
    TerminalConfig config = read(BARE);

    assertEquals(Optional.empty(), config.pool());
    assertEquals(Optional.empty(), config.devices().idCard());
    assertEquals(Optional.empty(), config.devices().printer());
  }

  @Test
  void the_example_in_the_package_is_one_that_can_be_used() {
    TerminalConfig example =
        TerminalConfig.read(Path.of("../../deploy/package/terminal.example.yaml"));

    assertTrue(example.devices().idCard().isPresent());
    assertTrue(example.devices().printer().isPresent());
  }

  @Test
  void what_must_be_there_is_asked_for_by_name() {
    TerminalConfig.Unusable refused =
        assertThrows(
            TerminalConfig.Unusable.class, () -> read(BARE.replace("terminal: YL-01\n", "")));

    assertTrue(refused.getMessage().contains("'terminal'"), refused.getMessage());
  }

  @Test
  void what_was_written_reads_the_same() throws IOException {
    TerminalConfig config = read(BARE);
    Path copy = folder.resolve("copy.yaml");

    config.write(copy);

    assertEquals(config, TerminalConfig.read(copy));
  }
}
