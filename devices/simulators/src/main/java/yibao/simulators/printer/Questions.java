package yibao.simulators.printer;

/** The commands that ask the printer something and are answered in their turn. */
final class Questions {
  /** GS a, automatic status back. */
  static final int AUTOMATIC_STATUS = 0x1D61;

  private static final int SENSOR = 0x1D72;
  private static final int IDENTIFY = 0x1D49;
  private static final int EXTENDED = 0x1D28;

  private Questions() {}

  /** Whether a command only asks: questions leave no trace on the paper. */
  static boolean asks(Command command) {
    return switch (command.code()) {
      case SENSOR, IDENTIFY, AUTOMATIC_STATUS, 0x1004, 0x1005, 0x1014 -> true;
      case EXTENDED -> command.at(0) == 'H';
      default -> false;
    };
  }

  /** What the printer says; nothing to what is no question. */
  static byte[] answer(Command command, PrinterCondition condition) {
    return switch (command.code()) {
      case SENSOR -> command.at(0) % 48 == 1 ? bytes(condition.sensor()) : bytes();
      case IDENTIFY -> identity(command.at(0));
      case EXTENDED -> processId(command);
      default -> bytes();
    };
  }

  /** Whether a command is GS ( H, which cheap printers print as text. */
  static boolean asksForProcessId(Command command) {
    return command.code() == EXTENDED && command.at(0) == 'H';
  }

  private static byte[] processId(Command command) {
    boolean whole = command.arguments().length >= 9 && command.at(4) == 0x30;
    return asksForProcessId(command) && whole
        ? bytes(0x37, 0x22, command.at(5), command.at(6), command.at(7), command.at(8), 0)
        : bytes();
  }

  private static byte[] identity(int n) {
    return switch (n) {
      case 1, 49 -> bytes(0x20);
      case 2, 50 -> bytes(0x03);
      case 67 -> bytes(0x5F, 'S', 'I', 'M', 0);
      default -> bytes();
    };
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
