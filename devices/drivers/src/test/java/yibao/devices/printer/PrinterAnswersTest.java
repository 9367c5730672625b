package yibao.devices.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterAnswersTest {
  private final PrinterAnswers decoder = new PrinterAnswers();
  private final List<PrinterAnswer> answers = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"12, FULL", "1e, LOW", "72, OUT", "7e, OUT"})
  void theRollSensorsPublishedValuesAreUnderstood(String hex, Paper paper) {
    int roll = Integer.parseInt(hex, 16);
    assertEquals(paper, PrinterStatus.ofRealTime(0x12, 0x12, 0x12, roll).paper());
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12, 12, ",
    "1a, 16, 12, COVER_OPEN",
    "1a, 32, 12, PAPER_OUT",
    "1a, 52, 1a, CUTTER",
    "1a, 52, 16, PAPER_JAMMED",
    "1a, 52, 32, UNRECOVERABLE",
    "1a, 52, 52, OVERHEATED",
    "1a, 12, 12, OFFLINE"
  })
  void theCauseOfStandingStillIsNamed(String one, String two, String three, PrinterFault fault) {
    PrinterStatus status =
        PrinterStatus.ofRealTime(
            Integer.parseInt(one, 16),
            Integer.parseInt(two, 16),
            Integer.parseInt(three, 16),
            0x12);
    assertEquals(Optional.ofNullable(fault), status.obstacle());
  }

  @Test
  void eachKindOfAnswerIsToldFromTheOthers() {
    hear("12" + "00" + "37224041424300" + "5f53494d00" + "11" + "00" + "1800000f");

    assertEquals(new PrinterAnswer.RealTime(0x12), answers.get(0));
    assertEquals(new PrinterAnswer.Sensor(0), answers.get(1));
    assertEquals(new PrinterAnswer.ProcessId("@ABC"), answers.get(2));
    assertEquals(new PrinterAnswer.Text("SIM"), answers.get(3));
    assertEquals(new PrinterAnswer.Other(), answers.get(4), "XON");
    assertEquals(new PrinterAnswer.Sensor(0), answers.get(5));
    assertTrue(answers.get(6) instanceof PrinterAnswer.Automatic(PrinterStatus s) && s.offline());
  }

  @Test
  void aRealTimeAnswerMayComeInsideAnAutomaticStatus() {
    hear("38" + "12" + "00" + "0c" + "0f");

    assertEquals(new PrinterAnswer.RealTime(0x12), answers.get(0));
    PrinterAnswer.Automatic automatic = (PrinterAnswer.Automatic) answers.get(1);
    assertTrue(automatic.status().coverOpen());
    assertEquals(Paper.OUT, automatic.status().paper());
  }

  @Test
  void anyBytesEndInAnswersOrInWaiting() {
    for (long seed = 0; seed < 300; seed++) {
      byte[] garbage = new byte[4000];
      new Random(seed).nextBytes(garbage);
      PrinterAnswers any = new PrinterAnswers();
      List<PrinterAnswer> found = new ArrayList<>();
      any.accept(garbage, garbage.length, found::add);
      assertTrue(found.size() <= garbage.length);
      any.reset();
      found.clear();
      any.accept(new byte[] {0x12}, 1, found::add);
      assertEquals(List.of(new PrinterAnswer.RealTime(0x12)), found);
    }
  }

  private void hear(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    decoder.accept(bytes, bytes.length, answers::add);
  }
}
