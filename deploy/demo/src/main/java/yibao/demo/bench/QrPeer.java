package yibao.demo.bench;

import java.util.Optional;
import java.util.OptionalDouble;
import yibao.simulators.camera.CameraFrame;

/** A reader under measurement. */
interface QrPeer extends AutoCloseable {

  /**
   * What one frame gave.
   *
   * @param millis on the wall
   * @param cpuMillis of work, where it can be told
   */
  record Outcome(Optional<String> text, double millis, OptionalDouble cpuMillis) {
    /** A reader in a process of its own. */
    Outcome(Optional<String> text, double millis) {
      this(text, millis, OptionalDouble.empty());
    }
  }

  String name();

  Outcome read(CameraFrame frame);

  @Override
  default void close() {}
}
