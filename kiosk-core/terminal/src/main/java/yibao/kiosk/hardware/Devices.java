package yibao.kiosk.hardware;

import java.util.List;
import java.util.function.Consumer;

/** All devices of the terminal, as their supervisors see them. */
public interface Devices {

  /** Every configured device as it is now. */
  List<DeviceStatus> statuses();

  /** The changes of state seen last, newest first, fifty at most. */
  List<DeviceStatus> recent();

  /**
   * Hears every change, on a thread of its own.
   *
   * @param listener hears the whole list, the first time right away, then one after another
   * @return ends the calls
   */
  Subscription subscribe(Consumer<List<DeviceStatus>> listener);

  /** A standing request; closing it ends the calls. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
