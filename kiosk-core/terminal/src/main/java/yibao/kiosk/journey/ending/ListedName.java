package yibao.kiosk.journey.ending;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name that a list gives a form, which its paper bears. */
final class ListedName {
  private static final Pattern QUOTED = Pattern.compile("《([^》]+)》");
  private static final int SHORTEST_TITLE = 6;

  private ListedName() {}

  /** The name without the list's 《》 and asides; empty where it is too short for a title: 备案表. */
  static Optional<String> of(String printed) {
    Matcher quoted = QUOTED.matcher(printed);
    if (quoted.find()) {
      return Optional.of(quoted.group(1));
    }
    return Optional.of(printed).filter(name -> name.length() >= SHORTEST_TITLE);
  }
}
