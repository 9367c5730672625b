package yibao.kiosk.hardware;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import yibao.devices.page.PageCheck;
import yibao.devices.page.PageFault;
import yibao.devices.page.PagePicture;
import yibao.devices.page.PageVerdict;
import yibao.devices.qr.GreyImage;

/** A document camera that hangs at the screen: the page films, and takes a picture when asked. */
public final class ScreenDocumentCamera
    implements DocumentCamera, ScreenCamera<ScreenDocumentCamera.Seen>, AutoCloseable {
  private static final Logger LOG = System.getLogger(ScreenDocumentCamera.class.getName());

  /** The page has frames every fraction of a second; a picture takes it a little longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final int MOST_BYTES = 1 << 20;

  /**
   * What a frame showed.
   *
   * @param fault what keeps the page from being read
   * @param shoot whether a picture is wanted now
   */
  public record Seen(Optional<PageFault> fault, boolean shoot) {}

  private final Lens lens;
  private final Lamp lamp;
  private final DeviceBoard board;
  private final Duration patience;
  private final FrameViewer<Optional<PageFault>> viewer;
  private final SynchronousQueue<byte[]> pictures = new SynchronousQueue<>();
  private volatile Presence presence = Presence.READY;
  private final AtomicBoolean wanted = new AtomicBoolean();

  /**
   * @param lens which of the screen's cameras films
   * @param lamp the lamp beside the camera; shines while a picture is taken
   * @param board where its state is written
   */
  public ScreenDocumentCamera(Lens lens, Lamp lamp, DeviceBoard board) {
    this(lens, lamp, board, PATIENCE);
  }

  ScreenDocumentCamera(Lens lens, Lamp lamp, DeviceBoard board, Duration patience) {
    this.lens = lens;
    this.lamp = lamp;
    this.board = board;
    this.patience = patience;
    this.viewer = new FrameViewer<>("document camera", () -> ScreenDocumentCamera::fault);
  }

  /** Begins to look; returns at once. */
  public ScreenDocumentCamera start() {
    board.write(
        DeviceName.DOCUMENT_CAMERA, Health.of(DeviceState.STARTING, CameraFault.NOT_OPENED));
    viewer.start();
    return this;
  }

  @Override
  public Optional<Lens> lens() {
    return Optional.of(lens);
  }

  @Override
  public Presence presence() {
    return presence;
  }

  @Override
  public Optional<Seen> film(GreyImage frame) {
    presence = Presence.READY;
    board.write(DeviceName.DOCUMENT_CAMERA, Health.of(DeviceState.ONLINE));
    return viewer.show(frame).map(fault -> new Seen(fault, wanted.get()));
  }

  @Override
  public void failed(CameraFault fault) {
    presence = Presence.AWAY;
    board.write(DeviceName.DOCUMENT_CAMERA, Health.of(fault.state(), fault));
  }

  /**
   * Hands over the picture that was wanted.
   *
   * @param file a JPEG or PNG file
   * @return whether one was wanted
   */
  public boolean picture(byte[] file) {
    try {
      return wanted.getAndSet(false)
          && pictures.offer(file, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public Shot shoot() {
    wanted.set(true);
    lamp.shine(true);
    try {
      byte[] file = pictures.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      return file == null ? new Shot.NotTaken("camera.no-picture") : lookedOver(file);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Shot.NotTaken("camera.no-picture");
    } finally {
      wanted.set(false);
      lamp.shine(false);
    }
  }

  @Override
  public void close() {
    viewer.close();
  }

  private static Shot lookedOver(byte[] file) {
    Optional<BufferedImage> picture = PagePicture.read(file);
    if (picture.isEmpty()) {
      return new Shot.NotTaken("camera.no-picture");
    }
    return switch (PageCheck.look(GreyImage.of(picture.get()))) {
      case PageVerdict.Unreadable(PageFault fault) -> new Shot.NotTaken("page." + fault.code());
      case PageVerdict.Readable(var corners) -> {
        try {
          yield new Shot.Taken(
              PagePicture.jpeg(PagePicture.cut(picture.get(), corners), MOST_BYTES), "image/jpeg");
        } catch (IOException e) {
          LOG.log(
              Level.ERROR,
              "[camera.no-jpeg] a page cannot be written as JPEG: {0}",
              e.getClass().getName());
          yield new Shot.NotTaken("camera.no-picture");
        }
      }
    };
  }

  private static Optional<PageFault> fault(GreyImage frame) {
    return switch (PageCheck.look(frame)) {
      case PageVerdict.Readable _ -> Optional.empty();
      case PageVerdict.Unreadable(PageFault fault) -> Optional.of(fault);
    };
  }
}
