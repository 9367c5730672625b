package yibao.devices.idcard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.devices.port.PortException;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.idcard.Mishap;
import yibao.simulators.idcard.ReaderVariant;
import yibao.simulators.wire.SerialCable;

/** Readers of every family and speed, on a pseudo-terminal, opened by one that knows no speed. */
class ReaderFamilyContractTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "SAM_STATUS, aaaaaa96690003000102",
    "FIND,       aaaaaa96690003008182",
    "SELECT,     aaaaaa96690003008281",
    "READ,       aaaaaa96690003008380"
  })
  void theCommandsOfCvr100AuAreFramedAsGa450FramesThem(SdtCommand command, String frame) {
    int code = SdtDialect.CVR_100AU.code(command).orElseThrow();
    assertArrayEquals(HexFormat.of().parseHex(frame), SdtCommand.frame(code));
  }

  @ParameterizedTest
  @ValueSource(ints = {115200, 57600, 38400, 19200, 9600})
  void aReaderOfAnySpeedIsFoundAndRead(int baud) throws Exception {
    readsACard(baud, ReaderVariant.STANDARD, SdtDialect.STANDARD);
  }

  @Test
  void aReaderWithCommandsOfItsOwnIsRead() throws Exception {
    readsACard(9600, ReaderVariant.CVR_100AU, SdtDialect.CVR_100AU);
  }

  @Test
  void aReaderThatWantsToBeGreetedIsRead() throws Exception {
    readsACard(115200, ReaderVariant.CVR_100R, SdtDialect.CVR_100R);
  }

  @Test
  void theSpeedAtWhichItAnsweredIsTriedFirstTheNextTime() throws Exception {
    IdCardReaderSimulator device = new IdCardReaderSimulator();
    try (SerialCable cable = plugged(19200, device)) {
      List<Integer> tried = new ArrayList<>();
      IdCardReaderOpener opener =
          IdCardReaderOpener.atAnySpeed(
              baud -> {
                tried.add(baud);
                return new SerialPortOpener(cable.path(), SerialSettings.at(baud));
              },
              SdtDialect.STANDARD,
              System::nanoTime);
      opener.open().close();
      tried.clear();

      opener.open().close();

      assertEquals(List.of(19200, 19200), tried, "asked once, then opened");
    }
  }

  @Test
  void aReaderWithoutPowerIsFoundOnceItHasSome() throws Exception {
    IdCardReaderSimulator device = new IdCardReaderSimulator();
    try (SerialCable cable = plugged(9600, device)) {
      IdCardReaderOpener opener = atAnySpeed(cable, SdtDialect.STANDARD);
      device.next(IdCardReaderSimulator.SAM_STATUS, new Mishap.Silence());
      try (IdCardReader reader = opener.open()) {
        assertEquals(Optional.of(new IdCardReading.Silent()), reader.check());
      }

      try (IdCardReader reader = opener.open()) {
        assertEquals(Optional.empty(), reader.check());
      }
    }
  }

  @Test
  void aReaderThatKnowsFourCommandsTellsNothingElseAndWhetherItFindsTheCardAgain()
      throws Exception {
    IdCardReaderSimulator device = new IdCardReaderSimulator(ReaderVariant.CVR_100AU);
    try (SerialCable cable = plugged(9600, device);
        IdCardReader reader = atAnySpeed(cable, SdtDialect.CVR_100AU).open()) {
      device.lay(Cards.ZHANG_SAN);
      assertInstanceOf(IdCardReading.Read.class, reader.read());

      assertEquals(Optional.empty(), reader.samId());
      assertEquals(List.of(), reader.appendedAddresses());
      assertEquals(Optional.empty(), reader.managementNumber());
      assertEquals(IdCardReader.Presence.LIFTED, reader.presence());
    }
  }

  @Test
  void aLateCardOfSuchAReaderIsNeverTheNextCitizens() throws Exception {
    IdCardReaderSimulator device = new IdCardReaderSimulator(ReaderVariant.CVR_100AU);
    try (SerialCable cable = plugged(9600, device);
        IdCardReader reader = atAnySpeed(cable, SdtDialect.CVR_100AU).open()) {
      device.lay(Cards.ZHANG_SAN);
      device.next(IdCardReaderSimulator.READ, new Mishap.Late(Duration.ofMillis(2300)));
      assertEquals(new IdCardReading.Silent(), reader.read());

      device.lay(Cards.PERMIT);

      assertEquals("810000199408230021", card(reader).number());
    }
  }

  private void readsACard(int baud, ReaderVariant variant, SdtDialect dialect) throws Exception {
    IdCardReaderSimulator device = new IdCardReaderSimulator(variant);
    try (SerialCable cable = plugged(baud, device);
        IdCardReader reader = atAnySpeed(cable, dialect).open()) {
      assertEquals(Optional.empty(), reader.check());
      device.lay(Cards.ZHANG_SAN);

      assertEquals("11010519491231002X", card(reader).number());
    }
  }

  private static IdCard card(IdCardReader reader) throws PortException {
    return assertInstanceOf(IdCardReading.Read.class, reader.read()).card();
  }

  private SerialCable plugged(int baud, IdCardReaderSimulator device) {
    return new SerialCable(folder.resolve("id-card"), baud, device, 5).plugIn();
  }

  private static IdCardReaderOpener atAnySpeed(SerialCable cable, SdtDialect dialect) {
    return IdCardReaderOpener.atAnySpeed(
        baud -> new SerialPortOpener(cable.path(), SerialSettings.at(baud)),
        dialect,
        System::nanoTime);
  }
}
