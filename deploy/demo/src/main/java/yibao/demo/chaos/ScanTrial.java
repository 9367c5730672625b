package yibao.demo.chaos;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import yibao.devices.scan.ScanProtocol;
import yibao.devices.scan.ScanSettings;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.ScanStation;
import yibao.kiosk.hardware.SupervisedScanner;
import yibao.simulators.scan.ScanEngineSimulator;
import yibao.simulators.wire.LinkCut;
import yibao.simulators.wire.SerialCable;

/** Lights a scan engine and reads a voucher with it. */
record ScanTrial(Plugs plugs, ScanProtocol protocol, ScanEngineSimulator.Maker maker)
    implements LinkTrial {
  private static final String FIRST = "4243754826492874240001130000";
  private static final String SECOND = "4249999999999999999901130000";

  @Override
  public String label() {
    return "扫码（" + protocol + "）";
  }

  @Override
  public Outcome cutAfter(int bytes) throws IOException, InterruptedException {
    ScanEngineSimulator device = new ScanEngineSimulator(maker);
    LinkCut cut = new LinkCut(device);
    DeviceBoard board = new DeviceBoard(InstantSource.system());
    List<String> codes = new CopyOnWriteArrayList<>();
    try (SerialCable cable = plugs.plugged("scan", cut);
        SupervisedScanner station =
            new SupervisedScanner(
                    Plugs.line(cable),
                    ScanSettings.usual(protocol),
                    board,
                    new Random(bytes),
                    System::nanoTime)
                .start()) {
      if (!LinkTrial.await(() -> LinkTrial.is(board, DeviceName.SCAN, DeviceState.ONLINE))) {
        return Outcome.FAILED;
      }
      cut.after(bytes);
      try (Devices.Subscription _ = station.watch(code -> note(code, codes))) {
        LinkTrial.await(() -> cut.happened() || device.lit());
        device.hold(FIRST);
        LinkTrial.await(() -> cut.happened() || !codes.isEmpty());
        if (codes.contains(FIRST)) {
          return Outcome.OVER;
        }
        cable.pull();
        cable.plugIn();
        device.hold(SECOND);
        LinkTrial.await(() -> codes.contains(SECOND));
        // Not one code besides: half a code is worse than none.
        return Outcome.recovered(codes.equals(List.of(SECOND)));
      }
    }
  }

  private static void note(ScanStation.Scanned code, List<String> codes) {
    codes.add(code.text());
  }
}
