package yibao.acceptance;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The terminal's screen in Chromium, used with a finger. */
final class Touchscreen implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final double PATIENCE_MILLIS = 30_000;
  private static final double FINGER_MILLIS = 400;
  private static final double STROKE_MILLIS = 16;
  private static final double GLANCE_MILLIS = 2_000;
  private static final int MOST_PAGES = 12;

  /** How the panel hangs. */
  enum Panel {
    PORTRAIT(1080, 1920),
    LANDSCAPE(1920, 1080);

    private final int width;
    private final int height;

    Panel(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private final Playwright playwright;
  private final BrowserContext context;
  private final Page page;
  private final Path album;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private int pictures;
  private int taps;

  /**
   * Opens the screen.
   *
   * @param name of the album its pictures go to, under target/screens
   */
  Touchscreen(URI address, Panel panel, String name) {
    this(address, panel, name, List.of(), Optional.empty());
  }

  /**
   * Opens the screen in a browser that keeps what it keeps on a disk.
   *
   * @param profile folder of the browser's profile
   */
  static Touchscreen keeping(URI address, Panel panel, String name, Path profile) {
    return new Touchscreen(address, panel, name, List.of(), Optional.of(profile));
  }

  /**
   * Opens the screen of a terminal whose camera shows a film, over and over.
   *
   * @param film read when the camera is opened
   */
  static Touchscreen filming(URI address, Panel panel, String name, Path film) {
    return new Touchscreen(
        address,
        panel,
        name,
        List.of(
            "--use-fake-device-for-media-stream",
            "--use-file-for-fake-video-capture=" + film.toAbsolutePath()),
        Optional.empty());
  }

  private Touchscreen(
      URI address, Panel panel, String name, List<String> camera, Optional<Path> profile) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> arguments =
        with(
            camera,
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=zh-CN");
    List<String> permissions = camera.isEmpty() ? List.of() : List.of("camera");
    context =
        profile
            .map(
                folder ->
                    playwright
                        .chromium()
                        .launchPersistentContext(
                            folder,
                            new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(arguments)
                                .setViewportSize(panel.width, panel.height)
                                .setHasTouch(true)
                                .setLocale("zh-CN")
                                .setPermissions(permissions)))
            .orElseGet(
                () ->
                    playwright
                        .chromium()
                        .launch(
                            new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(arguments))
                        .newContext(
                            new Browser.NewContextOptions()
                                .setViewportSize(panel.width, panel.height)
                                .setHasTouch(true)
                                .setLocale("zh-CN")
                                .setPermissions(permissions)));
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(request -> requests.add(request.url()));
    album =
        Path.of("target", "screens", name + "-" + panel.name().toLowerCase(java.util.Locale.ROOT));
    page.navigate(address.toString());
  }

  private static List<String> with(List<String> more, String... arguments) {
    return Stream.concat(Arrays.stream(arguments), more.stream()).toList();
  }

  /** Taps the button with these words on it. */
  void tap(String words) {
    tap(button(words));
  }

  /**
   * A finger takes a moment; the screen ignores one that is quicker than a person after a change.
   */
  private void tap(Locator target) {
    target.waitFor();
    page.waitForTimeout(FINGER_MILLIS);
    target.tap();
    taps++;
  }

  /** How often a button was touched; digits, letters and strokes are writing and do not count. */
  int taps() {
    return taps;
  }

  /** Taps the button with exactly these words on it. */
  void tapExactly(String words) {
    tap(
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
            .first());
  }

  /** Taps the button with exactly these words in the dialogue that is open. */
  void tapInDialog(String words) {
    tap(
        page.locator("dialog[open]")
            .getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true)));
  }

  /** Types into the field of this name, as staff do at a keyboard. */
  void type(String field, String words) {
    page.locator(":is(input, textarea)[name=" + field + "]").fill(words);
  }

  /** Writes a word by its pinyin and picks it from the candidates. */
  void write(String pinyin, String word) {
    pinyin
        .chars()
        .mapToObj(Character::toString)
        .forEach(
            letter ->
                page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(letter).setExact(true))
                    .first()
                    .tap());
    tapExactly(word);
  }

  /** Presses one key of a keypad on the screen. */
  void press(String key) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(key).setExact(true))
        .first()
        .tap();
  }

  private Locator button(String words) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first();
  }

  /** Taps the first place where these words stand, whatever it is. */
  void tapText(String words) {
    tap(page.getByText(words).first());
  }

  /** Turns pages until the button with these words is there, then taps it. */
  void findAndTap(String words) {
    for (int turned = 0; !comes(words); turned++) {
      if (turned > MOST_PAGES) {
        throw new AssertionError("no page shows " + words);
      }
      tap("下一页");
    }
    tap(words);
  }

  /** Looks a page over before turning it; a page may still be coming. */
  private boolean comes(String words) {
    try {
      button(words).waitFor(new Locator.WaitForOptions().setTimeout(GLANCE_MILLIS));
      return true;
    } catch (TimeoutError notHere) {
      return false;
    }
  }

  /** Waits until these words stand on the screen. */
  void reads(String words) {
    page.getByText(words).first().waitFor();
  }

  /** Waits until these words stand on the screen no more. */
  void loses(String words) {
    page.getByText(words)
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /** Waits until the main heading contains these words. */
  void headed(String words) {
    page.locator("h1", new Page.LocatorOptions().setHasText(words)).waitFor();
  }

  /** Whether these words stand on the screen now. */
  boolean shows(String words) {
    return page.getByText(words).first().isVisible();
  }

  /** All words on the screen. */
  String words() {
    return page.locator("body").innerText();
  }

  /** Draws a signature over the element. */
  void signOn(String selector) {
    page.waitForTimeout(FINGER_MILLIS);
    BoundingBox box = page.locator(selector).boundingBox();
    var cdp = page.context().newCDPSession(page);
    touch(cdp, "touchStart", box.x + box.width * 0.2, box.y + box.height * 0.3);
    for (int i = 1; i <= 20; i++) {
      touch(
          cdp,
          "touchMove",
          box.x + box.width * (0.2 + 0.03 * i),
          box.y + box.height * (0.5 + 0.2 * Math.sin(i)));
      page.waitForTimeout(STROKE_MILLIS);
    }
    // A hand that has finished rests before it leaves the glass; a flick would be a fling.
    page.waitForTimeout(FINGER_MILLIS);
    JsonObject end = new JsonObject();
    end.addProperty("type", "touchEnd");
    end.add("touchPoints", new JsonArray());
    cdp.send("Input.dispatchTouchEvent", end);
    cdp.detach();
  }

  private static void touch(
      com.microsoft.playwright.CDPSession cdp, String type, double x, double y) {
    JsonObject point = new JsonObject();
    point.addProperty("x", x);
    point.addProperty("y", y);
    JsonArray points = new JsonArray();
    points.add(point);
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    cdp.send("Input.dispatchTouchEvent", event);
  }

  /** Takes a picture. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(album.resolve("%02d-%s.png".formatted(++pictures, name))));
  }

  Page page() {
    return page;
  }

  /** Errors the page has written to its console. */
  List<String> complaints() {
    return complaints;
  }

  /** Every address the page has asked for. */
  List<String> requests() {
    return requests;
  }

  /** Lets go of a browser that has been killed. */
  void buried() {
    playwright.close();
  }

  @Override
  public void close() {
    // A browser that keeps a profile is one with its context and goes with it.
    Browser browser = context.browser();
    context.close();
    if (browser != null) {
      browser.close();
    }
    playwright.close();
  }
}
