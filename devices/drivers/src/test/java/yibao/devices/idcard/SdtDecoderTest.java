package yibao.devices.idcard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdtDecoderTest {
  private static final String OK = "aaaaaa9669000400009094";
  private static final String NO_CARD = "aaaaaa9669000400008084";

  private final SdtDecoder decoder = new SdtDecoder();
  private final List<SdtAnswer> answers = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "RESET_SAM, aaaaaa9669000310ffec",
    "SAM_STATUS, aaaaaa9669000311ffed",
    "SAM_ID, aaaaaa9669000312ffee",
    "FIND, aaaaaa96690003200122",
    "SELECT, aaaaaa96690003200221",
    "READ, aaaaaa96690003300132",
    "READ_WITH_FINGERPRINT, aaaaaa96690003301023",
    "READ_APPENDED_ADDRESS, aaaaaa96690003300330",
    "READ_MANAGEMENT_NUMBER, aaaaaa96690003300536"
  })
  void commandsAreThePublishedFrames(SdtCommand command, String frame) {
    assertArrayEquals(HexFormat.of().parseHex(frame), SdtCommand.frame(command.standardCode()));
  }

  @ParameterizedTest
  @CsvSource({
    OK + ", 00 00 90, 0",
    "aaaaaa966900080000" + "9f0000000097, 00 00 9F, 4",
    NO_CARD + ", 00 00 80, 0",
    "aaaaaa9669000400008185, 00 00 81, 0",
    "aaaaaa9669000400004145, 00 00 41, 0",
    "aaaaaa9669000400009195, 00 00 91, 0",
    "aaaaaa9669000400006064, 00 00 60, 0",
    "aaaaaa9669000400006662, 00 00 66, 0",
    "aaaaaa9669000400003236, 00 00 32, 0",
    "aaaaaa9669000c00009000000000000000009c, 00 00 90, 8"
  })
  void publishedAnswersAreUnderstood(String frame, String status, int dataLength) {
    hear(frame);

    assertEquals(1, answers.size());
    assertEquals(status, answers.getFirst().status());
    assertEquals(dataLength, answers.getFirst().data().length);
    assertEquals(0, decoder.damaged());
  }

  @Test
  void anAnswerInPiecesIsFoundWithItsLastByte() {
    byte[] frame = HexFormat.of().parseHex(OK);
    for (byte b : frame) {
      assertTrue(answers.isEmpty());
      decoder.accept(new byte[] {b}, 1, answers::add);
    }
    assertEquals(1, answers.size());
  }

  @Test
  void joinedAnswersAreToldApart() {
    hear(NO_CARD + OK);
    assertEquals(List.of("00 00 80", "00 00 90"), statuses());
  }

  @Test
  void garbageBeforeAnAnswerIsSkippedAndCounted() {
    hear("00ff96aaaa" + "aaaa" + OK);
    assertEquals(List.of("00 00 90"), statuses());
    assertEquals(7, decoder.damaged());
  }

  @Test
  void anAnswerWithAWrongCheckIsDroppedAndTheNextOneFound() {
    hear("aaaaaa9669000400009095" + OK);
    assertEquals(List.of("00 00 90"), statuses());
    assertTrue(decoder.damaged() > 0);
  }

  @Test
  void aLengthThatNoAnswerHasDoesNotSwallowTheNextAnswer() {
    hear("aaaaaa9669ffff" + "aaaaaa96690003" + OK);
    assertEquals(List.of("00 00 90"), statuses());
  }

  @Test
  void anAnswerInsideABrokenOneIsFoundWhenTheLineFallsSilent() {
    hear("aaaaaa96690508" + OK);
    assertTrue(answers.isEmpty());

    decoder.abandon(answers::add);

    assertEquals(List.of("00 00 90"), statuses());
    assertFalse(decoder.begun());
  }

  @Test
  void anyBytesEndInAnAnswerOrInWaiting() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      SdtDecoder any = new SdtDecoder();
      List<SdtAnswer> found = new ArrayList<>();
      byte[] garbage = new byte[random.nextInt(6000)];
      random.nextBytes(garbage);
      sprinklePreambles(garbage, random);
      int at = 0;
      while (at < garbage.length) {
        int count = Math.min(1 + random.nextInt(900), garbage.length - at);
        any.accept(Arrays.copyOfRange(garbage, at, at + count), count, found::add);
        at += count;
      }
      any.abandon(found::add);
      found.clear();

      byte[] ok = HexFormat.of().parseHex(OK);
      any.accept(ok, ok.length, found::add);
      assertEquals(1, found.size(), "resynchronised after seed " + seed);
    }
  }

  private static void sprinklePreambles(byte[] garbage, Random random) {
    byte[] preamble = HexFormat.of().parseHex("aaaaaa9669");
    for (int i = 0; i < 5 && garbage.length > 20; i++) {
      System.arraycopy(preamble, 0, garbage, random.nextInt(garbage.length - 10), preamble.length);
    }
  }

  private void hear(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    decoder.accept(bytes, bytes.length, answers::add);
  }

  private List<String> statuses() {
    return answers.stream().map(SdtAnswer::status).toList();
  }
}
