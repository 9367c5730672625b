package yibao.kiosk.packs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A YAML file of a pack: its content, and where each part of it stands.
 *
 * @param name the file's path below the regions folder, with slashes
 * @param root its content, aliases resolved
 * @param lines the line of each node, by JSON pointer
 */
record PackFile(String name, JsonNode root, Map<String, Integer> lines) {

  /** The line of the node at this pointer, or of the nearest one around it. */
  int line(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at)) {
      int slash = at.lastIndexOf('/');
      if (slash < 0) {
        return 1;
      }
      at = at.substring(0, slash);
    }
    return lines.get(at);
  }

  /** The pointer of a child; escapes per RFC 6901. */
  static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
