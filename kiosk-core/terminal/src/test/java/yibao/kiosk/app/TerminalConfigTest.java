package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.devices.idcard.SdtDialect;
import yibao.kiosk.catalog.Credential;

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

    assertTrue(refused.getMessage().contains("“terminal”"), refused.getMessage());
  }

  @Test
  void what_was_written_reads_the_same() throws IOException {
    TerminalConfig config = read(BARE);
    Path copy = folder.resolve("copy.yaml");

    config.write(copy);

    assertEquals(config, TerminalConfig.read(copy));
  }

  @Test
  void every_device_is_written_with_the_line_it_is_on() throws IOException {
    TerminalConfig config =
        read(
            BARE.replace(
                "devices: {}\n",
                """
                devices:
                  idCard: {usb: "0400:c35a"}
                  ssCard: {reader: Virtual PCD 00 00}
                  scan: {port: /dev/serial/by-id/scanner, baud: 9600, protocol: gm65}
                  printer: {network: {host: 10.0.0.9, port: 9100}, dots: 384, proof: paper_sensor, qr: printer}
                  a4: {address: "ipp://localhost/printers/a4"}
                  certified: {plugin: service, settings: {address: "http://127.0.0.1:9/"}, face: true}
                """));
    Path copy = folder.resolve("copy.yaml");

    config.write(copy);

    assertEquals(config, TerminalConfig.read(copy));
    assertEquals(
        EnumSet.of(
            Credential.IDENTITY_DOCUMENT, Credential.SOCIAL_SECURITY_CARD, Credential.E_VOUCHER),
        config.readable());
  }

  @Test
  void a_reader_of_unknown_speed_and_its_own_family_is_written_and_read() throws IOException {
    TerminalConfig config =
        read(
            BARE.replace(
                "devices: {}",
                "devices: {idCard: {serial: {port: /dev/ttyS0}, dialect: cvr_100au}}"));
    Path copy = folder.resolve("copy.yaml");

    config.write(copy);

    DeviceConfig.IdCardDevice reader = TerminalConfig.read(copy).devices().idCard().orElseThrow();
    assertEquals(Optional.of(SdtDialect.CVR_100AU), reader.dialect());
    assertEquals(Optional.empty(), reader.serial().orElseThrow().baud());
  }

  @Test
  void a_printer_on_two_lines_is_refused_with_the_key_that_says_so() {
    TerminalConfig.Unusable refused =
        assertThrows(
            TerminalConfig.Unusable.class,
            () ->
                read(
                    BARE.replace(
                        "devices: {}",
                        "devices: {printer: {usb: /dev/usb/lp0, serial: {port: /dev/ttyS0, baud:"
                            + " 9600}, dots: 576}}")));

    assertTrue(refused.getMessage().contains("devices.printer"), refused.getMessage());
  }
}
