package yibao.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.demo.chaos.Canaries;
import yibao.kiosk.app.Terminal;
import yibao.sandbox.people.SandboxPerson;
import yibao.simulators.sscard.Chip;

/**
 * Citizens who come with the social-security card, ask what they are insured for and have it
 * printed: neither their disk nor what lies between terminal and printer keeps anything of them.
 */
@Timeout(600)
class CardInTheSlotTest {
  private static final int QUERY = 8;
  private static final int CITIZENS = 3;
  private static final int MOST_LOOKS = 1000;
  private static final Path SERVICE = Path.of("/usr/sbin/pcscd");

  @TempDir Path directory;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private URI terminal;

  @Test
  void nothing_of_those_who_came_with_a_social_security_card_stays_on_the_disk() throws Exception {
    assumeTrue(Files.isExecutable(SERVICE), "needs pcscd with a virtual reader");
    Path deploy = Path.of("..").toAbsolutePath().normalize();
    Path home = Files.createDirectories(directory.resolve("terminal"));
    AdjustableTime time = new AdjustableTime();
    try (World world = World.create(directory.resolve("world"), time);
        Terminal running =
            Terminal.start(
                new DemoTerminal(
                        "qinghai", 0, home.resolve("data"), deploy.resolve("regions"), deploy)
                    .config(world),
                time,
                List.of())) {
      terminal = URI.create("http://127.0.0.1:" + running.port() + "/");
      List<SandboxPerson> citizens =
          world.platform().people().all().stream()
              .filter(it -> it.region().equals("qinghai"))
              .filter(it -> it.socialSecurityCard().isPresent() && it.platform().isPresent())
              .limit(CITIZENS)
              .toList();
      for (SandboxPerson citizen : citizens) {
        visit(world, SocialSecurityCards.of(citizen).orElseThrow());
      }

      assertEquals(CITIZENS, world.printer().receipts().size());
      Canaries canaries = new Canaries(citizens);
      Path control = directory.resolve("control");
      Files.writeString(control, citizens.getFirst().socialSecurityCard().orElseThrow().number());
      assertFalse(canaries.findIn(control).isEmpty(), "the search finds what is there");
      assertEquals(List.of(), canaries.findIn(home));
    } finally {
      time.close();
    }
  }

  /** Asks, has the answer printed, leaves and takes the card along. */
  private void visit(World world, Chip card) throws Exception {
    JsonNode view = call("GET", "api/journey", "");
    int printed = world.printer().receipts().size();
    boolean asked = false;
    for (int looks = 0; world.printer().receipts().size() == printed; looks++) {
      assertTrue(looks < MOST_LOOKS, view.toString());
      JsonNode step = view.path("step");
      ObjectNode answer = json.createObjectNode();
      switch (step.path("kind").asText()) {
        // Whoever came before may be told good-bye still: their card was told gone a moment later.
        case "attract" -> call("POST", "api/journey", "");
        case "goodbye" -> {
          if (!step.path("takeCard").asBoolean()) {
            answer.put("choice", "done");
          }
        }
        case "choose" -> answer.put("item", QUERY);
        case "brief" -> answer.put("choice", "start");
        case "identify" -> {
          if (step.path("phase").asText().equals("confirm")) {
            answer.put("me", true);
          } else if (!asked) {
            world.cardSlot().insert(card);
            asked = true;
          }
        }
        case "question" -> answer.put("value", step.path("options").path(0).path("value").asText());
        case "answer" -> answer.put("choice", "print");
        case "eligibility", "paper" -> {
          String choice = step.path("choices").path(0).path("id").asText();
          if (choice.equals("print")) {
            answer.put("choice", choice);
          } else {
            world.cardSlot().eject();
          }
        }
        default -> {}
      }
      if (answer.isEmpty()) {
        Thread.sleep(60);
        view = call("GET", "api/journey", "");
      } else {
        ObjectNode body = json.createObjectNode();
        body.put("step", step.path("kind").asText());
        body.put("revision", view.path("revision").asInt());
        body.set("answer", answer);
        view = call("POST", "api/journey/answer", body.toString());
      }
    }
    world.cardSlot().eject();
    call("DELETE", "api/journey", "");
  }

  private JsonNode call(String method, String path, String body) throws Exception {
    return json.readTree(
        http.send(
                HttpRequest.newBuilder(terminal.resolve(path))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }
}
