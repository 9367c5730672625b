package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How a proposed configuration takes the place of the one in use; a script that knows two words
 * judges what can be used.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AdoptTest {
  private static final String ADOPT =
      Path.of("../package/files/usr/lib/yibao-kiosk/bin/adopt").toAbsolutePath().normalize() + "";

  @TempDir private Path folder;
  private Path config;
  private Path proposal;

  @BeforeEach
  void installed() throws IOException {
    Files.createDirectories(folder.resolve("etc"));
    Files.createDirectories(folder.resolve("setup"));
    config = Files.writeString(folder.resolve("etc/terminal.yaml"), "old good");
    proposal = folder.resolve("setup/terminal.yaml");
    Path kiosk = Files.writeString(folder.resolve("kiosk"), "#!/bin/sh\ngrep -q good \"$3\"\n");
    assertTrue(kiosk.toFile().setExecutable(true));
  }

  private void adopt(String moment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(ADOPT, moment).redirectErrorStream(true);
    builder.environment().put("YIBAO_CONFIG", config.toString());
    builder.environment().put("YIBAO_SETUP", folder.resolve("setup").toString());
    builder.environment().put("YIBAO_KIOSK", folder.resolve("kiosk").toString());
    Process process = builder.start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), said);
  }

  @Test
  void where_only_signed_configurations_are_served_none_from_the_screen_is_taken_over()
      throws Exception {
    Files.createDirectories(folder.resolve("etc/config-keys"));
    Files.writeString(folder.resolve("etc/config-keys/publisher.pem"), "a key");
    Files.writeString(proposal, "new good");

    adopt("starting");

    assertEquals("old good", Files.readString(config));
    assertFalse(Files.exists(proposal), "and it is not tried again");
  }

  @Test
  void one_that_serves_stays_and_the_old_one_is_kept_beside_it() throws Exception {
    Files.writeString(proposal, "new good");

    adopt("starting");
    adopt("started");
    adopt("starting");

    assertEquals("new good", Files.readString(config));
    assertEquals("old good", Files.readString(folder.resolve("etc/terminal.yaml.before")));
    assertFalse(Files.exists(proposal));
  }

  @Test
  void one_that_cannot_be_used_is_left_aside() throws Exception {
    Files.writeString(proposal, "new bad");

    adopt("starting");

    assertEquals("old good", Files.readString(config));
    assertFalse(Files.exists(proposal));
  }

  @Test
  void one_that_failed_two_starts_gives_way_to_the_old_one() throws Exception {
    Files.writeString(proposal, "new good that does not serve");

    adopt("starting");
    adopt("starting");
    assertEquals("new good that does not serve", Files.readString(config));
    adopt("starting");

    assertEquals("old good", Files.readString(config));
    adopt("starting");
    assertEquals("old good", Files.readString(config));
  }

  @Test
  void a_link_to_another_file_is_not_followed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "good secret");
    Files.createSymbolicLink(proposal, secret);

    adopt("starting");

    assertEquals("old good", Files.readString(config));
  }

  @Test
  void without_a_proposal_nothing_changes() throws Exception {
    adopt("starting");
    adopt("started");

    assertEquals("old good", Files.readString(config));
  }
}
