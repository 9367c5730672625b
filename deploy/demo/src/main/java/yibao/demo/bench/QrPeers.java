package yibao.demo.bench;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.time.Duration;
import java.util.Optional;
import yibao.devices.qr.GreyImage;
import yibao.devices.qr.QrReader;
import yibao.devices.qr.QrReading;
import yibao.devices.qr.StreamReader;
import yibao.devices.qr.StreamResult;
import yibao.simulators.camera.CameraFrame;

/** The readers that run inside this process. */
final class QrPeers {
  private QrPeers() {}

  /** Our reader on single pictures. */
  record Ours(QrReader reader, Duration budget) implements QrPeer {
    @Override
    public String name() {
      return "yibao.devices.qr";
    }

    @Override
    public Outcome read(CameraFrame frame) {
      Stopwatch watch = new Stopwatch();
      Optional<QrReading> reading =
          reader.read(new GreyImage(frame.pixels(), frame.width(), frame.height()), budget);
      return watch.gave(reading.map(QrReading::text));
    }
  }

  /** Our reader of camera streams, which spreads its searches over frames: one look at each. */
  record OurStream(StreamReader reader) implements QrPeer {
    @Override
    public String name() {
      return "… one look";
    }

    @Override
    public Outcome read(CameraFrame frame) {
      Stopwatch watch = new Stopwatch();
      StreamResult result =
          reader.offer(new GreyImage(frame.pixels(), frame.width(), frame.height()));
      return switch (result) {
        case StreamResult.Read read -> watch.gave(Optional.of(read.reading().text()));
        case StreamResult.Unread _ -> watch.gave(Optional.empty());
      };
    }
  }

  /** ZXing as most programs use it. */
  record PlainZxing(QRCodeReader reader) implements QrPeer {
    @Override
    public String name() {
      return "ZXing, plain";
    }

    @Override
    public Outcome read(CameraFrame frame) {
      Stopwatch watch = new Stopwatch();
      return watch.gave(text(frame));
    }

    private Optional<String> text(CameraFrame frame) {
      PlanarYUVLuminanceSource source =
          new PlanarYUVLuminanceSource(
              frame.pixels(),
              frame.width(),
              frame.height(),
              0,
              0,
              frame.width(),
              frame.height(),
              false);
      try {
        return Optional.of(reader.decode(new BinaryBitmap(new HybridBinarizer(source))).getText());
      } catch (ReaderException e) {
        return Optional.empty();
      }
    }
  }
}
