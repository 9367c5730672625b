package yibao.kiosk.hardware;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import yibao.devices.qr.GreyImage;
import yibao.devices.qr.Hint;
import yibao.devices.qr.StreamReader;
import yibao.devices.qr.StreamResult;

/** Codes held before a camera at the screen, instead of before a scan engine. */
public final class CameraScanner
    implements ScanStation, ScreenCamera<CameraScanner.Seen>, AutoCloseable {

  /** What a frame showed. */
  public sealed interface Seen {
    /** A code was read; whoever watches has been told. */
    record Code() implements Seen {}

    /**
     * No code was read.
     *
     * @param hint what the person could do
     * @param lamp whether the picture wants more light than there is
     */
    record Nothing(Hint hint, boolean lamp) implements Seen {}
  }

  /** Thirty frames a second at most. */
  private static final Duration FRAME_BUDGET = Duration.ofMillis(33);

  private final Lens lens;

  /** Told apart from our lock: the lamp's driver may hang. */
  private final Delivery<Boolean> lamp;

  private final DeviceBoard board;
  private final FrameViewer<StreamResult> viewer;
  private final HeldUp heldUp;
  private final LampSense light = new LampSense();
  private final List<Delivery<Scanned>> watches = new CopyOnWriteArrayList<>();

  /**
   * @param lens which of the screen's cameras films
   * @param lamp the lamp beside the camera
   * @param board where its state is written
   * @param nanoClock monotonic nanoseconds
   */
  public CameraScanner(Lens lens, Lamp lamp, DeviceBoard board, LongSupplier nanoClock) {
    this.lens = lens;
    this.lamp = new Delivery<>(lamp::shine);
    this.board = board;
    this.heldUp = new HeldUp(nanoClock);
    this.viewer =
        new FrameViewer<>(
            "camera scanner",
            () -> {
              StreamReader reader = new StreamReader(FRAME_BUDGET, nanoClock);
              return reader::offer;
            });
  }

  /** Begins to look; returns at once. */
  public CameraScanner start() {
    board.write(DeviceName.SCAN, Health.of(DeviceState.STARTING));
    viewer.start();
    return this;
  }

  @Override
  public Optional<Lens> lens() {
    return Optional.of(lens);
  }

  @Override
  public Devices.Subscription watch(Consumer<Scanned> listener) {
    Delivery<Scanned> watch = new Delivery<>(listener);
    watches.add(watch);
    return () -> {
      watches.remove(watch);
      watch.close();
      if (watches.isEmpty()) {
        rest();
      }
    };
  }

  @Override
  public Optional<Seen> film(GreyImage frame) {
    if (watches.isEmpty()) {
      return Optional.empty();
    }
    board.write(DeviceName.SCAN, Health.of(DeviceState.ONLINE));
    return viewer.show(frame).map(this::seen);
  }

  @Override
  public void failed(CameraFault fault) {
    board.write(DeviceName.SCAN, Health.of(fault.state(), fault));
  }

  @Override
  public void close() {
    watches.forEach(Delivery::close);
    watches.clear();
    viewer.close();
    rest();
  }

  private synchronized Seen seen(StreamResult result) {
    return switch (result) {
      case StreamResult.Read(var reading, var _) -> {
        Scanned scanned = new Scanned(reading.text());
        if (heldUp.anew(scanned)) {
          watches.forEach(watch -> watch.deliver(scanned));
        }
        yield new Seen.Code();
      }
      case StreamResult.Unread(Hint hint) -> {
        boolean before = light.shining();
        boolean now = !watches.isEmpty() && light.after(hint);
        if (now != before) {
          lamp.deliver(now);
        }
        yield new Seen.Nothing(hint, now);
      }
    };
  }

  private synchronized void rest() {
    viewer.forget();
    heldUp.forget();
    if (light.shining()) {
      lamp.deliver(false);
    }
    light.forget();
  }
}
