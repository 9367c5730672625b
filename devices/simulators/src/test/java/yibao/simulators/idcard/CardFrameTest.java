package yibao.simulators.idcard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yibao.simulators.wire.Wire;

class CardFrameTest {
  private static final byte[] FIND = HexFormat.of().parseHex("aaaaaa9669000320" + "0122");
  private static final byte[] SELECT = HexFormat.of().parseHex("aaaaaa9669000320" + "0221");
  private static final byte[] READ = HexFormat.of().parseHex("aaaaaa9669000330" + "0132");

  private final IdCardReaderSimulator reader = new IdCardReaderSimulator();

  @Test
  void theReadAnswerOfTheSpecimenCardIsTheKnownFrame() throws Exception {
    reader.lay(specimen());

    answerTo(FIND);
    answerTo(SELECT);
    byte[] frame = withoutPhoto(answerTo(READ));

    assertEquals(1295, frame.length);
    assertEquals(0x31, frame[1294]);
    assertEquals(
        "a1bde9684c910c6f62abbc369c285e31e1d3fa43ccee17b9a38eb5da4358c1ca",
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(frame)));
  }

  @Test
  void statusAnswersAreTheKnownFrames() {
    assertArrayEquals(hex("aaaaaa9669000400008084"), answerTo(FIND), "no card");
    assertArrayEquals(hex("aaaaaa9669000400008185"), answerTo(SELECT), "nothing to select");
    assertArrayEquals(hex("aaaaaa9669000400004145"), answerTo(READ), "nothing to read");

    reader.lay(specimen());
    assertArrayEquals(hex("aaaaaa966900080000" + "9f0000000097"), answerTo(FIND), "found");
    assertArrayEquals(
        hex("aaaaaa9669000c000090" + "00".repeat(8) + "9c"), answerTo(SELECT), "selected");

    reader.authorised(false);
    assertArrayEquals(hex("aaaaaa9669000400006662"), answerTo(READ), "unauthorised");
    reader.healthy(false);
    assertArrayEquals(hex("aaaaaa9669000400006064"), answerTo(FIND), "self-test failed");
  }

  @Test
  void aRequestWithAWrongCheckOrLengthIsRefused() {
    assertArrayEquals(
        hex("aaaaaa9669000400001014"), answerTo(hex("aaaaaa96690003200123")), "check");
    assertArrayEquals(hex("aaaaaa9669000400001115"), answerTo(hex("aaaaaa96690000")), "length");
  }

  @Test
  void aCardIsFoundAgainOnlyAfterItWasLifted() {
    reader.lay(specimen());
    answerTo(FIND);
    answerTo(SELECT);
    answerTo(READ);

    assertArrayEquals(hex("aaaaaa9669000400008084"), answerTo(FIND));
    reader.lift();
    reader.lay(specimen());
    assertArrayEquals(hex("aaaaaa966900080000" + "9f0000000097"), answerTo(FIND));
  }

  /** The published frame has an empty photo: its bytes are taken out, and out of the check. */
  private static byte[] withoutPhoto(byte[] frame) {
    for (int i = frame.length - 1 - CardContent.PHOTO_BYTES; i < frame.length - 1; i++) {
      frame[frame.length - 1] ^= frame[i];
      frame[i] = 0;
    }
    return frame;
  }

  private static CardContent specimen() {
    return new CardContent.Resident(
        "张三",
        "1",
        "01",
        LocalDate.of(1949, 12, 31),
        "北京市朝阳区测试路1号",
        "11010519491231002X",
        "北京市公安局朝阳分局",
        LocalDate.of(2020, 1, 1),
        Optional.empty());
  }

  private byte[] answerTo(byte[] request) {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    reader.hear(
        request,
        new Wire() {
          @Override
          public void send(byte[] bytes) {
            sent.writeBytes(bytes);
          }

          @Override
          public void drop() {
            throw new IllegalStateException("nobody pulled the cable");
          }
        });
    return sent.toByteArray();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
