package yibao.demo.chaos;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import yibao.devices.certified.CertifiedComponent.Answer;
import yibao.devices.certified.CertifiedComponentOpener;
import yibao.devices.certified.CertifiedComponentPlugin;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.SupervisedCertifiedComponent;
import yibao.simulators.certified.CertifiedModuleSimulator;
import yibao.simulators.wire.NetworkRelay;

/** Calls the certified component over a port of this machine. */
final class CertifiedTrial implements LinkTrial {
  private static final byte[] REQUEST =
      "{\"transType\":\"cn.nhsa.ec.auth\",\"data\":{}}".getBytes(StandardCharsets.UTF_8);

  @Override
  public String label() {
    return "调用认证组件";
  }

  @Override
  public Outcome cutAfter(int bytes) throws InterruptedException {
    DeviceBoard board = new DeviceBoard(InstantSource.system());
    try (CertifiedModuleSimulator device = new CertifiedModuleSimulator(request -> request);
        NetworkRelay relay = new NetworkRelay(device.address().getPort()).plugIn();
        SupervisedCertifiedComponent station =
            new SupervisedCertifiedComponent(at(relay, device), board, new Random(bytes)).start()) {
      if (!LinkTrial.await(() -> LinkTrial.is(board, DeviceName.FACE, DeviceState.ONLINE))) {
        return Outcome.FAILED;
      }
      relay.after(bytes);
      if (station.call(REQUEST) instanceof Answer.Said said) {
        return whole(said) ? Outcome.OVER : Outcome.FAILED;
      }
      relay.pull();
      relay.plugIn();
      return Outcome.recovered(
          LinkTrial.await(() -> station.call(REQUEST) instanceof Answer.Said said && whole(said)));
    }
  }

  private static boolean whole(Answer.Said said) {
    return Arrays.equals(REQUEST, said.json());
  }

  private static CertifiedComponentOpener at(NetworkRelay relay, CertifiedModuleSimulator device) {
    URI address = URI.create("http://127.0.0.1:" + relay.port() + device.address().getPath());
    return CertifiedComponentPlugin.find("service")
        .orElseThrow()
        .configure(Map.of("address", address.toString()));
  }
}
