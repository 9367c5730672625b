package yibao.simulators.camera;

import java.util.Arrays;
import java.util.Random;

/** Brightness (0 black, 1 white, may overshoot) being worked on before the sensor quantizes it. */
final class Picture {
  final int width;
  final int height;
  float[] values;

  /** How much of each pixel the display covers, 0 to 1. */
  final float[] display;

  Picture(int width, int height) {
    this.width = width;
    this.height = height;
    this.values = new float[width * height];
    this.display = new float[width * height];
  }

  interface Field {
    double apply(double value, int x, int y);
  }

  void change(Field field) {
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at++) {
        values[at] = (float) field.apply(values[at], x, y);
      }
    }
  }

  /** Changes only what the display shows, not the room. */
  void changeDisplay(Field field) {
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at++) {
        if (display[at] > 0) {
          double changed = field.apply(values[at], x, y);
          values[at] += (float) (changed - values[at]) * display[at];
        }
      }
    }
  }

  /** Smears along a straight line of the given length in pixels. */
  void smear(double length, double angle) {
    int taps = Math.max(1, (int) Math.ceil(length * 1.5));
    double[] dx = new double[taps];
    double[] dy = new double[taps];
    for (int i = 0; i < taps; i++) {
      double at = taps == 1 ? 0 : (i / (taps - 1.0) - 0.5) * length;
      dx[i] = at * Math.cos(angle);
      dy[i] = at * Math.sin(angle);
    }
    average(dx, dy);
  }

  /** Spreads each point over a disc of the given radius in pixels. */
  void defocus(double radius) {
    int reach = (int) Math.ceil(radius);
    double step = radius < 2 ? 0.5 : 1;
    int count = 0;
    double[] dx = new double[(int) Math.pow(2 * reach / step + 1, 2)];
    double[] dy = new double[dx.length];
    for (double y = -reach; y <= reach; y += step) {
      for (double x = -reach; x <= reach; x += step) {
        if (x * x + y * y <= radius * radius) {
          dx[count] = x;
          dy[count++] = y;
        }
      }
    }
    average(Arrays.copyOf(dx, count), Arrays.copyOf(dy, count));
  }

  private void average(double[] dx, double[] dy) {
    float[] sum = new float[values.length];
    for (int tap = 0; tap < dx.length; tap++) {
      int x0 = (int) Math.floor(dx[tap]);
      int y0 = (int) Math.floor(dy[tap]);
      float fx = (float) (dx[tap] - x0);
      float fy = (float) (dy[tap] - y0);
      for (int y = 0; y < height; y++) {
        int above = Math.clamp(y + y0, 0, height - 1) * width;
        int below = Math.clamp(y + y0 + 1L, 0, height - 1) * width;
        for (int x = 0; x < width; x++) {
          int left = Math.clamp(x + x0, 0, width - 1);
          int right = Math.clamp(x + x0 + 1L, 0, width - 1);
          float top = values[above + left] * (1 - fx) + values[above + right] * fx;
          float bottom = values[below + left] * (1 - fx) + values[below + right] * fx;
          sum[y * width + x] += top * (1 - fy) + bottom * fy;
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= dx.length;
    }
    values = sum;
  }

  /** What the sensor delivers: noise of the given deviation in grey levels, clipped to a byte. */
  byte[] expose(double noise, Random random) {
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      double value = values[i] * 255 + random.nextGaussian() * noise;
      pixels[i] = (byte) Math.clamp(Math.round(value), 0, 255);
    }
    return pixels;
  }
}
