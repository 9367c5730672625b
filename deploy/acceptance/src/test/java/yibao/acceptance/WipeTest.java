package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.acceptance.Touchscreen.Panel;

/**
 * From the end of one visit until the next citizen has signed in, no frame on the glass, no word in
 * the page and nothing in its memory is of the one who has gone.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WipeTest {

  /** Longer than any warning and countdown together. */
  private static final Duration NOBODY_TOUCHES = Duration.ofMinutes(10);

  /** In full, as shown, and in parts that only this person has. */
  private static final List<String> OF_THE_ONE_BEFORE =
      List.of(
          "马文轩", "马*轩", "630102198604129916", "9916", "13900000001", "139****0001", "北京路", "青石坡");

  @TempDir private Path folder;
  private RunningKiosk kiosk;
  private Hall hall;
  private Touchscreen screen;
  private FrameLog frames;

  @BeforeEach
  void whenSomebodyHasFilledInAForm() throws Exception {
    kiosk = RunningKiosk.start("qinghai", folder.resolve("kiosk"));
    hall = new Hall(kiosk.address());
    screen = new Touchscreen(kiosk.address(), Panel.PORTRAIT, "wipe");
    frames = new FrameLog(screen.page());
    screen.page().reload();
    RelocationTest.whenTheFormIsFilledIn(screen, hall, "qh-employee");
    screen.headed("承诺书");
    assertTrue(screen.words().contains("马*轩"), "the one before is on the glass");
    frames.film();
  }

  @AfterEach
  void close() throws Exception {
    screen.close();
    kiosk.close();
  }

  @Test
  void leaving_shows_the_next_citizen_nothing_of_the_one_before() {
    screen.tap("退出");
    screen.tapInDialog("退出");
    hall.takeCard();

    thenTheNextSignsIn();
    thenNoFrameWasOfTheOneBefore();
    thenTheMemoryHoldsNobody();
    thenNothingLeadsBack();
  }

  @Test
  void running_out_of_time_shows_the_next_citizen_nothing_of_the_one_before() {
    hall.takeCard();
    hall.pass(NOBODY_TOUCHES);
    screen.reads("因长时间没有操作");

    thenTheNextSignsIn();
    thenNoFrameWasOfTheOneBefore();
    thenTheMemoryHoldsNobody();
  }

  @Test
  void a_card_laid_while_the_page_is_dropped_begins_a_visit_that_stays() {
    hall.takeCard();
    screen.tap("退出");
    screen.tapInDialog("退出");
    hall.layCard("qh-pensioner");

    screen.tapExactly("是我");
    screen.reads("祁*生");
    thenNoFrameWasOfTheOneBefore();
    thenTheMemoryHoldsNobody();
  }

  private void thenTheNextSignsIn() {
    screen.reads("触摸屏幕");
    hall.layCard("qh-pensioner");
    screen.tapExactly("是我");
    screen.reads("祁*生");
  }

  private void thenNoFrameWasOfTheOneBefore() {
    frames.cut();
    List<Boolean> dyed = frames.dyed();
    assertTrue(dyed.contains(true), "the film begins with the one before");
    List<Boolean> fromTheDye = dyed.subList(dyed.indexOf(true), dyed.size());
    List<Boolean> after = fromTheDye.subList(fromTheDye.indexOf(false), fromTheDye.size());
    assertFalse(after.contains(true), () -> "the one before came back: " + dyed);

    List<String> words = frames.words();
    int over = 0;
    while (!words.get(over).startsWith("attract\n") && !words.get(over).startsWith("goodbye\n")) {
      over++;
    }
    for (String said : words.subList(over, words.size())) {
      for (String secret : OF_THE_ONE_BEFORE) {
        assertFalse(said.contains(secret), () -> secret + " stands in " + said);
      }
    }
    assertTrue(words.getLast().contains("祁*生"), "the log ends with the next citizen");
  }

  /** As a heap snapshot of the page tells it: every string that is still held by anything. */
  private void thenTheMemoryHoldsNobody() {
    CDPSession session = screen.page().context().newCDPSession(screen.page());
    StringBuilder heap = new StringBuilder();
    session.on(
        "HeapProfiler.addHeapSnapshotChunk",
        chunk -> heap.append(chunk.get("chunk").getAsString()));
    session.send("HeapProfiler.collectGarbage");
    session.send("HeapProfiler.takeHeapSnapshot", new JsonObject());
    session.detach();
    String held = heap.toString().toLowerCase(Locale.ROOT);
    assertTrue(held.contains(inJson("祁*生")), "the search finds who is signed in");
    for (String secret : OF_THE_ONE_BEFORE) {
      // Four digits by themselves may be any number of the browser's.
      assertTrue(
          secret.equals("9916") || !held.contains(inJson(secret)), () -> secret + " is held");
    }
  }

  /** As a snapshot writes it: whatever is not ASCII by its number. */
  private static String inJson(String words) {
    return words
        .codePoints()
        .mapToObj(point -> point < 0x80 ? Character.toString(point) : "\\u%04x".formatted(point))
        .collect(Collectors.joining());
  }

  private void thenNothingLeadsBack() {
    Page page = screen.page();
    CDPSession session = page.context().newCDPSession(page);
    var entries = session.send("Page.getNavigationHistory").getAsJsonArray("entries");
    session.detach();
    for (var entry : entries) {
      String url = entry.getAsJsonObject().get("url").getAsString();
      assertTrue(url.equals("about:blank") || url.equals(kiosk.address().toString()), url);
    }
    assertEquals(
        0,
        page.evaluate(
            "async () => localStorage.length + sessionStorage.length + document.cookie.length"
                + " + (await indexedDB.databases()).length + (await caches.keys()).length"));
  }
}
