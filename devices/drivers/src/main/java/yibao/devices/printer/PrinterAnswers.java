package yibao.devices.printer;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Tells a printer's answers apart. Total and bounded: whatever arrives, each byte ends in an
 * answer, waits for at most {@value #MAX_BLOCK} more, or is thrown away.
 *
 * <p>By the bits (ESC/POS): automatic status begins with {@code 0xx1xx00}, a real-time answer is
 * {@code 0xx1xx10} and may come between the other bytes, what is neither has bit 4 clear; blocks
 * begin with 37h or 5Fh and end with 00.
 */
final class PrinterAnswers {
  private static final int MAX_BLOCK = 96;
  private static final int XON = 0x11;
  private static final int XOFF = 0x13;
  private static final int BLOCK = 0x37;
  private static final int TEXT_BLOCK = 0x5F;
  private static final int PROCESS_ID = 0x22;
  private static final int PROCESS_ID_LENGTH = 6;

  private final byte[] block = new byte[MAX_BLOCK];
  private final int[] automatic = new int[4];
  private int blockFilled;
  private int automaticFilled;

  /** Takes bytes in the order of the line and hands over each answer they complete. */
  void accept(byte[] bytes, int count, Consumer<PrinterAnswer> answers) {
    for (int i = 0; i < count; i++) {
      take(bytes[i] & 0xFF, answers);
    }
  }

  /** Forgets an answer that has begun. */
  void reset() {
    blockFilled = 0;
    automaticFilled = 0;
  }

  private void take(int b, Consumer<PrinterAnswer> answers) {
    boolean inText = blockFilled > 0 && block[0] == TEXT_BLOCK;
    if (isRealTime(b) && !inText) {
      answers.accept(new PrinterAnswer.RealTime(b));
    } else if (blockFilled > 0) {
      addToBlock(b, answers);
    } else if (b == XON || b == XOFF) {
      // The kernel obeys them; a line without flow control may show them to us.
      answers.accept(new PrinterAnswer.Other());
    } else if ((b & 0x93) == 0x10) {
      automatic[0] = b;
      automaticFilled = 1;
    } else if (b == BLOCK || b == TEXT_BLOCK) {
      addToBlock(b, answers);
    } else if ((b & 0x90) == 0) {
      addToAutomatic(b, answers);
    } else {
      automaticFilled = 0;
    }
  }

  private void addToAutomatic(int b, Consumer<PrinterAnswer> answers) {
    if (automaticFilled == 0) {
      answers.accept(new PrinterAnswer.Sensor(b));
      return;
    }
    automatic[automaticFilled++] = b;
    if (automaticFilled == automatic.length) {
      automaticFilled = 0;
      answers.accept(
          new PrinterAnswer.Automatic(
              PrinterStatus.ofAutomatic(automatic[0], automatic[1], automatic[2])));
    }
  }

  private void addToBlock(int b, Consumer<PrinterAnswer> answers) {
    if (b == 0) {
      PrinterAnswer answer = finishedBlock();
      blockFilled = 0;
      answers.accept(answer);
    } else if (blockFilled == MAX_BLOCK) {
      blockFilled = 0;
    } else {
      block[blockFilled++] = (byte) b;
    }
  }

  private PrinterAnswer finishedBlock() {
    if (block[0] == TEXT_BLOCK) {
      return new PrinterAnswer.Text(
          new String(block, 1, blockFilled - 1, StandardCharsets.US_ASCII));
    }
    if (blockFilled == PROCESS_ID_LENGTH && block[1] == PROCESS_ID) {
      return new PrinterAnswer.ProcessId(new String(block, 2, 4, StandardCharsets.US_ASCII));
    }
    return new PrinterAnswer.Other();
  }

  private static boolean isRealTime(int b) {
    return (b & 0x93) == 0x12;
  }
}
