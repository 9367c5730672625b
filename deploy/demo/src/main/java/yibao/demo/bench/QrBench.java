package yibao.demo.bench;

import com.google.zxing.qrcode.QRCodeReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yibao.devices.qr.QrReader;
import yibao.devices.qr.StreamReader;
import yibao.simulators.camera.CameraFrame;
import yibao.simulators.camera.CameraFrames;
import yibao.simulators.camera.FrameKind;

/**
 * Reading QR codes off phones: our reader, plain ZXing and, where installed, zxing-wasm over the
 * same frames, one thread, warm.
 */
public final class QrBench {
  private static final Duration BUDGET = Duration.ofMillis(100);
  private static final Duration FRAME_BUDGET = Duration.ofMillis(33);
  private static final int WARM_UP = 60;

  private final PrintStream out;
  private final Path peerFolder;

  /**
   * @param out where the tables go
   * @param peerFolder the folder with {@code read.mjs}; the peer is left out when its package is
   *     not installed there
   */
  public QrBench(PrintStream out, Path peerFolder) {
    this.out = out;
    this.peerFolder = peerFolder;
  }

  /**
   * {@code [SEED [FRAMES_PER_KIND]]}, by default 20260101 and 15. The peer's folder is looked for
   * from the working directory; {@code -Dyibao.bench.qr=DIR} names another.
   */
  public static void main(String[] args) {
    long seed = args.length > 0 ? Long.parseLong(args[0]) : 20_260_101;
    int perKind = args.length > 1 ? Integer.parseInt(args[1]) : 15;
    Path folder =
        Path.of(
            Optional.ofNullable(System.getProperty("yibao.bench.qr"))
                .orElse("deploy/demo/bench/qr"));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    QrBench bench = new QrBench(out, folder);
    bench.run("1280x720", new CameraFrames(1280, 720), seed, perKind);
    bench.run("640x480", new CameraFrames(640, 480), seed + 1_000, Math.max(2, perKind / 2));
  }

  /** Measures every reader over frames of each kind, levels evenly from harmless to the hardest. */
  public void run(String title, CameraFrames frames, long seed, int perKind) {
    List<QrPeer> readers = new ArrayList<>();
    readers.add(new QrPeers.Ours(new QrReader(), BUDGET));
    readers.add(new QrPeers.OurStream(new StreamReader(FRAME_BUDGET)));
    readers.add(new QrPeers.PlainZxing(new QRCodeReader()));
    Optional<QrPeer> wasm = WasmPeer.in(peerFolder);
    wasm.ifPresent(readers::add);
    out.printf("%n%s, seed %d, %d frames a kind, milliseconds%n", title, seed, perKind);
    if (wasm.isEmpty()) {
      out.printf("zxing-wasm left out: needs node and `npm ci` in %s%n", folderName());
    }
    try {
      table(readers, frames, seed, perKind);
    } finally {
      readers.forEach(QrPeer::close);
    }
  }

  private String folderName() {
    return Files.isDirectory(peerFolder) ? peerFolder.toString() : peerFolder + " (not there)";
  }

  private void table(List<QrPeer> readers, CameraFrames frames, long seed, int perKind) {
    for (int i = 0; i < WARM_UP; i++) {
      FrameKind[] kinds = FrameKind.values();
      CameraFrame frame = frames.frame(kinds[i % kinds.length], 0.3, seed - 1 - i);
      readers.forEach(it -> it.read(frame));
    }
    List<QrTally> tallies = readers.stream().map(it -> new QrTally()).toList();
    for (FrameKind kind : FrameKind.values()) {
      for (int i = 0; i < perKind; i++) {
        CameraFrame frame = frames.frame(kind, i / (double) Math.max(1, perKind - 1), seed + i);
        for (int r = 0; r < readers.size(); r++) {
          tallies.get(r).add(frame, readers.get(r).read(frame));
        }
      }
    }
    out.println(QrTally.heading());
    for (int r = 0; r < readers.size(); r++) {
      out.println(tallies.get(r).row(readers.get(r).name()));
    }
    out.println();
    for (FrameKind kind : FrameKind.values()) {
      if (kind == FrameKind.NO_CODE) {
        continue;
      }
      StringBuilder line =
          new StringBuilder("%-20s".formatted(kind.name().toLowerCase(Locale.ROOT)));
      tallies.forEach(it -> line.append(" %12s".formatted(it.readsOf(kind) + "/" + perKind)));
      out.println(line);
    }
  }
}
