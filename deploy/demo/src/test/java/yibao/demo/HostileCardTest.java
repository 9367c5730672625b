package yibao.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.demo.chaos.Told;
import yibao.demo.chaos.Visit;
import yibao.kiosk.app.Terminal;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.people.IdentityDocument;
import yibao.simulators.idcard.CardContent;
import yibao.simulators.printer.PrintedReceipt;

/**
 * A card whose chip was written by somebody with intentions: its fields are full to the brim of
 * markup, format strings and look-ups, and so is what its holder types. It goes the whole way, from
 * the reader's bytes to screen, paper, log and province, and stays text.
 */
@Timeout(600)
class HostileCardTest {
  private static final int FILING = 15;

  /** As many characters as the chip has room for. */
  private static final String ADDRESS = "<b onload=a()>${jndi:x}%s%n{0}';--\\";

  private static final String AUTHORITY = "\"&lt;%1$s{hall}";

  @TempDir Path directory;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private AdjustableTime time;
  private World world;
  private Terminal terminal;
  private URI address;

  @BeforeEach
  void openTheHall() throws IOException {
    Path deploy = Path.of("..").toAbsolutePath().normalize();
    time = new AdjustableTime();
    world = World.create(directory.resolve("world"), time);
    terminal =
        Terminal.start(
            new DemoTerminal(
                    "qinghai", 0, directory.resolve("data"), deploy.resolve("regions"), deploy)
                .config(world),
            time,
            List.of());
    address = URI.create("http://127.0.0.1:" + terminal.port() + "/");
  }

  @AfterEach
  void closeTheHall() throws IOException {
    terminal.close();
    world.close();
    time.close();
  }

  @Test
  void what_a_chip_and_a_hand_wrote_stays_text_on_screen_paper_disk_and_at_the_province()
      throws Exception {
    IdentityDocument holder = world.platform().people().find("qh-employee").orElseThrow().card();
    CardContent hostile =
        new CardContent.Resident(
            holder.name(),
            holder.sex(),
            holder.ethnic().orElseThrow(),
            holder.birth(),
            ADDRESS,
            holder.number(),
            AUTHORITY,
            holder.validFrom(),
            Optional.empty());
    LocalDate begin = LocalDate.now().plusDays(3);

    new Visit(address, world.reader(), new Told(), () -> {})
        .run(new Visit.Plan(hostile, FILING, begin, begin.plusDays(30), ADDRESS));

    JsonNode result = view();
    assertEquals("result", result.path("step").path("kind").asText(), result.toString());
    assertEquals("finished", result.path("step").path("outcome").asText());
    assertEquals(
        List.of(ADDRESS),
        world.platform().filings().stream()
            .filter(it -> it.certificate().equals(holder.number()))
            .flatMap((LedgerFiling it) -> it.field("resout_addr").stream())
            .toList());
    print(result);
    PrintedReceipt receipt = world.printer().paper().orElseThrow();
    assertEquals(1, world.printer().receipts().size());
    assertTrue(receipt.cut());
    assertEquals(List.of(), world.printer().complaints(), "the printer knows every byte it got");
    assertNowhereOnTheDisk("onload");
  }

  /** Touches 打印回执 and waits until the terminal says that it is printed. */
  private void print(JsonNode result) throws Exception {
    ObjectNode body = json.createObjectNode();
    body.put("step", "result");
    body.put("revision", result.path("revision").asInt());
    body.putObject("answer").put("choice", "print");
    JsonNode view = call("POST", "api/journey/answer", body.toString());
    while (!view.toString().contains("paper.printed")) {
      assertFalse(view.toString().contains("paper.not-printed"), view.toString());
      Thread.sleep(50);
      view = view();
    }
  }

  private JsonNode view() throws Exception {
    return call("GET", "api/journey", "");
  }

  private JsonNode call(String method, String path, String body) throws Exception {
    return json.readTree(
        http.send(
                HttpRequest.newBuilder(address.resolve(path))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }

  private void assertNowhereOnTheDisk(String text) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text),
            file.toString());
      }
    }
  }
}
