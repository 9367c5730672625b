package yibao.devices.port;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a serial port by its path, which may be a symbolic link that moves when the device is
 * plugged in elsewhere. Each opening starts from the path again and shares nothing with the last.
 */
public final class SerialPortOpener implements PortOpener {
  private static final int READ_TICK_MILLIS = 100;

  private final Path path;
  private final SerialSettings settings;

  /**
   * @param path such as {@code /dev/serial/by-id/…} or {@code /dev/ttyS0}
   * @param settings how to run the line
   */
  public SerialPortOpener(Path path, SerialSettings settings) {
    this.path = path;
    this.settings = settings;
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public Port open() throws PortException {
    if (!Files.exists(path)) {
      throw new PortException(PortFault.ABSENT, name());
    }
    SerialPort port;
    try {
      port = SerialPort.getCommPort(path.toString());
    } catch (SerialPortInvalidPortException e) {
      throw new PortException(PortFault.ABSENT, name(), e);
    }
    port.setComPortParameters(settings.baud(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(flowControl());
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TICK_MILLIS, 0);
    JSerialCommPort opened = new JSerialCommPort(name(), port);
    if (!port.openPort(0)) {
      throw new PortException(whyNot(), name());
    }
    return opened;
  }

  private PortFault whyNot() {
    if (!Files.exists(path)) {
      return PortFault.ABSENT;
    }
    return Files.isReadable(path) && Files.isWritable(path) ? PortFault.BUSY : PortFault.REFUSED;
  }

  private int flowControl() {
    return switch (settings.flow()) {
      case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
      case XON_XOFF ->
          SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
      case RTS_CTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
      case DTR_DSR -> SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED;
    };
  }
}
