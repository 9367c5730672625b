package yibao.devices.qr;

/**
 * Undoes blur too strong for {@link Equalizer}. Blur, from whatever cause, mixes each module with
 * those round it in the same way all over the symbol. From a first guess at the modules, among them
 * the fixed patterns, which are certain, follows how they were mixed; from that a better guess, and
 * so on. No module is darker than black or lighter than white, which keeps noise from growing.
 */
final class Unmixer {
  private static final int ROUNDS = 3;
  private static final int SWEEPS = 4;

  /** Holds the mixture back from fitting noise, in modules' worth. */
  private static final double RIDGE = 2;

  private final SymbolLayout layout;
  private final int dimension;
  private final int reach;
  private final int side;
  private final float[] seen;
  private final float[] guess;
  private final float[] rest;
  private final boolean[] certain;
  private double[] mixture;

  private Unmixer(float[] soft, SymbolLayout layout, int reach) {
    this.layout = layout;
    this.dimension = layout.dimension();
    this.reach = reach;
    this.side = 2 * reach + 1;
    this.seen = soft;
    this.guess = new float[dimension * dimension];
    this.rest = new float[dimension * dimension];
    this.certain = new boolean[dimension * dimension];
  }

  /**
   * The modules as they were before the blur, -1 for light to 1 for dark.
   *
   * @param soft each module's darkness, row by row, positive for dark
   * @param reach how many neighbours each way are mixed into a module
   */
  static float[] restore(float[] soft, SymbolLayout layout, int reach) {
    Unmixer unmixer = new Unmixer(soft, layout, reach);
    unmixer.start();
    for (int round = 0; round < ROUNDS; round++) {
      unmixer.learn();
      unmixer.restore();
    }
    return unmixer.guess;
  }

  private void start() {
    for (int at = 0; at < guess.length; at++) {
      guess[at] = Math.clamp(seen[at] * 1.5f, -1f, 1f);
    }
    for (int at : layout.fixed()) {
      guess[at] = layout.dark(at) ? 1 : -1;
      certain[at] = true;
    }
  }

  /** Light lies outside the symbol. */
  private float guess(int u, int v) {
    return u >= 0 && v >= 0 && u < dimension && v < dimension ? guess[v * dimension + u] : -1;
  }

  /**
   * Finds the mixture of guessed neighbours, and a constant, that comes closest to what was seen.
   */
  private void learn() {
    int unknowns = side * side + 1;
    double[][] rows = new double[unknowns][unknowns + 1];
    double[] features = new double[unknowns];
    features[unknowns - 1] = 1;
    for (int at = 0; at < guess.length; at++) {
      int count = 0;
      for (int dv = -reach; dv <= reach; dv++) {
        for (int du = -reach; du <= reach; du++) {
          features[count++] = guess(at % dimension + du, at / dimension + dv);
        }
      }
      double weight = certain[at] ? 2 : 1;
      double target = Math.clamp(seen[at], -1.6f, 1.6f);
      for (int i = 0; i < unknowns; i++) {
        double weighted = weight * features[i];
        for (int j = i; j < unknowns; j++) {
          rows[i][j] += weighted * features[j];
        }
        rows[i][unknowns] += weighted * target;
      }
    }
    for (int i = 0; i < unknowns; i++) {
      for (int j = 0; j < i; j++) {
        rows[i][j] = rows[j][i];
      }
      rows[i][i] += RIDGE;
    }
    mixture = LinearSystem.solve(rows);
  }

  /** Moves each uncertain module to where the mixture comes closest to what was seen. */
  private void restore() {
    double power = 0.02;
    for (int i = 0; i < side * side; i++) {
      power += mixture[i] * mixture[i];
    }
    for (int at = 0; at < rest.length; at++) {
      rest[at] = Math.clamp(seen[at], -1.6f, 1.6f) - mixed(at % dimension, at / dimension);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int at = 0; at < guess.length; at++) {
        if (!certain[at]) {
          move(at, power);
        }
      }
    }
  }

  private float mixed(int u, int v) {
    double sum = mixture[side * side];
    int count = 0;
    for (int dv = -reach; dv <= reach; dv++) {
      for (int du = -reach; du <= reach; du++) {
        sum += mixture[count++] * guess(u + du, v + dv);
      }
    }
    return (float) sum;
  }

  private void move(int at, double power) {
    int u = at % dimension;
    int v = at / dimension;
    double pull = 0;
    for (int dv = -reach; dv <= reach; dv++) {
      for (int du = -reach; du <= reach; du++) {
        if (u - du >= 0 && v - dv >= 0 && u - du < dimension && v - dv < dimension) {
          pull += mixture[(dv + reach) * side + du + reach] * rest[(v - dv) * dimension + u - du];
        }
      }
    }
    float moved = (float) Math.clamp(guess[at] + pull / power, -1, 1);
    float change = moved - guess[at];
    if (change == 0) {
      return;
    }
    guess[at] = moved;
    for (int dv = -reach; dv <= reach; dv++) {
      for (int du = -reach; du <= reach; du++) {
        if (u - du >= 0 && v - dv >= 0 && u - du < dimension && v - dv < dimension) {
          rest[(v - dv) * dimension + u - du] -=
              (float) mixture[(dv + reach) * side + du + reach] * change;
        }
      }
    }
  }
}
