package yibao.devices.sscard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.devices.EthnicGroup;
import yibao.devices.Sex;
import yibao.devices.smartcard.ApduChannel;
import yibao.devices.smartcard.CardLostException;
import yibao.simulators.sscard.SocialSecurityCardSimulator;

class SocialSecurityChipTest {
  @ParameterizedTest
  @ValueSource(strings = {"1.00", "2.00"})
  void cardsOfTheFirstTwoVersionsOpenToEverybody(String version) throws Exception {
    SocialSecurityCard card = read(new SocialSecurityCardSimulator(SsCards.of(version, "张三")));

    assertEquals("A12345678", card.cardNumber());
    assertEquals("630100", card.region());
    assertEquals(version, card.version());
    assertEquals(Optional.of(LocalDate.of(2029, 3, 1)), card.expires());
    SocialSecurityCard.Holder holder = card.holder().orElseThrow();
    assertEquals("11010519491231002X", holder.number());
    assertEquals("张三", holder.name());
    assertEquals(Optional.of(Sex.FEMALE), holder.sex());
    assertEquals(Optional.of(new EthnicGroup("04")), holder.ethnicGroup());
    assertEquals(Optional.of(LocalDate.of(1949, 12, 31)), holder.birth());
  }

  @Test
  void aLongNameRunsOnInItsExtension() throws Exception {
    String name = "阿卜杜热合曼买买提依明江吐尔逊阿吉尼亚孜";
    SocialSecurityCard card = read(new SocialSecurityCardSimulator(SsCards.of("2.00", name)));
    assertEquals(name, card.holder().orElseThrow().name());
  }

  @Test
  void theThirdGenerationKeepsItsHolderToItself() throws Exception {
    SocialSecurityCard card = read(new SocialSecurityCardSimulator(SsCards.of("3.00", "张三")));

    assertEquals("A12345678", card.cardNumber());
    assertEquals(Optional.empty(), card.holder());
  }

  @Test
  void aCardWithoutTheApplicationIsTheWrongCard() throws Exception {
    assertEquals(
        new SocialSecurityReading.WrongCard(), new SocialSecurityChip(apdu -> sw("6A82")).read());
  }

  @Test
  void aLockedApplicationIsSaidSo() throws Exception {
    SocialSecurityCardSimulator chip = new SocialSecurityCardSimulator(SsCards.of("2.00", "张三"));
    chip.lock();
    assertEquals(new SocialSecurityReading.Locked(), new SocialSecurityChip(chip::transmit).read());
  }

  @Test
  void theHoldersNumberIsTheRecordedSpecimen() throws Exception {
    // The record of EF06 as the field's card carries it: tag, length, value, status.
    byte[] record = HexFormat.of().parseHex("0812" + "313130313035313934393132333130303258");
    assertEquals("11010519491231002X", CardRecord.parse(record).orElseThrow().ascii());
    byte[] name = HexFormat.of().parseHex("091E" + "D5C5C8FD" + "00".repeat(26));
    assertEquals("张三", CardRecord.parse(name).orElseThrow().gbk());
  }

  @Test
  void aT0CardsFollowUpsAreHidden() throws Exception {
    SocialSecurityCardSimulator chip = new SocialSecurityCardSimulator(SsCards.of("2.00", "张三"));
    SocialSecurityCard card = read(halfAtATime(chip));
    assertEquals("张三", card.holder().orElseThrow().name());
  }

  @Test
  void aPinIsAcceptedOrCountedDown() throws Exception {
    SocialSecurityCardSimulator chip = new SocialSecurityCardSimulator(SsCards.of("2.00", "张三"));
    SocialSecurityChip card = new SocialSecurityChip(chip::transmit);
    card.read();

    assertEquals(new PinResult.Wrong(5), card.verifyPin("000000".toCharArray()));
    assertEquals(new PinResult.Accepted(), card.verifyPin("123456".toCharArray()));
    for (int left = 5; left > 0; left--) {
      assertEquals(new PinResult.Wrong(left), card.verifyPin("000000".toCharArray()));
    }
    assertEquals(new PinResult.Blocked(), card.verifyPin("000000".toCharArray()));
    assertEquals(new PinResult.Blocked(), card.verifyPin("123456".toCharArray()));
  }

  @Test
  void whateverAChipAnswersIsAReadingOrACardLost() {
    for (long seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      ApduChannel mad =
          command -> {
            byte[] answer = new byte[random.nextInt(40)];
            random.nextBytes(answer);
            if (random.nextInt(3) > 0 && answer.length >= 2) {
              answer[answer.length - 2] = (byte) 0x90;
              answer[answer.length - 1] = 0;
            }
            return answer;
          };
      try {
        new SocialSecurityChip(mad).read();
      } catch (CardLostException e) {
        assertEquals("the card answered without a status", e.getMessage());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"-2, NoCard", "-4, Failed", "-2201, NeedsSecurityModule", "0, Failed"})
  void aVendorsErrorsAreTranslated(int result, String kind) {
    assertEquals(kind, VendorLine.parse(result, "").getClass().getSimpleName());
  }

  @Test
  void aVendorsLineIsACard() {
    String line =
        "630100|11010519491231002X|A12345678|63010000D15600000500000000000001|张三"
            + "|00814E43238697159900BF7C7A|2.00|20190301|20290301|000000000001|42";
    VendorLine.Outcome.Read read =
        assertInstanceOf(VendorLine.Outcome.Read.class, VendorLine.parse(0, line));
    assertEquals("张三", read.card().holder().orElseThrow().name());
    assertEquals(Optional.of(LocalDate.of(2019, 3, 1)), read.card().issued());
    assertEquals("SocialSecurityCard[version 2.00]", read.card().toString());
  }

  private static SocialSecurityCard read(SocialSecurityCardSimulator chip) throws Exception {
    return read(chip::transmit);
  }

  private static SocialSecurityCard read(ApduChannel channel) throws Exception {
    return assertInstanceOf(
            SocialSecurityReading.Read.class, new SocialSecurityChip(channel).read())
        .card();
  }

  /** Announces data with 61 xx and hands them out on request, as T=0 cards do. */
  private static ApduChannel halfAtATime(SocialSecurityCardSimulator chip) {
    Deque<byte[]> kept = new ArrayDeque<>(List.of());
    return command -> {
      if ((command[1] & 0xFF) == 0xC0) {
        return kept.remove();
      }
      byte[] answer = chip.transmit(command);
      if (answer.length == 2) {
        return answer;
      }
      kept.add(answer);
      return new byte[] {0x61, (byte) (answer.length - 2)};
    };
  }

  private static byte[] sw(String hex) {
    return Arrays.copyOf(HexFormat.of().parseHex(hex), 2);
  }
}
