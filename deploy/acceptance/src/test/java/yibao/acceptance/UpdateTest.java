package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The updater of the package, on trees small enough to look into. Keys and signatures are
 * openssl's; a script stands where systemd would, and starts a release as the unit file says.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UpdateTest {

  private static final Path PACKAGE = Path.of("../package").toAbsolutePath().normalize();
  private static final String UPDATE = PACKAGE + "/files/usr/lib/yibao-kiosk/bin/update";

  /** As systemd goes through the unit: before the start, the start, after it, and once more. */
  private static final String SYSTEMCTL =
      """
      #!/bin/bash
      for start in 1 2 3; do
        "$UPDATE" starting
        tree=$("$UPDATE" active)
        if [ -e "$tree/works" ] && "$UPDATE" started; then exit 0; fi
      done
      exit 1
      """;

  @TempDir private Path folder;
  private HttpServer service;
  private volatile String step = "attract";

  @BeforeEach
  void installed() throws Exception {
    tree("packaged", "1.0", true);
    Files.createDirectories(folder.resolve("keys"));
    Files.createDirectories(folder.resolve("bin"));
    Path systemctl = Files.writeString(folder.resolve("bin/systemctl"), SYSTEMCTL);
    assertTrue(systemctl.toFile().setExecutable(true));
    key("publisher");
    run(
        "openssl",
        "pkey",
        "-in",
        folder + "/publisher.key",
        "-pubout",
        "-out",
        folder + "/keys/publisher.pem");
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/api/",
        exchange -> {
          byte[] body = ("{\"step\":{\"kind\":\"" + step + "\"}}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void a_newer_release_that_serves_is_kept() throws Exception {
    assertEquals(0, install(bundle("1.1", true, "publisher")));

    assertEquals("1.1", active());
  }

  @Test
  void a_release_that_does_not_start_gives_way_to_the_old_one_and_is_not_tried_again()
      throws Exception {
    assertEquals(0, install(bundle("1.1", true, "publisher")));
    Path broken = bundle("1.2", false, "publisher");

    assertEquals(1, install(broken));
    assertEquals("1.1", active());
    assertEquals(1, install(broken));
    assertEquals("1.1", active());
    assertEquals(0, install(bundle("1.3", true, "publisher")));
    assertEquals("1.3", active());
  }

  @Test
  void a_strangers_signature_changes_nothing() throws Exception {
    key("stranger");

    assertEquals(1, install(bundle("1.1", true, "stranger")));
    assertEquals("1.0", active());
  }

  @Test
  void an_older_release_changes_nothing() throws Exception {
    assertEquals(1, install(bundle("0.9", true, "publisher")));
    assertEquals(1, install(bundle("1.0", true, "publisher")));
    assertEquals("1.0", active());
  }

  @Test
  void a_file_that_was_not_signed_changes_nothing() throws Exception {
    Path altered = folder.resolve("altered");
    Path added = folder.resolve("added");
    for (Path unpacked : List.of(altered, added)) {
      Files.createDirectories(unpacked);
      run("tar", "-xf", bundle("1.1", true, "publisher").toString(), "-C", unpacked.toString());
    }
    Files.writeString(altered.resolve("tree/lib/program.jar"), "something else");
    Files.writeString(added.resolve("tree/lib/more.jar"), "something more");

    for (Path unpacked : List.of(altered, added)) {
      Path bundle = unpacked.resolveSibling(unpacked.getFileName() + ".bundle");
      run(
          "tar",
          "-C",
          unpacked.toString(),
          "-cf",
          bundle.toString(),
          "manifest",
          "manifest.sig",
          "tree");
      assertEquals(1, install(bundle));
      assertEquals("1.0", active());
    }
  }

  @Test
  void half_a_bundle_changes_nothing() throws Exception {
    byte[] whole = Files.readAllBytes(bundle("1.1", true, "publisher"));
    for (int part : IntStream.rangeClosed(0, 7).toArray()) {
      Path half = folder.resolve("half.bundle");
      Files.write(half, java.util.Arrays.copyOf(whole, whole.length * part / 8));
      assertEquals(1, install(half), part + "/8");
      assertEquals("1.0", active());
    }
  }

  @Test
  void nothing_is_started_while_somebody_is_served() throws Exception {
    step = "question";

    assertEquals(1, install(bundle("1.1", true, "publisher")));
    assertEquals("1.0", active());
  }

  @Test
  void killed_at_any_moment_it_is_the_old_program_or_the_new_one() throws Exception {
    Path bundle = bundle("1.1", true, "publisher");
    for (int moment = 0; moment < 24; moment++) {
      Process update = update("setsid", UPDATE, "install", bundle.toString());
      update.waitFor(10L + 15L * moment, TimeUnit.MILLISECONDS);
      run(
          "bash",
          "-c",
          "pkill -KILL -s " + update.pid() + " || kill -KILL " + update.pid() + " || true");
      update.waitFor();

      assertWhole();
      // Power is back: the service starts.
      Process started = update("bash", folder + "/bin/systemctl");
      String said = output(started);
      assertEquals(0, started.waitFor(), moment + ": " + said);
      assertWhole();
      if (active().equals("1.1")) {
        run("rm", "-rf", folder + "/releases");
      }
    }
    assertEquals(0, install(bundle));
    assertEquals("1.1", active());
  }

  private void assertWhole() throws Exception {
    Path active = Path.of(output(update(UPDATE, "active")));
    String version = Files.readString(active.resolve("VERSION")).strip();
    assertTrue(List.of("1.0", "1.1").contains(version), version);
    assertEquals("program " + version, Files.readString(active.resolve("lib/program.jar")));
    assertTrue(Files.exists(active.resolve("works")));
  }

  private Path tree(String name, String version, boolean works) throws IOException {
    Path tree = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(tree.resolve("bin"));
    Files.createDirectories(tree.resolve("lib"));
    Files.writeString(tree.resolve("VERSION"), version + "\n");
    Files.writeString(tree.resolve("bin/kiosk"), "#!/bin/sh\n");
    Files.writeString(tree.resolve("lib/program.jar"), "program " + version);
    Files.write(tree.resolve("lib/fonts.jar"), new byte[200_000]);
    if (works) {
      Files.writeString(tree.resolve("works"), "");
    }
    return tree;
  }

  private void key(String name) throws Exception {
    run("openssl", "genpkey", "-algorithm", "ed25519", "-out", folder + "/" + name + ".key");
  }

  private Path bundle(String version, boolean works, String signer) throws Exception {
    Path tree = tree("tree-" + version + "-" + works, version, works);
    run(
        PACKAGE + "/bundle",
        tree.toString(),
        folder + "/" + signer + ".key",
        folder + "/bundles-" + signer);
    return folder.resolve("bundles-" + signer + "/yibao-kiosk-" + version + ".bundle");
  }

  private int install(Path bundle) throws Exception {
    Process update = update(UPDATE, "install", bundle.toString());
    output(update);
    return update.waitFor();
  }

  /** Version of the program that is to run. */
  private String active() throws Exception {
    return Files.readString(Path.of(output(update(UPDATE, "active"))).resolve("VERSION")).strip();
  }

  private Process update(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
    environment.put("UPDATE", UPDATE);
    environment.put("YIBAO_PACKAGED", folder.resolve("packaged").toString());
    environment.put("YIBAO_RELEASES", folder.resolve("releases").toString());
    environment.put("YIBAO_UPDATE_KEYS", folder.resolve("keys").toString());
    environment.put("YIBAO_SCREEN_URL", "http://127.0.0.1:" + service.getAddress().getPort());
    environment.put("YIBAO_IDLE_LIMIT", "0");
    environment.put("YIBAO_PROOF_PAUSE", "0");
    return builder.start();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = output(process);
    assertEquals(0, process.waitFor(), said);
  }
}
