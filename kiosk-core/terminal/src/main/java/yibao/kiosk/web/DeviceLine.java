package yibao.kiosk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.PaperState;

/** A device as the contract writes it. */
record DeviceLine(
    String name, String state, Optional<String> paper, Optional<String> cause, Instant since) {

  static List<DeviceLine> of(List<DeviceStatus> statuses) {
    return statuses.stream()
        .map(
            s ->
                new DeviceLine(
                    s.name().key(),
                    s.state().key(),
                    s.paper().map(PaperState::key),
                    s.cause(),
                    s.since()))
        .toList();
  }
}
