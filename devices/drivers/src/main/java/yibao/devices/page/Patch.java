package yibao.devices.page;

import java.util.Arrays;
import yibao.devices.page.Corners.Point;

/** The largest light patch of a thumbnail: the page, if there is one. */
final class Patch {
  private final int width;
  private final int height;
  private final int[] members;
  private final int[] left;
  private final int[] right;

  private Patch(int width, int height, int[] members) {
    this.width = width;
    this.height = height;
    this.members = members;
    this.left = new int[height];
    this.right = new int[height];
    Arrays.fill(left, width);
    Arrays.fill(right, -1);
    for (int member : members) {
      int y = member / width;
      left[y] = Math.min(left[y], member % width);
      right[y] = Math.max(right[y], member % width);
    }
  }

  static Patch largest(Thumbnail picture, int level) {
    boolean[] open = new boolean[picture.size()];
    for (int i = 0; i < open.length; i++) {
      open[i] = picture.at(i) >= level;
    }
    int[] queue = new int[open.length];
    int[] largest = new int[0];
    for (int start = 0; start < open.length; start++) {
      if (open[start]) {
        int count = fill(open, picture.width(), start, queue);
        if (count > largest.length) {
          largest = Arrays.copyOf(queue, count);
        }
      }
    }
    return new Patch(picture.width(), picture.height(), largest);
  }

  private static int fill(boolean[] open, int width, int start, int[] queue) {
    int count = 0;
    queue[count++] = start;
    open[start] = false;
    for (int head = 0; head < count; head++) {
      int at = queue[head];
      int x = at % width;
      int[] near = {
        x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width,
      };
      for (int next : near) {
        if (next >= 0 && next < open.length && open[next]) {
          open[next] = false;
          queue[count++] = next;
        }
      }
    }
    return count;
  }

  /** Cells within its outline, print and pictures on it included. */
  int area() {
    int area = 0;
    for (int y = 0; y < height; y++) {
      area += Math.max(0, right[y] - left[y] + 1);
    }
    return area;
  }

  int[] members() {
    return members;
  }

  /** The longest run of it along a side of the picture, as a part of that side. */
  double alongBorder() {
    int top = 0;
    int bottom = 0;
    int first = 0;
    int last = 0;
    for (int member : members) {
      int x = member % width;
      int y = member / width;
      top += y == 0 ? 1 : 0;
      bottom += y == height - 1 ? 1 : 0;
      first += x == 0 ? 1 : 0;
      last += x == width - 1 ? 1 : 0;
    }
    return Math.max(
        (double) Math.max(top, bottom) / width, (double) Math.max(first, last) / height);
  }

  /**
   * Its corners, however it is turned: the two points farthest apart, and on each side of the line
   * through them the one farthest from it.
   */
  Corners corners() {
    Point a = new Point(0, 0);
    Point c = new Point(0, 0);
    for (int from = 0; from < height; from++) {
      for (int to = from; to < height && right[from] >= 0; to++) {
        if (right[to] >= 0) {
          Point[][] pairs = {
            {new Point(left[from], from), new Point(right[to] + 1, to + 1)},
            {new Point(right[from] + 1, from), new Point(left[to], to + 1)}
          };
          for (Point[] pair : pairs) {
            if (pair[0].distance(pair[1]) > a.distance(c)) {
              a = pair[0];
              c = pair[1];
            }
          }
        }
      }
    }
    return ordered(a, farthest(a, c, 1), c, farthest(a, c, -1));
  }

  private Point farthest(Point a, Point c, int side) {
    Point best = a;
    double most = 0;
    for (int y = 0; y < height; y++) {
      if (right[y] >= 0) {
        for (int x : new int[] {left[y], right[y] + 1}) {
          for (int edge = y; edge <= y + 1; edge++) {
            double away = side * ((c.x() - a.x()) * (edge - a.y()) - (c.y() - a.y()) * (x - a.x()));
            if (away > most) {
              most = away;
              best = new Point(x, edge);
            }
          }
        }
      }
    }
    return best;
  }

  /** From the corner nearest to the picture's top left, the way round they already go. */
  private static Corners ordered(Point... round) {
    int first = 0;
    for (int i = 1; i < round.length; i++) {
      if (round[i].x() + round[i].y() < round[first].x() + round[first].y()) {
        first = i;
      }
    }
    Point second = round[(first + 1) % 4];
    Point fourth = round[(first + 3) % 4];
    boolean clockwise = second.x() - second.y() > fourth.x() - fourth.y();
    return new Corners(
        round[first],
        clockwise ? second : fourth,
        round[(first + 2) % 4],
        clockwise ? fourth : second);
  }
}
