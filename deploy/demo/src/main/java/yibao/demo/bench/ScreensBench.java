package yibao.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What a person in front of the glass feels: first paint, answer to a finger, what shifts, what
 * visits leave in memory; in a real browser at a quarter of this machine's speed.
 */
final class ScreensBench implements Bench {

  private static final long MOST_MINUTES = 5;

  private final Checkout checkout;

  ScreensBench(Checkout checkout) {
    this.checkout = checkout;
  }

  @Override
  public List<Figure> run() throws IOException, InterruptedException {
    File screens = checkout.deploy().resolveSibling("ui-web").toFile();
    Process pace =
        new ProcessBuilder("npx", "--no-install", "tsx", "tests/dev/pace.ts", "--json")
            .directory(screens)
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      JsonNode figures = null;
      for (String line : (Iterable<String>) pace.inputReader().lines()::iterator) {
        if (line.startsWith("[")) {
          figures = new ObjectMapper().readTree(line);
        }
      }
      if (!pace.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || figures == null) {
        throw new IOException("the browser did not measure; run npm run pace in ui-web to see why");
      }
      return read(figures);
    } finally {
      pace.descendants().forEach(ProcessHandle::destroy);
      pace.destroy();
    }
  }

  private static List<Figure> read(JsonNode figures) {
    List<Figure> read = new ArrayList<>();
    for (JsonNode one : figures) {
      double value = one.path("figure").asDouble();
      Figure figure =
          Figure.alone(
              "screens, " + one.path("name").asText(), said(value, one.path("unit").asText()));
      JsonNode budget = one.get("budget");
      read.add(
          budget == null
              ? figure
              : figure.within(
                  "≤ " + said(budget.asDouble(), one.path("unit").asText()),
                  value <= budget.asDouble()));
    }
    return read;
  }

  private static String said(double value, String unit) {
    String number =
        value == Math.rint(value)
            ? String.format(Locale.ROOT, "%.0f", value)
            : String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.0f", value);
    return (number + " " + unit).strip();
  }
}
