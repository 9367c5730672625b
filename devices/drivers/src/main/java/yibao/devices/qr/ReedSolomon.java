package yibao.devices.qr;

/**
 * Reed-Solomon over GF(2⁸) as QR codes use it, polynomial 0x11D, first root α⁰, correcting unknown
 * errors and codewords known to be unreliable (erasures) together.
 */
final class ReedSolomon {
  private static final int[] EXP = new int[512];
  private static final int[] LOG = new int[256];

  static {
    int x = 1;
    for (int i = 0; i < 255; i++) {
      EXP[i] = x;
      EXP[i + 255] = x;
      LOG[x] = i;
      x <<= 1;
      if (x > 255) {
        x ^= 0x11D;
      }
    }
  }

  private ReedSolomon() {}

  private static int times(int a, int b) {
    return a == 0 || b == 0 ? 0 : EXP[LOG[a] + LOG[b]];
  }

  private static int over(int a, int b) {
    return a == 0 ? 0 : EXP[LOG[a] + 255 - LOG[b]];
  }

  /**
   * Corrects in place.
   *
   * @param word codewords, 0 to 255, the check codewords last
   * @param checks how many check codewords
   * @param erasures positions thought wrong
   * @param erased how many of them to use
   * @param reserve check codewords kept back to notice a miscorrection: twice the errors found plus
   *     the erasures never exceeds the others
   * @return codewords changed at positions that were not erased, or -1 when the word is beyond
   *     correction; then {@code word} is untouched
   */
  static int correct(int[] word, int checks, int[] erasures, int erased, int reserve) {
    return correct(word, syndromes(word, checks), erasures, erased, reserve);
  }

  /**
   * The same for a word whose syndromes are known, so that several choices of erasures cost them
   * once.
   */
  static int correct(int[] word, int[] syndromes, int[] erasures, int erased, int reserve) {
    int checks = syndromes.length;
    if (isZero(syndromes)) {
      return 0;
    }
    int length = word.length;
    int[] locator = new int[checks + 1];
    locator[0] = 1;
    for (int i = 0; i < erased; i++) {
      int root = EXP[length - 1 - erasures[i]];
      for (int j = i + 1; j > 0; j--) {
        locator[j] ^= times(locator[j - 1], root);
      }
    }
    int degree = massey(syndromes, checks, erased, locator);
    if (2 * degree - erased > checks - reserve) {
      return -1;
    }
    return repair(word, checks, syndromes, locator, degree) ? degree - erased : -1;
  }

  /** What the check codewords find wrong with a word; all zero when nothing is. */
  static int[] syndromes(int[] word, int checks) {
    int[] syndromes = new int[checks];
    for (int i = 0; i < checks; i++) {
      int sum = 0;
      for (int symbol : word) {
        sum = times(sum, EXP[i]) ^ symbol;
      }
      syndromes[i] = sum;
    }
    return syndromes;
  }

  private static boolean isZero(int[] syndromes) {
    int any = 0;
    for (int syndrome : syndromes) {
      any |= syndrome;
    }
    return any == 0;
  }

  /** Berlekamp and Massey's algorithm started from the erasures' locator; returns its degree. */
  private static int massey(int[] syndromes, int checks, int erased, int[] locator) {
    int[] previous = locator.clone();
    int degree = erased;
    for (int r = erased; r < checks; r++) {
      int discrepancy = 0;
      for (int i = 0; i <= r; i++) {
        discrepancy ^= times(locator[i], syndromes[r - i]);
      }
      System.arraycopy(previous, 0, previous, 1, checks);
      previous[0] = 0;
      if (discrepancy == 0) {
        continue;
      }
      int[] old = locator.clone();
      for (int i = 0; i <= checks; i++) {
        locator[i] ^= times(discrepancy, previous[i]);
      }
      if (2 * degree <= r + erased) {
        degree = r + 1 + erased - degree;
        for (int i = 0; i <= checks; i++) {
          previous[i] = over(old[i], discrepancy);
        }
      }
    }
    for (int i = degree + 1; i <= checks; i++) {
      if (locator[i] != 0) {
        return checks + 1;
      }
    }
    return degree;
  }

  private static boolean repair(
      int[] word, int checks, int[] syndromes, int[] locator, int degree) {
    int[] evaluator = new int[checks];
    for (int i = 0; i < checks; i++) {
      for (int j = 0; j <= Math.min(i, degree); j++) {
        evaluator[i] ^= times(locator[j], syndromes[i - j]);
      }
    }
    int[] fixed = word.clone();
    int roots = 0;
    for (int position = 0; position < word.length; position++) {
      int inverse = EXP[(255 - (word.length - 1 - position)) % 255];
      if (at(locator, degree, inverse) != 0) {
        continue;
      }
      roots++;
      int slope = 0;
      int power = 1;
      for (int i = 1; i <= degree; i += 2) {
        slope ^= times(locator[i], power);
        power = times(power, times(inverse, inverse));
      }
      if (slope == 0) {
        return false;
      }
      int value = at(evaluator, checks - 1, inverse);
      fixed[position] ^= times(over(value, slope), EXP[word.length - 1 - position]);
    }
    if (roots != degree || !isZero(syndromes(fixed, checks))) {
      return false;
    }
    System.arraycopy(fixed, 0, word, 0, word.length);
    return true;
  }

  private static int at(int[] polynomial, int degree, int x) {
    int sum = 0;
    for (int i = degree; i >= 0; i--) {
      sum = times(sum, x) ^ polynomial[i];
    }
    return sum;
  }
}
