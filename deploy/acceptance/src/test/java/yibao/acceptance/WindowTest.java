package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 住院费用报销 with paper invoices: handed in at the terminal, its originals confirmed by a clerk who
 * scans the receipt at a window, and followed by the citizen at the terminal.
 */
class WindowTest {

  private static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("invoice", "paper"),
          Map.entry("settled", "false"),
          Map.entry("injury", "no"),
          Map.entry("emergency", "false"),
          Map.entry("hospital", "兰州市示例医院"),
          Map.entry("from", "2026-10-08"),
          Map.entry("until", "2026-10-15"),
          Map.entry("invoices", "2"),
          Map.entry("total", "8120.40"),
          Map.entry("accountName", "周慧敏"),
          Map.entry("bankAccount", "6222021234567890128"),
          Map.entry("bankAccountAgain", "6222021234567890128"),
          Map.entry("phone", "13912345678"));

  @TempDir private Path data;
  private final Gson json = new Gson();
  private int pages;

  @Test
  void originals_confirmed_at_a_window_begin_the_limit_that_the_citizen_then_sees()
      throws Exception {
    // With the hall's network comes the hall's queue.
    try (RunningKiosk kiosk =
        RunningKiosk.start(
            "gansu", data.resolve("kiosk"), "--hall-port", String.valueOf(freePort()))) {
      Hall hall = new Hall(kiosk.address());
      String number = whenTheCitizenHandsIn(hall);
      assertTrue(printed(hall).contains("材料原件要交窗口核验"), printed(hall));
      assertEquals(number, scanned(hall), "the receipt's symbol");
      answer(hall, Map.of("choice", "hand-over"));
      whenPrinted(hall);
      assertTrue(printed(hall).contains("窗口交接单"), printed(hall));
      assertEquals(number, scanned(hall), "the hand-over ticket's symbol");

      try (Touchscreen clerk =
          new Touchscreen(
              kiosk.address().resolve("staff/window"), Touchscreen.Panel.LANDSCAPE, "window")) {
        whenAClerkConfirms(clerk, number);
        // A number that nobody was given is a 404, which the browser notes.
        assertEquals(
            List.of(), clerk.complaints().stream().filter(it -> !it.contains("404")).toList());
      }

      hall.call("DELETE", "api/journey", "");
      try (Touchscreen screen =
          new Touchscreen(kiosk.address(), Touchscreen.Panel.PORTRAIT, "window-progress")) {
        thenTheCitizenReadsTheDay(screen, hall);
        assertEquals(List.of(), screen.complaints());
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void whenAClerkConfirms(Touchscreen clerk, String number) {
    clerk.type("number", "demo");
    clerk.type("password", "demo-staff");
    clerk.tapExactly("登录");
    clerk.reads("等待扫码");
    clerk.picture("waiting");

    // A handheld scanner types and presses Enter.
    clerk.page().keyboard().type("12345678");
    clerk.page().keyboard().press("Enter");
    clerk.reads("没有这个受理号");
    clerk.page().keyboard().type(number);
    clerk.page().keyboard().press("Enter");
    clerk.reads("已收件");
    clerk.reads("8120.40");
    assertFalse(clerk.words().contains("13912345678"), "no more of the person than is compared");
    clerk.picture("received");
    clerk.page().setViewportSize(390, 844);
    clerk.picture("received-phone");
    clerk.page().setViewportSize(1366, 768);
    clerk.tap("退回补正");
    clerk.picture("returning");
    clerk.tap("不退回");
    clerk.tap("原件核验无误");
    clerk.reads("办理时限从今天开始计算");
    clerk.reads("已受理");
    clerk.picture("accepted");
    clerk.tap("下一位");
    clerk.page().keyboard().type(number);
    clerk.page().keyboard().press("Enter");
    clerk.reads("预计办结");
    assertFalse(clerk.shows("原件核验无误"), "nothing is confirmed twice");
  }

  private void thenTheCitizenReadsTheDay(Touchscreen screen, Hall hall) {
    hall.takeCard();
    screen.tap("触摸屏幕");
    screen.findAndTap("办件进度查询");
    screen.tap("本人证件");
    screen.tap("开始办理");
    screen.headed("请出示");
    hall.layCard("gs-employee");
    screen.tapExactly("是我");
    screen.reads("已受理，预计");
    screen.picture("filings");
    screen.tap("查看详情");
    screen.reads("预计办结");
    screen.reads("等经办机构审核");
    screen.picture("filing");
  }

  /** Over the calls that the screen makes; touching is tried elsewhere. */
  private String whenTheCitizenHandsIn(Hall hall) throws IOException, InterruptedException {
    hall.call("POST", "api/journey", "{}");
    String number = "";
    for (int i = 0; i < 200; i++) {
      JsonObject step = view(hall).getAsJsonObject("step");
      switch (step.get("kind").getAsString()) {
        case "choose" -> answer(hall, Map.of("item", item(hall)));
        case "brief" -> answer(hall, Map.of("choice", "start"));
        case "identify" -> {
          switch (step.get("phase").getAsString()) {
            case "waiting" -> hall.layCard("gs-employee");
            case "confirm" -> answer(hall, Map.of("me", true));
            default -> {}
          }
          Thread.sleep(200);
        }
        case "question" -> answer(hall, Map.of("value", said(step)));
        case "materials" -> papers(hall, step);
        case "commitment" ->
            answer(hall, Map.of("accepted", true, "digest", step.get("digest").getAsString()));
        case "sign" ->
            answer(hall, Map.of("strokes", List.of(stroke()), "width", 800, "height", 300));
        case "review" -> answer(hall, Map.of("submit", true));
        case "result" -> {
          number = step.get("number").getAsString();
          answer(hall, Map.of("choice", "print"));
        }
        case "paper" -> {
          whenPrinted(hall);
          return number;
        }
        default -> Thread.sleep(200);
      }
    }
    throw new AssertionError("not handed in: " + view(hall));
  }

  private void whenPrinted(Hall hall) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      JsonObject step = view(hall).getAsJsonObject("step");
      if (step.get("phase").getAsString().equals("printed")) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("not printed: " + view(hall));
  }

  private static String printed(Hall hall) {
    return new String(hall.paper(), Charset.forName("GB18030")).replaceAll("\\s", "");
  }

  /** What a scanner reads off the paper that came out last. */
  private String scanned(Hall hall) throws IOException, InterruptedException {
    Path picture = Files.write(data.resolve("paper.png"), hall.receipt());
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("..").toAbsolutePath().normalize().resolve("demo/target/lib") + "/*",
                "yibao.kiosk.app.Main",
                "decode-qr",
                picture.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String line =
        new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, reader.waitFor(), line);
    return line.substring(line.indexOf('\t') + 1);
  }

  private int item(Hall hall) {
    for (JsonElement category :
        json.fromJson(hall.text("api/catalog"), JsonObject.class).getAsJsonArray("categories")) {
      for (JsonElement item : category.getAsJsonObject().getAsJsonArray("items")) {
        if (item.getAsJsonObject().get("name").getAsString().equals("住院费用报销")) {
          return item.getAsJsonObject().get("seq").getAsInt();
        }
      }
    }
    throw new AssertionError("the list has no 住院费用报销");
  }

  private static String said(JsonObject question) {
    assertFalse(question.has("error"), question.toString());
    String field = question.get("field").getAsString();
    return SAID.containsKey(field)
        ? SAID.get(field)
        : question.getAsJsonArray("options").get(0).getAsJsonObject().get("value").getAsString();
  }

  private void papers(Hall hall, JsonObject step) throws IOException, InterruptedException {
    switch (step.get("phase").getAsString()) {
      case "list" -> {
        for (JsonElement line : step.getAsJsonArray("lines")) {
          if (line.getAsJsonObject().get("state").getAsString().equals("open")) {
            answer(hall, Map.of("open", line.getAsJsonObject().get("id").getAsString()));
            return;
          }
        }
        answer(hall, Map.of("choice", "next"));
      }
      case "way" ->
          answer(
              hall,
              Map.of(
                  "way",
                  step.getAsJsonObject("paper")
                      .getAsJsonArray("ways")
                      .get(0)
                      .getAsJsonObject()
                      .get("id")
                      .getAsString()));
      default -> {
        if (step.getAsJsonObject("paper").get("working").getAsBoolean()) {
          Thread.sleep(200);
        } else if (offers(step.getAsJsonArray("choices"), "done")) {
          answer(hall, Map.of("choice", "done"));
        } else {
          // A machine with much else to do may be late with a picture: it is taken again.
          assertTrue(!step.has("notice") || late(step), step.toString());
          hall.layPage(page(++pages));
          answer(hall, Map.of("choice", "shoot"));
        }
      }
    }
  }

  private static boolean late(JsonObject step) {
    return step.getAsJsonObject("notice").get("code").getAsString().equals("camera.no-picture");
  }

  private static boolean offers(JsonArray choices, String id) {
    return StreamSupport.stream(choices.spliterator(), false)
        .anyMatch(choice -> choice.getAsJsonObject().get("id").getAsString().equals(id));
  }

  /** A page of print; each number has its own. */
  private static byte[] page(int number) throws IOException {
    BufferedImage page = new BufferedImage(840, 1188, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = page.createGraphics();
    brush.setColor(new Color(222, 224, 220));
    brush.fillRect(0, 0, page.getWidth(), page.getHeight());
    brush.setColor(new Color(30, 30, 34));
    Random random = new Random(number);
    for (int y = 80; y < 1100; y += 34) {
      for (int x = 60, end = random.nextInt(260, 740); x < end; x += 24) {
        if (random.nextInt(5) > 0) {
          brush.fillRect(x + random.nextInt(5), y, 3, 18);
          brush.fillRect(x, y + random.nextInt(14), 17, 3);
        }
      }
    }
    brush.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(page, "png", file);
    return file.toByteArray();
  }

  private static List<Map<String, Integer>> stroke() {
    return java.util.stream.IntStream.range(0, 40)
        .mapToObj(i -> Map.of("x", 10 + 9 * i, "y", 50 + i % 5 * 20, "t", i * 16))
        .toList();
  }

  private JsonObject view(Hall hall) {
    return json.fromJson(hall.text("api/journey"), JsonObject.class);
  }

  private void answer(Hall hall, Map<String, Object> answer) {
    JsonObject view = view(hall);
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
