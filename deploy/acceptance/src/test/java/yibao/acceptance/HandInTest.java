package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 住院费用报销 handed in page by page under the screen's own document camera, in Chromium with a film for
 * a camera, and completed the next day at another terminal of the province.
 */
class HandInTest {

  private static final Pattern NUMBER = Pattern.compile("\\d{20}");
  private static final String EMPTY = "把这一页平放在拍摄台上";
  private static final String GOOD = "放好了，可以拍";

  /** What is filled in before the papers; of whatever else is asked, what it offers first. */
  private static final Map<String, String> FORM =
      Map.of(
          "emergency", "false",
          "hospital", "兰州市示例医院",
          "from", "2026-10-08",
          "until", "2026-10-15",
          "invoices", "2",
          "total", "8120.40",
          "accountName", "周慧敏",
          "bankAccount", "6222021234567890128",
          "bankAccountAgain", "6222021234567890128",
          "phone", "13912345678");

  @TempDir private Path data;
  private final Gson json = new Gson();
  private int pages;

  @Test
  void what_cannot_be_read_is_refused_and_the_missing_page_comes_the_next_day_elsewhere()
      throws Exception {
    Mat mat = new Mat(data.resolve("mat.y4m"));
    String number;
    try (RunningKiosk kiosk = RunningKiosk.start("gansu", data.resolve("one"));
        Touchscreen screen =
            Touchscreen.filming(
                kiosk.address(), Touchscreen.Panel.PORTRAIT, "hand-in", mat.film())) {
      Hall hall = new Hall(kiosk.address());
      whenTheFormIsFilledIn(screen, hall);
      whenTheInvoiceHasTwoPages(screen, mat);
      screen.tap("住院费用清单");
      screen.tap("以后补交");
      screen.headed("交材料");
      whenOnePageIsTaken(screen, mat, "诊断证明");
      whenOnePageIsTaken(screen, mat, "病历资料");
      screen.picture("list");
      screen.tap("下一步");
      number = whenItIsHandedIn(screen, hall);
      assertEquals(List.of(), complaints(screen));
    }

    thePapersOfTheProvinceReach("two");
    try (RunningKiosk kiosk = RunningKiosk.start("gansu", data.resolve("two"));
        Touchscreen screen =
            Touchscreen.filming(
                kiosk.address(), Touchscreen.Panel.LANDSCAPE, "hand-in-later", mat.film())) {
      Hall hall = new Hall(kiosk.address());
      hall.pass(Duration.ofDays(1));
      whenTheMissingPageIsBrought(screen, hall, mat, number);
      assertEquals(List.of(), complaints(screen));
    }
  }

  /**
   * A picture that comes when it is wanted no more is a 409 by contract, which the browser notes.
   */
  private static List<String> complaints(Touchscreen screen) {
    return screen.complaints().stream().filter(it -> !it.contains("409 (Conflict)")).toList();
  }

  private void whenTheFormIsFilledIn(Touchscreen screen, Hall hall) {
    screen.tap("触摸屏幕");
    screen.findAndTap("住院费用报销");
    screen.tap("电子发票");
    screen.tap("开始办理");
    screen.headed("请出示");
    hall.layCard("gs-employee");
    screen.tapExactly("是我");
    // Writing is tried elsewhere; what is written here goes to the same step by the same call.
    screen.page().waitForCondition(() -> step(hall).get("kind").getAsString().equals("question"));
    for (JsonObject asked = step(hall);
        asked.get("kind").getAsString().equals("question");
        asked = step(hall)) {
      assertFalse(asked.has("error"), asked.toString());
      String field = asked.get("field").getAsString();
      answer(
          hall,
          Map.of(
              "value",
              FORM.containsKey(field)
                  ? FORM.get(field)
                  : asked
                      .getAsJsonArray("options")
                      .get(0)
                      .getAsJsonObject()
                      .get("value")
                      .getAsString()));
    }
    screen.headed("交材料");
    screen.picture("papers");
  }

  /** One page blurred, cut, well, the same again, and another one. */
  private void whenTheInvoiceHasTwoPages(Touchscreen screen, Mat mat) throws IOException {
    screen.tap("医院收费票据");
    screen.reads(EMPTY);
    mat.layBlurred(1);
    screen.reads("请放平不动");
    screen.tap("拍这一页");
    screen.reads("没有拍清楚");
    screen.picture("blurred");
    mat.layCut(1);
    screen.reads("四个角都要放进画面里");
    screen.tap("拍这一页");
    screen.reads("材料没有放全");
    screen.picture("cut");
    mat.lay(1);
    screen.reads(GOOD);
    screen.picture("good");
    screen.tap("拍这一页");
    screen.reads("已拍 1 页");
    mat.clear();
    screen.reads(EMPTY);
    mat.lay(1);
    screen.reads(GOOD);
    screen.tap("再拍一页");
    screen.reads("这一页已经拍过了");
    screen.reads("已拍 1 页");
    screen.picture("twice");
    mat.clear();
    screen.reads(EMPTY);
    mat.lay(2);
    screen.reads(GOOD);
    screen.tap("再拍一页");
    screen.reads("已拍 2 页");
    screen.picture("two-pages");
    mat.clear();
    screen.tap("这份拍完了");
    screen.headed("交材料");
    pages = 2;
  }

  private void whenOnePageIsTaken(Touchscreen screen, Mat mat, String paper) throws IOException {
    screen.tap(paper);
    screen.reads(EMPTY);
    mat.lay(++pages);
    screen.reads(GOOD);
    screen.tap("拍这一页");
    screen.reads("已拍 1 页");
    mat.clear();
    screen.tap("这份拍完了");
  }

  private String whenItIsHandedIn(Touchscreen screen, Hall hall) {
    screen.headed("请签名");
    screen.signOn("canvas");
    screen.tap("下一步");
    screen.headed("请核对");
    screen.picture("review");
    screen.tap("确认提交");
    screen.headed("已收件");
    screen.picture("received");
    String number = number(screen.words());
    screen.tap("打印回执");
    screen.headed("已打印");
    String receipt = receipt(hall);
    assertTrue(receipt.contains(number), receipt);
    assertTrue(receipt.contains("还需补交") && receipt.contains("住院费用清单"), receipt);
    assertFalse(receipt.contains("预计办结"), receipt);
    return number;
  }

  private void whenTheMissingPageIsBrought(Touchscreen screen, Hall hall, Mat mat, String number)
      throws IOException {
    screen.tap("触摸屏幕");
    screen.findAndTap("办件进度查询");
    screen.tap("本人证件");
    screen.tap("开始办理");
    screen.headed("请出示");
    hall.layCard("gs-employee");
    screen.tapExactly("是我");
    screen.picture("filings");
    screen.tap("查看详情");
    screen.reads("还缺材料");
    screen.picture("lacking");
    screen.tap("补交材料");
    whenOnePageIsTaken(screen, mat, "住院费用清单");
    screen.tap("下一步");
    screen.headed("请核对");
    screen.tap("确认提交");
    screen.headed("已受理");
    screen.reads(number);
    screen.picture("accepted");
    screen.tap("打印回执");
    screen.headed("已打印");
    String receipt = receipt(hall);
    assertTrue(receipt.contains(number), receipt);
    assertTrue(receipt.contains("预计办结") && receipt.contains("30个工作日"), receipt);
  }

  /** The province keeps its ledger beside the first terminal; all else there is that terminal's. */
  private void thePapersOfTheProvinceReach(String terminal) throws IOException {
    Path from = data.resolve("one-world");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path to = data.resolve(terminal + "-world").resolve(from.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private static String number(String words) {
    Matcher found = NUMBER.matcher(words.replaceAll("\\s", ""));
    assertTrue(found.find(), words);
    return found.group();
  }

  private static String receipt(Hall hall) {
    return new String(hall.paper(), Charset.forName("GB18030")).replaceAll("\\s", "");
  }

  private JsonObject view(Hall hall) {
    return json.fromJson(hall.text("api/journey"), JsonObject.class);
  }

  private JsonObject step(Hall hall) {
    return view(hall).getAsJsonObject("step");
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
