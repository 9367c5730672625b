package yibao.demo.bench;

import com.google.zxing.qrcode.QRCodeReader;
import java.io.PrintStream;
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
 * Reading QR codes off phones: our reader, plain ZXing and, where installed, ZBar, zxing-cpp and
 * zxing-wasm over the same frames, one thread, warm.
 */
final class QrBench implements Bench {
  private static final Duration BUDGET = Duration.ofMillis(100);
  private static final Duration FRAME_BUDGET = Duration.ofMillis(33);
  private static final int WARM_UP = 60;
  private static final long SEED = 20_260_101;

  /** 240 large and 128 small frames with a code, as many as the published measurements have. */
  private static final int PER_KIND = 15;

  private static final int SMALL_PER_KIND = 8;

  /**
   * How far a kind climbs. Set by the peer alone: here zxing-wasm reads about as many as its
   * published 81 % and 75 %, so that the shares asked for mean what they meant there. Beyond it
   * every reader loses more than half.
   */
  private static final double HARDEST = 0.8;

  private static final double BUDGET_MILLIS = 5;

  private final PrintStream out;
  private final Path peerFolder;

  /**
   * @param out where the detailed tables go
   * @param peerFolder the folder with {@code read.mjs}; the peer is left out when its package is
   *     not installed there
   */
  QrBench(PrintStream out, Path peerFolder) {
    this.out = out;
    this.peerFolder = peerFolder;
  }

  @Override
  public List<Figure> run() {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(run("1280x720", new CameraFrames(1280, 720), SEED, PER_KIND, 0.83));
    figures.addAll(run("640x480", new CameraFrames(640, 480), SEED + 1_000, SMALL_PER_KIND, 0.80));
    return figures;
  }

  /**
   * Measures every reader over frames of each kind, levels evenly from harmless to {@link
   * #HARDEST}.
   */
  private List<Figure> run(
      String title, CameraFrames frames, long seed, int perKind, double share) {
    List<QrPeer> readers = new ArrayList<>();
    readers.add(new QrPeers.Ours(new QrReader(), BUDGET));
    readers.add(new QrPeers.OurStream(new StreamReader(FRAME_BUDGET)));
    Optional<QrPeer> zbar = CommandPeer.zbar();
    Optional<QrPeer> zxingCpp = CommandPeer.zxingCpp();
    zbar.ifPresent(readers::add);
    zxingCpp.ifPresent(readers::add);
    readers.add(new QrPeers.PlainZxing(new QRCodeReader()));
    Optional<QrPeer> wasm = WasmPeer.in(peerFolder);
    wasm.ifPresent(readers::add);
    out.printf("%n%s, seed %d, %d frames a kind, milliseconds%n", title, seed, perKind);
    if (zbar.isEmpty()) {
      out.println("ZBar not installed: apt install zbar-tools");
    }
    if (zxingCpp.isEmpty()) {
      out.println("zxing-cpp not installed: apt install zxing-cpp-tools");
    }
    if (wasm.isEmpty()) {
      out.printf("zxing-wasm left out: needs node and `npm ci` in %s%n", folderName());
    }
    try {
      return figures(title, readers, table(readers, frames, seed, perKind), share);
    } finally {
      readers.forEach(QrPeer::close);
    }
  }

  private String folderName() {
    return Files.isDirectory(peerFolder) ? peerFolder.toString() : peerFolder + " (not there)";
  }

  private List<QrTally> table(List<QrPeer> readers, CameraFrames frames, long seed, int perKind) {
    for (int i = 0; i < WARM_UP; i++) {
      FrameKind[] kinds = FrameKind.values();
      CameraFrame frame = frames.frame(kinds[i % kinds.length], 0.3, seed - 1 - i);
      readers.forEach(it -> it.read(frame));
    }
    List<QrTally> tallies = readers.stream().map(it -> new QrTally()).toList();
    for (FrameKind kind : FrameKind.values()) {
      for (int i = 0; i < perKind; i++) {
        CameraFrame frame = frames.frame(kind, HARDEST * i / (perKind - 1), seed + i);
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
    return tallies;
  }

  /** Ours stands first; the best of the others is the last that is there. */
  private static List<Figure> figures(
      String title, List<QrPeer> readers, List<QrTally> tallies, double share) {
    QrTally ours = tallies.getFirst();
    QrTally peer = tallies.getLast();
    String other = readers.getLast().name() + " ";
    return List.of(
        Figure.alone("qr, %s, read right".formatted(title), percent(ours.share()))
            .beside(other + percent(peer.share()), ours.share() / peer.share())
            .within("≥ " + percent(share), ours.share() >= share),
        Figure.alone("qr, %s, read wrong".formatted(title), Integer.toString(ours.wrong()))
            .within("0", ours.wrong() == 0),
        Figure.alone("qr, %s, median".formatted(title), millis(ours.median()))
            .beside(other + millis(peer.median()), ours.median() / peer.median())
            .within("≤ " + millis(BUDGET_MILLIS), ours.median() <= BUDGET_MILLIS));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.1f ms", value);
  }
}
