package yibao.devices.qr;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Reads the frames of a camera, one after the other. Every frame gets the cheap search; of the dear
 * ones each frame gets the next in turn, only where something was seen, as long as the frame's time
 * lasts. A phone held for half a second is so looked at in every way. Keeps scratch memory and its
 * place in the turn; one thread at a time.
 */
public final class StreamReader {
  /** Dear searches a frame. */
  private static final int TURNS = 2;

  private static final double DARK = 70;
  private static final double WHITE_FRAME = 0.6;
  private static final double GLARE = 0.06;
  private static final double SMALL_MODULE = 2.2;
  private static final double SHARP = 0.45;

  private final LongSupplier ticker;
  private final Duration budget;
  private final Search search = new Search();
  private final Attention attention = new Attention();
  private int turn;

  /**
   * @param budget time for one frame: at 30 frames a second at most 33 ms
   */
  public StreamReader(Duration budget) {
    this(budget, System::nanoTime);
  }

  /**
   * @param budget time for one frame
   * @param ticker monotonic nanoseconds
   */
  public StreamReader(Duration budget, LongSupplier ticker) {
    this.budget = budget;
    this.ticker = ticker;
  }

  /** Looks at the next frame. Any frame ends in an answer within the budget. */
  public StreamResult offer(GreyImage frame) {
    Deadline deadline = new Deadline(ticker, budget);
    search.load(frame);
    Plane plane = search.plane();
    List<QrReading> found = new ArrayList<>();
    List<FinderPattern> patterns =
        search.take(SearchStep.FIRST, Region.whole(plane), true, deadline, found::add);
    attention.look(plane);
    Region region = attention.region(plane, patterns);
    boolean something = region.right() > region.left();
    for (int i = 0; something && found.isEmpty() && i < TURNS && !deadline.passed(); i++) {
      int next = turn++ % (SearchStep.RETRIES.size() + 1);
      if (next == SearchStep.RETRIES.size()) {
        search.takePairs(true, deadline, found::add);
      } else {
        patterns = search.take(SearchStep.RETRIES.get(next), region, true, deadline, found::add);
      }
    }
    return found.isEmpty()
        ? new StreamResult.Unread(hint(plane, region, patterns))
        : new StreamResult.Read(found.getFirst(), Payload.of(found.getFirst().text()));
  }

  private Hint hint(Plane plane, Region region, List<FinderPattern> patterns) {
    if (attention.brightest() < DARK) {
      return Hint.TOO_DARK;
    }
    if (attention.white() > WHITE_FRAME) {
      return Hint.TOO_BRIGHT;
    }
    if (region.right() <= region.left()) {
      return Hint.NOTHING_IN_VIEW;
    }
    Texture texture = Texture.of(plane, region);
    if (texture.white() > GLARE) {
      return Hint.GLARE;
    }
    double module =
        patterns.stream().mapToDouble(FinderPattern::module).average().orElse(SMALL_MODULE);
    if (patterns.size() > 1 && module < SMALL_MODULE) {
      return Hint.TOO_FAR;
    }
    return texture.sharpness() < SHARP ? Hint.BLURRED : Hint.HOLD_STILL;
  }
}
