package yibao.devices.idcard;

import java.util.function.IntPredicate;

/**
 * The commands of GA 450 we send, each with the answers that can belong to it. How a reader's
 * family numbers them is its {@link SdtDialect}.
 */
enum SdtCommand {
  RESET_SAM(0x10, 0xFF, length -> length == 0),
  SAM_STATUS(0x11, 0xFF, length -> length == 0),
  SAM_ID(0x12, 0xFF, length -> length == 16),
  FIND(0x20, 0x01, length -> false),
  SELECT(0x20, 0x02, length -> length == 8),
  READ(0x30, 0x01, length -> length >= 4 + SdtCommand.TEXT_BYTES),
  READ_WITH_FINGERPRINT(0x30, 0x10, length -> length >= 6 + SdtCommand.TEXT_BYTES),
  READ_APPENDED_ADDRESS(0x30, 0x03, length -> length > 0 && length <= 280 && length % 70 == 0),
  READ_MANAGEMENT_NUMBER(0x30, 0x05, length -> length == 28);

  private static final int TEXT_BYTES = 256;
  private static final int MAX_FOUND_BYTES = 8;

  private final int standardCode;
  private final IntPredicate successLength;

  SdtCommand(int command, int parameter, IntPredicate successLength) {
    this.standardCode = command << 8 | parameter;
    this.successLength = successLength;
  }

  /** Command and parameter in GA 450, two bytes. */
  int standardCode() {
    return standardCode;
  }

  /**
   * A whole request: preamble, length, command, parameter, check.
   *
   * @param code command and parameter, two bytes
   */
  static byte[] frame(int code) {
    byte command = (byte) (code >> 8);
    byte parameter = (byte) code;
    return new byte[] {
      (byte) 0xAA,
      (byte) 0xAA,
      (byte) 0xAA,
      (byte) 0x96,
      0x69,
      0,
      3,
      command,
      parameter,
      (byte) (3 ^ command ^ parameter)
    };
  }

  /**
   * Whether an answer can be this command's own. Answers carry no number; one that cannot belong
   * here is a late or doubled answer to an earlier command.
   */
  boolean canAnswer(SdtAnswer answer) {
    int length = answer.data().length;
    return switch (answer.sw3()) {
      case SdtAnswer.OK -> successLength.test(length);
      case SdtAnswer.FOUND -> this == FIND && length <= MAX_FOUND_BYTES;
      case SdtAnswer.NO_CARD -> (this == FIND || this == SELECT) && length == 0;
      default -> length == 0;
    };
  }
}
