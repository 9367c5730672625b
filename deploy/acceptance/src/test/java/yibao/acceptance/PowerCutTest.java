package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 right after 提交, while the province keeps its answer to itself: one filing, not none and
 * not two.
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
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", home)) {
      hall = new Hall(kiosk.address());
      long before = hall.filings("\"number\"");
      whenAFilingIsFilledIn();
      hall.platform("drop-reply");
      answer(Map.of("submit", true));
      untilTheProvinceHas(before + 1);
      kiosk.kill();
    }
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
