package yibao.demo.bench;

import java.util.Optional;
import yibao.simulators.camera.CameraFrame;

/** A reader under measurement. */
interface QrPeer extends AutoCloseable {

  /** What one frame gave. */
  record Outcome(Optional<String> text, double millis) {}

  String name();

  Outcome read(CameraFrame frame);

  @Override
  default void close() {}
}
