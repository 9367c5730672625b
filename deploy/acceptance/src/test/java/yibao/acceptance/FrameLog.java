package yibao.acceptance;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/**
 * Everything the glass shows, frame by frame, over as many pages as come and go: the pictures that
 * the browser hands its screen, and the words that stand in the page whenever it paints or changes.
 */
final class FrameLog {

  /**
   * Sends the words of a page, of its names for screen readers and of its title, whenever they are
   * others than before: at each change, and again at each frame.
   */
  private static final String WATCH =
      """
      (() => {
        let before = "";
        const look = () => {
          const names = [...document.querySelectorAll("[aria-label],[alt],[title]")]
            .flatMap((one) => ["aria-label", "alt", "title"].map((name) => one.getAttribute(name) ?? ""));
          const step = document.querySelector("[data-step]")?.dataset.step ?? "none";
          const words = [document.title, document.documentElement.textContent, ...names].join(" ");
          const now = step + "\\n" + words;
          if (now !== before) window.frameSeen((before = now));
        };
        new MutationObserver(look).observe(document, {
          subtree: true, childList: true, characterData: true, attributes: true,
        });
        const frame = () => { look(); requestAnimationFrame(frame); };
        frame();
      })();
      """;

  /** A colour that no screen has, on everything of a visit that is not over. */
  private static final String DYE =
      """
      () => {
        const dye = new CSSStyleSheet();
        dye.replaceSync(
          "html:not(:has([data-step=attract],[data-step=goodbye])) * { background-color: #f0f !important }");
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, dye];
      }
      """;

  private static final int WIDTH = 270;
  private static final int HEIGHT = 480;
  private static final int DYED = 60;
  private static final int FEW = 20;

  private final Page page;
  private final CDPSession session;
  private final List<String> words = new CopyOnWriteArrayList<>();
  private final List<byte[]> pictures = new CopyOnWriteArrayList<>();

  /** Watches from the next page that is loaded on. */
  FrameLog(Page page) {
    this.page = page;
    BrowserContext context = page.context();
    context.exposeBinding(
        "frameSeen",
        (_, seen) -> {
          words.add((String) seen[0]);
          return null;
        });
    context.addInitScript(WATCH);
    session = context.newCDPSession(page);
    session.on("Page.screencastFrame", this::keep);
  }

  private void keep(JsonObject frame) {
    pictures.add(Base64.getDecoder().decode(frame.get("data").getAsString()));
    JsonObject seen = new JsonObject();
    seen.add("sessionId", frame.get("sessionId"));
    session.send("Page.screencastFrameAck", seen);
  }

  /** Begins to film; whatever the page that stands shows of its visit is dyed. */
  void film() {
    page.evaluate(DYE);
    words.clear();
    JsonObject how = new JsonObject();
    how.addProperty("format", "png");
    how.addProperty("maxWidth", WIDTH);
    how.addProperty("maxHeight", HEIGHT);
    session.send("Page.startScreencast", how);
  }

  /** Ends the film. */
  void cut() {
    session.send("Page.stopScreencast");
  }

  /** What the pages said since the film began, each with its step in the first line. */
  List<String> words() {
    return List.copyOf(words);
  }

  /** For each picture of the film whether it holds anything of the dyed visit. */
  List<Boolean> dyed() {
    return pictures.stream().map(FrameLog::isDyed).toList();
  }

  private static boolean isDyed(byte[] picture) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
      int found = 0;
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          int rgb = image.getRGB(x, y);
          int red = rgb >> 16 & 0xff;
          int green = rgb >> 8 & 0xff;
          int blue = rgb & 0xff;
          found += red - green > DYED && blue - green > DYED ? 1 : 0;
        }
      }
      return found > FEW;
    } catch (IOException e) {
      throw new AssertionError("a frame that is no picture", e);
    }
  }
}
