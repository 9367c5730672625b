package yibao.devices.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.devices.Sex;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.simulators.idcard.CardContent;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.idcard.Mishap;
import yibao.simulators.wire.SerialCable;

/** Driver and simulator on the two ends of a real pseudo-terminal. */
class IdCardReaderContractTest {
  private static final int BAUD = 115200;
  private static final SdtChannel.Patience SHORT =
      new SdtChannel.Patience(
          Duration.ofMillis(500), Duration.ofMillis(400), Duration.ofSeconds(3));

  @TempDir Path folder;
  private final IdCardReaderSimulator device = new IdCardReaderSimulator();
  private SerialCable cable;
  private IdCardReader reader;

  @BeforeEach
  void plugIn() throws PortException {
    cable = new SerialCable(folder.resolve("id-card"), BAUD, device, 42).plugIn();
    reader = open(false);
  }

  @AfterEach
  void putAway() {
    reader.close();
    cable.close();
  }

  @Test
  void aReadyReaderTellsItsNumber() throws PortException {
    assertEquals(Optional.empty(), reader.check());
    assertEquals(Optional.of(new SamId("05.01-20260101-0000000042-0000000007")), reader.samId());
  }

  @Test
  void aResidentCardIsRead() throws PortException {
    device.lay(Cards.ZHANG_SAN);

    IdCard.Resident card = assertInstanceOf(IdCard.Resident.class, read());

    assertEquals("张三", card.name());
    assertEquals(Sex.MALE, card.sex());
    assertEquals("汉", card.ethnicGroup().displayName());
    assertEquals(LocalDate.of(1949, 12, 31), card.birth());
    assertEquals("北京市朝阳区测试路1号", card.address());
    assertEquals("11010519491231002X", card.number());
    assertEquals("北京市公安局朝阳分局", card.authority());
    assertEquals(new CardValidity(LocalDate.of(2020, 1, 1), Optional.empty()), card.validity());
    assertEquals(1024, card.photo().compressed().length);
  }

  @Test
  void aResidencePermitIsRead() throws PortException {
    device.lay(Cards.PERMIT);

    IdCard.ResidencePermit card = assertInstanceOf(IdCard.ResidencePermit.class, read());

    assertEquals("陈测试", card.name());
    assertEquals("810000199408230021", card.number());
    assertEquals("H12345678", card.travelPermitNumber());
    assertEquals("01", card.issueCount());
  }

  @Test
  void aPermanentResidentCardOf2017IsRead() throws PortException {
    device.lay(Cards.FOREIGNER_2017);

    IdCard.PermanentResident2017 card =
        assertInstanceOf(IdCard.PermanentResident2017.class, read());

    assertEquals("AIGERIM TEST PERSON", card.englishName());
    assertEquals(Optional.of("测试 艾格林"), card.chineseName());
    assertEquals("KAZ110090123105", card.number());
    assertEquals("KAZ", card.nationality());
    assertEquals(LocalDate.of(1990, 12, 31), card.birth());
    assertEquals(Optional.of(LocalDate.of(2028, 5, 31)), card.validity().until());
  }

  @Test
  void aPermanentResidentCardOf2023IsReadWithItsWholeEnglishName() throws PortException {
    device.lay(Cards.FOREIGNER_2023);

    IdCard.PermanentResident2023 card =
        assertInstanceOf(IdCard.PermanentResident2023.class, read());

    assertEquals("ABCDEFGHIJKLMNOPQRSTUVWXYZ ABCDEFGH IJKLMNOPQR", card.englishName());
    assertEquals(Optional.empty(), card.chineseName());
    assertEquals("911398199012310021", card.number());
    assertEquals("KAZ", card.nationality());
    assertEquals(Sex.FEMALE, card.sex());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 512, 1024})
  void fingerprintsOfAnyLengthAreSkipped(int bytes) throws PortException {
    device.fingerprintBytes(bytes);
    device.lay(Cards.ZHANG_SAN);
    reader.close();
    reader = open(true);

    assertEquals("11010519491231002X", read().number());
  }

  @Test
  void appendedAddressesAndTheBodyNumberAreReadInTheSameSelection() throws PortException {
    device.appendAddresses(List.of("青海省西宁市测试街2号", "青海省海东市测试街3号"));
    device.lay(Cards.ZHANG_SAN);
    read();

    assertEquals(List.of("青海省西宁市测试街2号", "青海省海东市测试街3号"), reader.appendedAddresses());
    assertEquals(28, reader.managementNumber().orElseThrow().length);
  }

  @Test
  void theCardIsStillThereUntilItIsLifted() throws PortException {
    device.lay(Cards.ZHANG_SAN);
    read();

    assertEquals(IdCardReader.Presence.LYING, reader.presence());
    device.lift();
    assertEquals(IdCardReader.Presence.LIFTED, reader.presence());
  }

  @Test
  void withoutACardThereIsNothingToRead() throws PortException {
    assertEquals(new IdCardReading.NoCard(), reader.read());
  }

  @Test
  void aCardThatIsNoIdentityDocumentIsTheWrongCard() throws PortException {
    device.layForeignCard();
    assertEquals(new IdCardReading.WrongCard(), reader.read());
  }

  @Test
  void anUnauthorisedSecurityModuleIsReported() throws PortException {
    device.authorised(false);
    device.lay(Cards.ZHANG_SAN);

    assertEquals(Optional.of(new IdCardReading.Unauthorised()), reader.check());
    assertEquals(new IdCardReading.Unauthorised(), reader.read());
  }

  @Test
  void aFailedSelfTestIsTheReadersFault() throws PortException {
    device.healthy(false);
    assertEquals(Optional.of(new IdCardReading.ReaderFault("00 00 60")), reader.check());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 6, 7, 10, 14, 15, 100, 700, 1293, 1294})
  void aCardLiftedInTheMiddleOfTheAnswerIsNoReadAndTheNextCardIs(int bytes) throws PortException {
    device.lay(Cards.ZHANG_SAN);
    device.next(IdCardReaderSimulator.READ, new Mishap.CardLifted(bytes));

    assertInstanceOf(IdCardReading.Fault.class, reader.read());

    device.lay(Cards.PERMIT);
    assertEquals("810000199408230021", read().number());
  }

  @Test
  void aCardLiftedBetweenFindingAndReadingWasMovedTooEarly() throws PortException {
    device.lay(Cards.ZHANG_SAN);
    device.next(IdCardReaderSimulator.SELECT, new Mishap.CardLifted(19));

    assertEquals(new IdCardReading.MovedTooEarly("00 00 41"), reader.read());
  }

  @Test
  void aDoubledAnswerIsNotTakenForTheNextOne() throws PortException {
    device.lay(Cards.ZHANG_SAN);
    device.next(IdCardReaderSimulator.FIND, new Mishap.Twice());
    device.next(IdCardReaderSimulator.SELECT, new Mishap.Twice());
    device.next(IdCardReaderSimulator.READ, new Mishap.Twice());
    assertEquals("11010519491231002X", read().number());

    device.lay(Cards.PERMIT);
    assertEquals("810000199408230021", read().number());
  }

  @Test
  void theLateAnswerOfTheLastCitizenIsNeverTheNextCitizens() throws PortException {
    device.lay(Cards.ZHANG_SAN);
    device.next(IdCardReaderSimulator.READ, new Mishap.Late(Duration.ofMillis(700)));
    assertEquals(new IdCardReading.Silent(), reader.read());

    device.lay(Cards.PERMIT);

    assertEquals("810000199408230021", read().number());
  }

  @Test
  void aCommandDamagedOnItsWayIsSentAgain() throws PortException {
    device.next(IdCardReaderSimulator.FIND, new Mishap.Replaced(hex("aaaaaa9669000400001014")));
    device.lay(Cards.ZHANG_SAN);

    assertEquals("11010519491231002X", read().number());
  }

  @Test
  void aWrongCheckIsNoRead() throws PortException {
    device.lay(Cards.ZHANG_SAN);
    device.next(IdCardReaderSimulator.READ, new Mishap.WrongCheck());
    assertEquals(new IdCardReading.Garbled(), reader.read());
  }

  @Test
  void garbageBeforeAnAnswerDoesNotHideIt() throws PortException {
    device.lay(Cards.ZHANG_SAN);
    device.next(IdCardReaderSimulator.READ, new Mishap.Preceded(hex("00ffaaaa9669aa")));
    assertEquals("11010519491231002X", read().number());
    assertTrue(reader.damagedBytes() > 0);
  }

  @Test
  void aNoisyLineNeverGivesAWrongPerson() throws PortException {
    cable.noise(0.002);
    int reads = 0;
    for (int i = 0; i < 12; i++) {
      device.lay(Cards.ZHANG_SAN);
      if (reader.read() instanceof IdCardReading.Read(IdCard card)) {
        assertEquals("11010519491231002X", card.number());
        assertEquals("张三", assertInstanceOf(IdCard.Resident.class, card).name());
        reads++;
      }
    }
    cable.noise(0);
    device.lay(Cards.ZHANG_SAN);
    assertEquals("11010519491231002X", read().number(), "after " + reads + " reads in noise");
  }

  @Test
  void textThatNoAuthorityWroteIsNoRead() throws PortException {
    device.lay(new CardContent.Raw(new byte[256], new byte[1024]));
    assertEquals(new IdCardReading.Garbled(), reader.read());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b@\u001dV\u0000",
        "长安街\u001b@1号",
        "长安街\u202e号1",
        "长安街\u2028一号",
        "长安街\ud800一号",
        "长安街\n一号"
      })
  void anAddressThatCommandsOrTurnsWhatIsReadIsNoRead(String address) throws PortException {
    device.lay(
        new CardContent.Resident(
            "张示例",
            "1",
            "01",
            LocalDate.of(1949, 12, 31),
            address,
            "11010519491231002X",
            "示例公安局",
            LocalDate.of(2020, 1, 1),
            Optional.empty()));
    assertEquals(new IdCardReading.Garbled(), reader.read());
  }

  @Test
  void aSilentReaderIsSilentAndComesBack() throws PortException {
    device.next(new Mishap.Silence());
    assertEquals(new IdCardReading.Silent(), reader.read());

    device.lay(Cards.ZHANG_SAN);
    assertEquals("11010519491231002X", read().number());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 640, 1294})
  void aPulledCableIsALostPortAndTheDeviceWorksAfterPluggingIn(int bytes) throws PortException {
    device.lay(Cards.ZHANG_SAN);
    device.next(IdCardReaderSimulator.READ, new Mishap.CableOut(bytes));

    PortException lost = assertThrows(PortException.class, reader::read);
    assertEquals(PortFault.LOST, lost.fault());
    reader.close();
    assertEquals(PortFault.ABSENT, assertThrows(PortException.class, () -> open(false)).fault());

    cable.plugIn();
    reader = open(false);
    assertEquals("11010519491231002X", read().number());
  }

  @Test
  void aCardPrintsNothingOfItsHolder() throws PortException {
    device.lay(Cards.ZHANG_SAN);
    assertEquals("Read[card=IdCard.Resident]", reader.read().toString());
  }

  private IdCard read() throws PortException {
    return assertInstanceOf(IdCardReading.Read.class, reader.read()).card();
  }

  private IdCardReader open(boolean withFingerprint) throws PortException {
    SerialPortOpener opener = new SerialPortOpener(cable.path(), SerialSettings.at(BAUD));
    return new IdCardReader(
        opener.open(), SdtDialect.STANDARD, withFingerprint, System::nanoTime, SHORT);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
