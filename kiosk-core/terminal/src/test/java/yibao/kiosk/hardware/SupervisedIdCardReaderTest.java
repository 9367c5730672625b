package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.devices.idcard.IdCardReaderOpener;
import yibao.devices.idcard.SdtDialect;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.simulators.idcard.CardContent;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.idcard.Mishap;
import yibao.simulators.wire.SerialCable;

class SupervisedIdCardReaderTest {
  private static final int BAUD = 115200;

  @TempDir Path folder;
  private final IdCardReaderSimulator device = new IdCardReaderSimulator();
  private final DeviceBoard board = new DeviceBoard(InstantSource.system());
  private final Heard<List<DeviceStatus>> states = new Heard<>();
  private final Heard<IdCardEvent> events = new Heard<>();
  private SerialCable cable;
  private SupervisedIdCardReader station;

  @BeforeEach
  void begin() {
    cable = new SerialCable(folder.resolve("id-card"), BAUD, device, 3);
    station =
        new SupervisedIdCardReader(
            IdCardReaderOpener.on(
                new SerialPortOpener(cable.path(), SerialSettings.at(BAUD)),
                SdtDialect.STANDARD,
                System::nanoTime),
            board,
            new Random(3),
            System::nanoTime);
    board.subscribe(states);
  }

  @AfterEach
  void end() {
    station.close();
    cable.close();
  }

  @Test
  void anAbsentReaderHoldsNobodyUpAndIsFoundWhenItIsPluggedIn() throws Exception {
    station.start();
    assertEquals("port-absent", await(DeviceState.NO_DEVICE).cause().orElseThrow());

    cable.plugIn();

    assertEquals(Optional.empty(), await(DeviceState.ONLINE).cause());
  }

  @Test
  void aCardIsReadAndItsRemovalNoticed() throws Exception {
    online();
    station.watch(events);

    device.lay(card());
    assertEquals(new IdCardEvent.Reading(), events.next());
    IdCardEvent.Read read = assertInstanceOf(IdCardEvent.Read.class, events.next());
    assertEquals("欧阳若兰", read.document().name());
    assertEquals("11010519491231002X", read.document().number());
    assertTrue(station.cardPresent());

    Heard<IdCardEvent> removal = new Heard<>();
    station.watchRemoval(removal);
    device.lift();
    assertEquals(new IdCardEvent.Removed(), removal.next());
    assertEquals(new IdCardEvent.Removed(), events.next());
    assertFalse(station.cardPresent());
  }

  @Test
  void theNextCardIsReadByTheSameWatch() throws Exception {
    online();
    station.watch(events);
    device.lay(card());
    events.until(IdCardEvent.Read.class::isInstance);

    device.lift();
    events.until(IdCardEvent.Removed.class::isInstance);
    device.lay(card());

    events.until(IdCardEvent.Read.class::isInstance);
  }

  @Test
  void whoComesWhileACardIsBeingReadHearsNothingOfIt() throws Exception {
    online();
    Heard<IdCardEvent> late = new Heard<>();
    board.subscribe(Heard.once(DeviceState.DEVICE_BUSY, () -> station.watch(late)));
    station.watch(events);
    device.lay(card());
    events.until(IdCardEvent.Read.class::isInstance);

    device.lift();
    assertEquals(new IdCardEvent.Removed(), late.next());

    device.lay(card());
    late.until(IdCardEvent.Read.class::isInstance);
  }

  @Test
  void whereNoCardLiesItsRemovalIsToldAtOnce() throws Exception {
    online();
    station.watchRemoval(events);
    assertEquals(new IdCardEvent.Removed(), events.next());
  }

  @Test
  void aWrongCardIsOneFailureHoweverLongItLiesThere() throws Exception {
    online();
    device.layForeignCard();
    station.watch(events);

    assertEquals(new IdCardEvent.Reading(), events.next());
    assertEquals(new IdCardEvent.Failed("wrong-card"), events.next());
    int selects = device.requests(IdCardReaderSimulator.SELECT);
    while (device.requests(IdCardReaderSimulator.SELECT) < selects + 2) {
      Thread.onSpinWait();
      Thread.sleep(20);
    }
    assertTrue(events.silent());
    device.lay(card());
    assertInstanceOf(IdCardEvent.Read.class, events.next());
  }

  @Test
  void aCardMovedTooEarlyIsSaidSo() throws Exception {
    online();
    device.next(IdCardReaderSimulator.SELECT, new Mishap.CardLifted(19));
    device.lay(card());
    station.watch(events);

    assertEquals(
        new IdCardEvent.Failed("moved-too-early"),
        events.until(f -> f instanceof IdCardEvent.Failed));
  }

  @Test
  void aNumberWhoseCheckCharacterIsWrongIsNotTakenForAPerson() throws Exception {
    online();
    device.lay(card("11010519491231003X"));
    station.watch(events);

    assertEquals(
        new IdCardEvent.Failed("card-garbled"), events.until(f -> f instanceof IdCardEvent.Failed));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 640})
  void aCablePulledInTheMiddleOfAReadIsToldAndTheReaderComesBackByItself(int bytes)
      throws Exception {
    online();
    device.next(IdCardReaderSimulator.READ, new Mishap.CableOut(bytes));
    device.lay(card());
    station.watch(events);

    assertInstanceOf(IdCardEvent.Failed.class, events.until(f -> f instanceof IdCardEvent.Failed));
    assertEquals(DeviceState.NO_DEVICE, await(DeviceState.NO_DEVICE).state());

    cable.plugIn();
    assertInstanceOf(IdCardEvent.Read.class, events.until(r -> r instanceof IdCardEvent.Read));
    await(DeviceState.ONLINE);
  }

  @Test
  void aClosedWatchHearsNothingAndTheReaderStopsLooking() throws Exception {
    online();
    Devices.Subscription watch = station.watch(events);
    while (device.requests(IdCardReaderSimulator.FIND) == 0) {
      Thread.sleep(20);
    }
    watch.close();
    device.lay(card());
    int checks = device.requests(IdCardReaderSimulator.SAM_STATUS);
    while (device.requests(IdCardReaderSimulator.SAM_STATUS) == checks) {
      Thread.sleep(20);
    }

    assertTrue(events.silent());
    assertEquals(0, device.requests(IdCardReaderSimulator.READ));
  }

  @Test
  void anUnauthorisedReaderIsAHardwareErrorWithARemedy() throws Exception {
    device.authorised(false);
    cable.plugIn();
    station.start();

    DeviceStatus status = await(DeviceState.HARDWARE_ERROR);
    assertEquals("reader-unauthorised", status.cause().orElseThrow());
    assertTrue(status.remedy().isPresent());
  }

  @Test
  void aFlappingPlugLeavesNoDescriptorBehind() throws Exception {
    online();
    int before = openDescriptors();
    for (int i = 0; i < 30; i++) {
      cable.pull();
      cable.plugIn();
    }
    cable.pull();
    await(DeviceState.NO_DEVICE);
    cable.plugIn();
    await(DeviceState.ONLINE);

    assertTrue(openDescriptors() <= before + 4, "descriptors leak");
  }

  private void online() throws InterruptedException {
    cable.plugIn();
    station.start();
    await(DeviceState.ONLINE);
  }

  private DeviceStatus await(DeviceState state) throws InterruptedException {
    return states.until(list -> list.stream().anyMatch(s -> s.state() == state)).getFirst();
  }

  private static int openDescriptors() {
    return Path.of("/proc/self/fd").toFile().list().length;
  }

  private static CardContent card() {
    return card("11010519491231002X");
  }

  private static CardContent card(String number) {
    return new CardContent.Resident(
        "欧阳若兰",
        "2",
        "04",
        LocalDate.of(1949, 12, 31),
        "示例路1号",
        number,
        "示例公安局",
        LocalDate.of(2020, 1, 1),
        Optional.empty());
  }
}
