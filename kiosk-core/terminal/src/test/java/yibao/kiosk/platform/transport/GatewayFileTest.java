package yibao.kiosk.platform.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayFileTest {

  private static final HttpPost.Patience PATIENCE =
      new HttpPost.Patience(Duration.ofSeconds(1), Duration.ofSeconds(1));

  @TempDir Path directory;

  @Test
  void every_example_opens_its_own_transport() throws Exception {
    List<Class<?>> transports = new ArrayList<>();
    for (String example : examples()) {
      GatewayFile file = GatewayFile.read(file(example, "rw-r-----"));
      GatewayFile bare = new GatewayFile(file.gateway(), Optional.empty());
      transports.add(
          bare.open(URI.create("http://127.0.0.1:9/"), PATIENCE, InstantSource.system())
              .getClass());
    }

    assertEquals(
        List.of(
            PlainTransport.class,
            CsbTransport.class,
            TifTransport.class,
            SmEnvelopeTransport.class,
            CainfoTransport.class,
            CainfoTransport.class),
        transports);
  }

  @Test
  void a_file_everybody_can_read_is_refused() throws IOException {
    Path file = file(examples().getFirst(), "rw-r--r--");

    IOException fault = assertThrows(IOException.class, () -> GatewayFile.read(file));

    assertTrue(fault.getMessage().contains("chmod 640"), fault.getMessage());
  }

  @Test
  void a_wrong_file_is_refused_with_its_line_and_without_its_secrets() throws IOException {
    Path file =
        file(
            "gateway:\n  kind: csb\n  account: {accessKey: A, secret: s3cret, apiname: x}\ntls: null\n",
            "rw-------");

    IOException fault = assertThrows(IOException.class, () -> GatewayFile.read(file));

    assertTrue(fault.getMessage().contains("line 3"), fault.getMessage());
    assertFalse(fault.getMessage().contains("s3cret"), fault.getMessage());
    assertEquals(null, fault.getCause());
  }

  @Test
  void a_gateway_shows_no_secrets_in_words() throws IOException {
    for (String example : examples()) {
      GatewayFile file = GatewayFile.read(file(example, "rw-------"));

      assertFalse(file.toString().contains("example"), file.toString());
      assertInstanceOf(Gateway.class, file.gateway());
    }
  }

  private static List<String> examples() throws IOException {
    return List.of(
        Files.readString(Path.of("../../deploy/provinces/gateway-examples.yaml")).split("\n---\n"));
  }

  private Path file(String content, String permissions) throws IOException {
    Path file = Files.writeString(directory.resolve("gateway.yaml"), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
