package yibao.devices.printer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Any bytes of a printer end in answers, the same in whatever pieces they come. */
public final class PrinterAnswersFuzz {
  private PrinterAnswersFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    if (!decode(data, Math.max(1, data.length)).equals(decode(data, 1))) {
      throw new AssertionError("answers depend on the pieces in which they came");
    }
    for (int i = 0; i + 4 <= data.length; i += 4) {
      PrinterStatus.ofRealTime(
          data[i] & 0xFF, data[i + 1] & 0xFF, data[i + 2] & 0xFF, data[i + 3] & 0xFF);
    }
  }

  private static List<String> decode(byte[] data, int piece) {
    PrinterAnswers decoder = new PrinterAnswers();
    List<String> answers = new ArrayList<>();
    for (int at = 0; at < data.length; at += piece) {
      byte[] part = Arrays.copyOfRange(data, at, Math.min(data.length, at + piece));
      decoder.accept(part, part.length, answer -> answers.add(answer.toString()));
    }
    return answers;
  }
}
