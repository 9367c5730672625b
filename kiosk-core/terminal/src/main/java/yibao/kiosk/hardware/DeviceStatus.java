package yibao.kiosk.hardware;

import java.time.Instant;
import java.util.Optional;

/**
 * How a device is.
 *
 * @param name which device
 * @param state its state
 * @param paper its paper supply, for printers
 * @param cause stable code of what is wrong with it
 * @param remedy what staff or a technician should do, in Chinese
 * @param since since when it is so
 */
public record DeviceStatus(
    DeviceName name,
    DeviceState state,
    Optional<PaperState> paper,
    Optional<String> cause,
    Optional<String> remedy,
    Instant since) {}
