package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  /** As systemd goes through the unit: the end, before the start, the start, after it, again. */
  private static final String SYSTEMCTL =
      """
      #!/bin/bash
      [ "$1" != reset-failed ] || exit 0
      SERVICE_RESULT=${OLD_ENDS:-success} "$UPDATE" ended
      for start in 1 2; do
        "$UPDATE" starting
        tree=$("$UPDATE" active)
        if [ -e "$tree/works" ] && "$UPDATE" started; then exit 0; fi
        SERVICE_RESULT=exit-code "$UPDATE" ended
      done
      exit 1
      """;

  @TempDir private Path folder;
  private HttpServer service;
  private volatile String step = "attract";
  private final Map<String, byte[]> offered = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Set<String> ranges = ConcurrentHashMap.newKeySet();

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
    service.createContext("/offered/", this::give);
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
  void a_release_that_power_left_no_time_to_start_twice_is_given_up() throws Exception {
    Files.writeString(folder.resolve("bin/systemctl"), "#!/bin/sh\nexit 1\n");
    assertEquals(1, install(bundle("1.1", true, "publisher")));
    assertEquals("1.1", active());

    for (int powerCut = 0; powerCut < 2; powerCut++) {
      assertEquals(0, ends(update(UPDATE, "starting")));
      assertEquals("1.1", active());
    }
    assertEquals(0, ends(update(UPDATE, "starting")));
    assertEquals("1.0", active());
  }

  @Test
  void that_the_old_program_ended_badly_is_not_held_against_the_new_one() throws Exception {
    Files.writeString(
        folder.resolve("bin/systemctl"), SYSTEMCTL.replace("${OLD_ENDS:-success}", "timeout"));

    assertEquals(0, install(bundle("1.1", true, "publisher")));
    assertEquals("1.1", active());
  }

  @Test
  void a_bundle_of_what_changed_is_filled_up_from_the_release_in_use() throws Exception {
    Path whole = bundle("1.1", true, "publisher");
    Path step = step("packaged", "1.1");
    assertTrue(Files.size(step) < Files.size(whole) / 4, "fonts are left out");

    assertEquals(0, install(step));

    assertEquals("1.1", active());
    assertWhole();
  }

  @Test
  void a_bundle_of_what_changed_since_another_release_changes_nothing() throws Exception {
    tree("another", "1.0", true);
    Files.writeString(folder.resolve("another/lib/names.txt"), "only there");
    Files.createDirectories(folder.resolve("tree-1.1-true/lib"));
    Files.writeString(folder.resolve("tree-1.1-true/lib/names.txt"), "only there");

    assertEquals(1, install(step("another", "1.1")));
    assertEquals("1.0", active());
  }

  @Test
  void what_an_address_offers_is_fetched_and_installed() throws Exception {
    offered.put("latest", "1.1\n".getBytes(StandardCharsets.US_ASCII));
    offer(bundle("1.1", true, "publisher"));

    assertEquals(0, fetch());
    assertEquals("1.1", active());

    offered.put("latest", "1.2\n".getBytes(StandardCharsets.US_ASCII));
    Path step = step("tree-1.1-true", "1.2");
    offer(step);
    assertEquals(0, fetch());
    assertEquals("1.2", active());
    assertTrue(asked.contains(step.getFileName().toString()));
    assertEquals(0, fetch(), "nothing newer is no fault");
  }

  @Test
  void an_address_that_offers_what_it_has_not_or_talks_nonsense_changes_nothing() throws Exception {
    for (String latest : List.of("1.1\n", "../../etc\n", "", "<html>", "9".repeat(100))) {
      offered.put("latest", latest.getBytes(StandardCharsets.US_ASCII));
      assertEquals(1, fetch(), latest);
      assertEquals("1.0", active());
    }
    key("stranger");
    offered.put("latest", "1.1\n".getBytes(StandardCharsets.US_ASCII));
    offer(bundle("1.1", true, "stranger"));
    assertEquals(1, fetch());
    assertEquals("1.0", active());
  }

  @Test
  void a_download_that_broke_off_goes_on_where_it_stopped() throws Exception {
    Path bundle = bundle("1.1", true, "publisher");
    byte[] whole = Files.readAllBytes(bundle);
    offered.put("latest", "1.1\n".getBytes(StandardCharsets.US_ASCII));
    offer(bundle);
    Path fetched = Files.createDirectories(folder.resolve("releases/fetched"));
    Files.write(fetched.resolve(bundle.getFileName()), Arrays.copyOf(whole, whole.length / 2));

    assertEquals(0, fetch());
    assertEquals("1.1", active());
    assertTrue(ranges.contains("bytes=" + whole.length / 2 + "-"), ranges.toString());
  }

  @Test
  void the_newest_bundle_of_a_folder_is_installed_and_the_end_is_told() throws Exception {
    bundle("1.2", true, "publisher");
    bundle("1.10", true, "publisher");
    Path stick = bundle("1.9", true, "publisher").getParent();
    Files.writeString(stick.resolve("autorun.inf"), "[autorun]");

    assertEquals(0, ends(update(UPDATE, "folder", stick.toString())));

    assertEquals("1.10", active());
    assertTrue(output(update(UPDATE, "last")).endsWith("已换上版本 1.10。"));
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
      Files.write(half, Arrays.copyOf(whole, whole.length * part / 8));
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

  /** A file as a plain web server gives it, from where it is asked to. */
  private void give(HttpExchange exchange) throws IOException {
    String name = Path.of(exchange.getRequestURI().getPath()).getFileName().toString();
    asked.add(name);
    byte[] body = offered.get(name);
    if (body == null) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      String range = exchange.getRequestHeaders().getFirst("Range");
      int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      if (range != null) {
        ranges.add(range);
        exchange
            .getResponseHeaders()
            .add("Content-Range", "bytes " + from + "-" + (body.length - 1) + "/" + body.length);
      }
      exchange.sendResponseHeaders(range == null ? 200 : 206, Math.max(body.length - from, -1));
      exchange.getResponseBody().write(body, from, body.length - from);
    }
    exchange.close();
  }

  private void offer(Path bundle) throws IOException {
    offered.put(bundle.getFileName().toString(), Files.readAllBytes(bundle));
  }

  private int fetch() throws Exception {
    return ends(update(UPDATE, "fetch"));
  }

  /** What changed between a tree there is and a version, signed by the publisher. */
  private Path step(String since, String version) throws Exception {
    String to = folder + "/steps";
    run(
        PACKAGE + "/bundle",
        tree("tree-" + version + "-true", version, true).toString(),
        folder + "/publisher.key",
        to,
        folder.resolve(since).toString());
    return Path.of(
        to,
        "yibao-kiosk-%s-to-%s.bundle"
            .formatted(Files.readString(folder.resolve(since + "/VERSION")).strip(), version));
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
    return ends(update(UPDATE, "install", bundle.toString()));
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
    environment.put(
        "YIBAO_UPDATES_FROM", "http://127.0.0.1:" + service.getAddress().getPort() + "/offered/");
    environment.put("YIBAO_IDLE_LIMIT", "0");
    environment.put("YIBAO_PROOF_PAUSE", "0");
    return builder.start();
  }

  private static int ends(Process update) throws Exception {
    // What it says is in the test's output, for whoever looks why it ended so.
    System.out.println(output(update));
    return update.waitFor();
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
