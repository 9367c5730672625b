package yibao.devices.printer;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The questions put between the sections of a receipt, and whether the printer has answered every
 * one of them in turn. An answer missing in the middle means that a section never reached the
 * paper.
 */
final class ProofOfPrinting {
  private static final byte[] ASK_SENSOR = {0x1D, 0x72, 1};

  /** How far the proof has come. */
  enum Progress {
    WAITING,
    COMPLETE,
    BROKEN
  }

  private final PrinterSettings.Proof kind;
  private final Queue<String> unanswered = new ArrayDeque<>();
  private int id;

  /**
   * @param kind which question the printer understands
   * @param id number of the last question ever put, so that no late answer fits a new one
   */
  ProofOfPrinting(PrinterSettings.Proof kind, int id) {
    this.kind = kind;
    this.id = id;
  }

  /** The question to put after the next section. */
  byte[] nextQuestion() {
    id = id + 1 & 0xFFFF;
    String text = text(id);
    unanswered.add(text);
    return kind == PrinterSettings.Proof.PROCESS_ID ? askForId(text) : ASK_SENSOR.clone();
  }

  /** Takes something the printer said. */
  Progress hear(PrinterAnswer answer) {
    switch (answer) {
      case PrinterAnswer.ProcessId(String said)
          when kind == PrinterSettings.Proof.PROCESS_ID && unanswered.contains(said) -> {
        if (!said.equals(unanswered.remove())) {
          return Progress.BROKEN;
        }
      }
      case PrinterAnswer.Sensor _ when kind == PrinterSettings.Proof.PAPER_SENSOR ->
          unanswered.poll();
      case PrinterAnswer other -> {}
    }
    return unanswered.isEmpty() ? Progress.COMPLETE : Progress.WAITING;
  }

  /** Four characters that no other kind of answer can contain. */
  private static String text(int id) {
    char[] text = new char[4];
    for (int i = 0; i < text.length; i++) {
      text[i] = (char) ('@' + (id >> 4 * i & 0xF));
    }
    return new String(text);
  }

  private static byte[] askForId(String id) {
    byte[] question = {0x1D, 0x28, 0x48, 6, 0, 0x30, 0x30, 0, 0, 0, 0};
    for (int i = 0; i < 4; i++) {
      question[7 + i] = (byte) id.charAt(i);
    }
    return question;
  }
}
