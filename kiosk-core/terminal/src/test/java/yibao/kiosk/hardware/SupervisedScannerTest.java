package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.devices.scan.ScanProtocol;
import yibao.devices.scan.ScanSettings;
import yibao.simulators.scan.ScanEngineSimulator;
import yibao.simulators.wire.SerialCable;

@Timeout(60)
class SupervisedScannerTest {
  private static final int BAUD = 9600;
  private static final String VOUCHER = "4243754826492874240001130000";

  @TempDir Path folder;
  private final ScanEngineSimulator device =
      new ScanEngineSimulator(ScanEngineSimulator.Maker.NEWLAND);
  private final DeviceBoard board = new DeviceBoard(InstantSource.system());
  private final Heard<List<DeviceStatus>> states = new Heard<>();
  private final Heard<ScanStation.Scanned> codes = new Heard<>();
  private SerialCable cable;
  private SupervisedScanner station;

  @BeforeEach
  void begin() throws InterruptedException {
    cable = new SerialCable(folder.resolve("scan"), BAUD, device, 3).plugIn();
    station =
        new SupervisedScanner(
            new SerialPortOpener(cable.path(), SerialSettings.at(BAUD)),
            ScanSettings.usual(ScanProtocol.NEWLAND),
            board,
            new Random(3),
            System::nanoTime);
    board.subscribe(states);
    station.start();
    await(DeviceState.ONLINE);
  }

  @AfterEach
  void end() {
    station.close();
    cable.close();
  }

  @Test
  void itIsLitWhileSomebodyWatchesAndDarkAfterwards() throws Exception {
    assertFalse(device.lit());

    Devices.Subscription watch = station.watch(codes);
    awaitLit(true);
    device.hold(VOUCHER);
    assertEquals(new ScanStation.Scanned(VOUCHER), codes.next());

    watch.close();
    awaitLit(false);
  }

  @Test
  void oneCodeAfterAnotherIsTold() throws Exception {
    station.watch(codes);
    device.hold("first");
    assertEquals("first", codes.next().text());
    device.hold("second");
    assertEquals("second", codes.next().text());
  }

  @Test
  void anUnpluggedScannerComesBackToTheSameWatch() throws Exception {
    station.watch(codes);
    awaitLit(true);
    cable.pull();
    await(DeviceState.NO_DEVICE);

    cable.plugIn();
    await(DeviceState.ONLINE);
    device.hold(VOUCHER);
    assertEquals(VOUCHER, codes.next().text());
  }

  @Test
  void codesWithoutSuffixAreNobodysAndTheTechnicianIsToldWhy() throws Exception {
    station.watch(codes);
    device.suffix("");
    awaitLit(true);
    device.hold("4243754826");
    device.hold("4243754826");
    states.until(all -> all.getFirst().cause().equals(Optional.of("scanner-no-suffix")));

    device.suffix("\r");
    device.hold(VOUCHER);
    assertEquals(VOUCHER, codes.next().text());
    states.until(all -> all.getFirst().cause().isEmpty());
  }

  @Test
  void aHangingScannerGoesOfflineAndComesBack() throws Exception {
    station.watch(codes);
    device.mute(true);
    assertEquals("scanner-silent", await(DeviceState.OFFLINE).cause().orElseThrow());
    device.mute(false);
    await(DeviceState.ONLINE);
  }

  @Test
  void aCodePrintsNothingOfItself() {
    assertEquals("Scanned[28 characters]", new ScanStation.Scanned(VOUCHER).toString());
  }

  private DeviceStatus await(DeviceState state) throws InterruptedException {
    return states.until(list -> list.stream().anyMatch(s -> s.state() == state)).getFirst();
  }

  private void awaitLit(boolean lit) throws InterruptedException {
    while (device.lit() != lit) {
      Thread.sleep(10);
    }
  }
}
