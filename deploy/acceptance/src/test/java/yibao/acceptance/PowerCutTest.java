package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes right after 提交, or somebody presses the power button, while the province keeps its
 * answer to itself: one filing, not none and not two.
 */
class PowerCutTest {

  private static final int RELOCATION = 12;
  private static final int TRIES = 150;

  @TempDir private Path data;
  private final Gson json = new Gson();
  private Hall hall;

  @Test
  void a_filing_survives_a_power_cut_and_is_done_once() throws Exception {
    Path home = data.resolve("kiosk");
    whenTheTerminalEndsRightAfterSubmitting(home, RunningKiosk::kill);

    assertEquals(0, stops(home));
    thenItIsDoneOnce(home);
  }

  /** The service manager turns the button into SIGTERM and grants it twenty seconds. */
  @Test
  void a_filing_survives_the_power_button_and_the_record_says_that_the_terminal_stopped()
      throws Exception {
    Path home = data.resolve("kiosk");
    whenTheTerminalEndsRightAfterSubmitting(home, RunningKiosk::close);

    assertEquals(1, stops(home));
    thenItIsDoneOnce(home);
  }

  private interface Ending {
    void of(RunningKiosk kiosk) throws InterruptedException;
  }

  private void whenTheTerminalEndsRightAfterSubmitting(Path home, Ending ending) throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", home)) {
      hall = new Hall(kiosk.address());
      long before = hall.filings("\"number\"");
      whenAFilingIsFilledIn();
      hall.platform("drop-reply");
      answer(Map.of("submit", true));
      untilTheProvinceHas(before + 1);
      ending.of(kiosk);
    }
  }

  private void thenItIsDoneOnce(Path home) throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", home)) {
      hall = new Hall(kiosk.address());
      long kept = hall.filings("\"number\"");
      hall.pass(Duration.ofMinutes(10));

      assertEquals(kept, hall.filings("\"number\""), "nothing was filed a second time");
      whenTheSamePersonBegins();
      JsonObject notice = awaitKind("eligibility").getAsJsonObject("notice");
      assertEquals("eligibility.days-held", notice.get("code").getAsString());
    }
  }

  /** How often the audit record says that the terminal stopped in order. */
  private static long stops(Path home) throws IOException {
    try (var files = Files.walk(home)) {
      long stops = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        stops +=
            Files.readString(file, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.contains("\"terminal.stopped\""))
                .count();
      }
      return stops;
    }
  }

  private void untilTheProvinceHas(long filings) throws InterruptedException {
    for (int i = 0; i < TRIES && hall.filings("\"number\"") < filings; i++) {
      Thread.sleep(Duration.ofMillis(100));
    }
    assertEquals(filings, hall.filings("\"number\""));
  }

  private void whenTheSamePersonBegins() throws InterruptedException {
    hall.call("POST", "api/journey", "{}");
    answer(Map.of("item", RELOCATION));
    answer(Map.of("value", "file"));
    answer(Map.of("choice", "start"));
    hall.layCard("qh-flexible");
    awaitPhase("confirm");
    answer(Map.of("me", true));
  }

  private void whenAFilingIsFilledIn() throws InterruptedException {
    whenTheSamePersonBegins();
    awaitKind("question");
    answer(Map.of("value", "310000"));
    answer(Map.of("value", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()));
    answer(Map.of("value", ""));
    answer(Map.of("value", "示例路一号院二栋"));
    answer(Map.of("value", "13812345678"));
    String digest = step().get("digest").getAsString();
    answer(Map.of("accepted", true, "readToEnd", true, "digest", digest));
    answer(
        Map.of(
            "strokes",
            new Object[] {
              new Object[] {Map.of("x", 0, "y", 0, "t", 0), Map.of("x", 300, "y", 40, "t", 300)}
            },
            "width",
            800,
            "height",
            300));
  }

  private void awaitPhase(String phase) throws InterruptedException {
    for (int i = 0; i < TRIES && !step().get("phase").getAsString().equals(phase); i++) {
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  private JsonObject awaitKind(String kind) throws InterruptedException {
    for (int i = 0; i < TRIES && !step().get("kind").getAsString().equals(kind); i++) {
      Thread.sleep(Duration.ofMillis(100));
    }
    assertEquals(kind, step().get("kind").getAsString());
    return step();
  }

  private JsonObject step() {
    return view().getAsJsonObject("step");
  }

  private JsonObject view() {
    return json.fromJson(hall.text("api/journey"), JsonObject.class);
  }

  private void answer(Map<String, Object> answer) {
    JsonObject view = view();
    hall.call(
        "POST",
        "api/journey/answer",
        json.toJson(
            Map.of(
                "step", view.getAsJsonObject("step").get("kind").getAsString(),
                "revision", view.get("revision").getAsInt(),
                "answer", answer)));
  }
}
