package yibao.demo.chaos;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import yibao.devices.idcard.IdCardReaderOpener;
import yibao.devices.idcard.SdtDialect;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.SupervisedIdCardReader;
import yibao.simulators.idcard.CardContent;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.wire.LinkCut;
import yibao.simulators.wire.SerialCable;

/** Reads an identity card over a serial line. */
record IdCardTrial(Plugs plugs) implements LinkTrial {
  private static final CardContent CARD = Plugs.card("11010519491231002X");

  @Override
  public String label() {
    return "读身份证（串口）";
  }

  @Override
  public Outcome cutAfter(int bytes) throws IOException, InterruptedException {
    IdCardReaderSimulator device = new IdCardReaderSimulator();
    LinkCut cut = new LinkCut(device);
    DeviceBoard board = new DeviceBoard(InstantSource.system());
    try (SerialCable cable = plugs.plugged("id-card", cut);
        SupervisedIdCardReader station =
            new SupervisedIdCardReader(
                    IdCardReaderOpener.on(Plugs.line(cable), SdtDialect.STANDARD, System::nanoTime),
                    board,
                    new Random(bytes),
                    System::nanoTime)
                .start()) {
      if (!LinkTrial.await(() -> LinkTrial.is(board, DeviceName.ID_CARD, DeviceState.ONLINE))) {
        return Outcome.FAILED;
      }
      cut.after(bytes);
      device.lay(CARD);
      AtomicBoolean before = new AtomicBoolean();
      try (Devices.Subscription _ = station.watch(event -> note(event, before))) {
        LinkTrial.await(() -> cut.happened() || before.get());
      }
      if (before.get()) {
        return Outcome.OVER;
      }
      cable.pull();
      device.lay(CARD);
      AtomicBoolean after = new AtomicBoolean();
      cable.plugIn();
      try (Devices.Subscription _ = station.watch(event -> note(event, after))) {
        return Outcome.recovered(LinkTrial.await(after::get));
      }
    }
  }

  private static void note(IdCardEvent event, AtomicBoolean read) {
    if (event instanceof IdCardEvent.Read) {
      read.set(true);
    }
  }
}
