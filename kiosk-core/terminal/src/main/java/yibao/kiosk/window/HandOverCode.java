package yibao.kiosk.window;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the symbol on a hand-over ticket 窗口交接单 holds where there is no filing whose number it could
 * hold: what the citizen came for and what they said of the case, nothing of who they are. Written
 * in letters that a scanner types like a keyboard: {@code YBJ1/630100/T-1/202611231405/qinghai/12/}
 * and the facts as {@code name=value&name=value}.
 *
 * @param place 统筹区 of the hall, six digits
 * @param terminal number of the terminal that printed it
 * @param printedAt the hall's time, to the minute
 * @param region id of the region
 * @param item printed number of the item
 * @param said facts by name, in the region pack's words
 */
public record HandOverCode(
    String place,
    String terminal,
    LocalDateTime printedAt,
    String region,
    int item,
    Map<String, String> said) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "YBJ1/(\\d{6})/([\\w.~%+*-]{1,60})/(\\d{12})/([a-z0-9-]{1,30})/(\\d{1,4})/(\\S{0,600})");

  public HandOverCode {
    said = Map.copyOf(said);
  }

  /** Whether a text is meant to be one, however it ends. */
  public static boolean isMeant(String text) {
    return text.startsWith("YBJ1/");
  }

  /** Reads one; empty where it is none, or was cut short. */
  public static Optional<HandOverCode> read(String text) {
    Matcher parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      Map<String, String> said = new TreeMap<>();
      for (String pair : parts.group(6).split("&")) {
        String[] sides = pair.split("=", 2);
        if (sides.length == 2) {
          said.put(decoded(sides[0]), decoded(sides[1]));
        }
      }
      return Optional.of(
          new HandOverCode(
              parts.group(1),
              decoded(parts.group(2)),
              LocalDateTime.parse(parts.group(3), MINUTE),
              parts.group(4),
              Integer.parseInt(parts.group(5)),
              said));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The text of the symbol. */
  public String text() {
    StringBuilder facts = new StringBuilder();
    new TreeMap<>(said)
        .forEach(
            (name, value) -> {
              if (!facts.isEmpty()) {
                facts.append('&');
              }
              facts.append(encoded(name)).append('=').append(encoded(value));
            });
    return "YBJ1/%s/%s/%s/%s/%d/%s"
        .formatted(place, encoded(terminal), MINUTE.format(printedAt), region, item, facts);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "HandOverCode[" + region + " " + item + "]";
  }
}
