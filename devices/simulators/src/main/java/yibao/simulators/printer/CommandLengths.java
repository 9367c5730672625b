package yibao.simulators.printer;

import java.util.HashMap;
import java.util.Map;

/** How many bytes follow each ESC/POS command: a fixed number, or one that its first bytes tell. */
final class CommandLengths {
  /** The command has no such form. */
  static final int UNKNOWN = -1;

  /** Where the arguments begin in a command's bytes: after prefix and op. */
  private static final int FIRST = 2;

  /** Tells the number of argument bytes from those that have arrived. */
  private interface Rule {
    int needed(byte[] command, int arrived);
  }

  private static final Map<Integer, Rule> RULES = rules();

  private CommandLengths() {}

  /**
   * The number of argument bytes the command needs as far as can be told; more may be asked for
   * when those have arrived.
   *
   * @param command the bytes so far, prefix and op first
   * @param arrived how many arguments are among them
   */
  static int needed(int code, byte[] command, int arrived) {
    Rule rule = RULES.get(code);
    return rule == null ? UNKNOWN : rule.needed(command, arrived);
  }

  private static Map<Integer, Rule> rules() {
    Map<Integer, Rule> rules = new HashMap<>();
    fixed(rules, 0, 0x1B40, 0x1B32, 0x1C26, 0x1C2E, 0x1C0E, 0x1C14);
    fixed(rules, 1, 0x1B74, 0x1B61, 0x1B45, 0x1B47, 0x1B2D, 0x1B21, 0x1B4D, 0x1B33, 0x1B64, 0x1B4A);
    fixed(rules, 1, 0x1B52, 0x1B20, 0x1C21, 0x1C57, 0x1C2D);
    fixed(rules, 1, 0x1D21, 0x1D42, 0x1D77, 0x1D68, 0x1D48, 0x1D66, 0x1D61, 0x1D72, 0x1D49);
    fixed(rules, 2, 0x1B24, 0x1C53, 0x1D4C, 0x1D57);
    fixed(rules, 3, 0x1B70);
    fixed(rules, 1, 0x1004, 0x1005);
    rules.put(0x1014, (a, n) -> n == 0 ? 1 : realTimeRequest(a[FIRST]));
    rules.put(0x1D56, (a, n) -> n == 0 ? 1 : cut(a[FIRST] & 0xFF));
    rules.put(
        0x1D76, (a, n) -> n < 6 ? 6 : a[FIRST] == '0' ? 6 + word(a, 2) * word(a, 4) : UNKNOWN);
    rules.put(0x1D28, (a, n) -> n < 3 ? 3 : 3 + word(a, 1));
    rules.put(
        0x1D38,
        (a, n) -> n < 5 ? 5 : a[FIRST] == 'L' ? 5 + (word(a, 1) | word(a, 3) << 16) : UNKNOWN);
    rules.put(0x1D6B, CommandLengths::barcode);
    return Map.copyOf(rules);
  }

  private static void fixed(Map<Integer, Rule> rules, int count, int... codes) {
    for (int code : codes) {
      rules.put(code, (command, arrived) -> count);
    }
  }

  private static int realTimeRequest(byte function) {
    return switch (function) {
      case 1, 2 -> 3;
      case 8 -> 8;
      default -> UNKNOWN;
    };
  }

  private static int cut(int form) {
    return switch (form) {
      case 0, 1, '0', '1' -> 1;
      case 0x41, 0x42 -> 2;
      default -> UNKNOWN;
    };
  }

  private static int barcode(byte[] command, int arrived) {
    if (arrived == 0) {
      return 1;
    }
    int kind = command[FIRST] & 0xFF;
    if (kind <= 6) {
      return arrived > 1 && command[FIRST + arrived - 1] == 0 ? arrived : arrived + 1;
    }
    if (kind < 65 || kind > 78) {
      return UNKNOWN;
    }
    return arrived < 2 ? 2 : 2 + (command[FIRST + 1] & 0xFF);
  }

  private static int word(byte[] command, int argument) {
    int at = FIRST + argument;
    return command[at] & 0xFF | (command[at + 1] & 0xFF) << 8;
  }
}
