package yibao.devices.qr;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * From modules of doubtful darkness to text. Codewords are repaired here, the least certain ones
 * taken as unknown, which corrects up to twice as many as ZXing alone would; a clean symbol then
 * goes to ZXing's decoder, which knows modes and character sets.
 */
final class SymbolDecoder {
  private static final List<FormatInformation> FORMATS =
      IntStream.range(0, 32).mapToObj(FormatInformation::new).toList();
  private static final double LEAST_AGREEMENT = 0.35;

  /** Check codewords never spent on erasures: a chance fit has odds of 1 to 2²⁴. */
  private static final int RESERVE = 3;

  private final Decoder decoder = new Decoder();

  /**
   * Decodes a symbol, also one seen in a mirror.
   *
   * @param soft each module's darkness, row by row, positive for dark, about -1 to 1
   */
  Optional<String> decode(float[] soft, SymbolLayout layout) {
    return asSeen(soft, layout).or(() -> asSeen(mirrored(soft, layout.dimension()), layout));
  }

  private static float[] mirrored(float[] soft, int dimension) {
    float[] mirrored = new float[dimension * dimension];
    for (int at = 0; at < mirrored.length; at++) {
      mirrored[at] = soft[at % dimension * dimension + at / dimension];
    }
    return mirrored;
  }

  private Optional<String> asSeen(float[] soft, SymbolLayout layout) {
    return FORMATS.stream()
        .filter(it -> it.agreement(soft, layout.dimension()) > LEAST_AGREEMENT)
        .sorted(
            Comparator.comparingDouble(
                (FormatInformation it) -> -it.agreement(soft, layout.dimension())))
        .limit(2)
        .flatMap(format -> decode(soft, layout, format).stream())
        .findFirst();
  }

  private Optional<String> decode(float[] soft, SymbolLayout layout, FormatInformation format) {
    int dimension = layout.dimension();
    int[] order = layout.data();
    int[] codewords = new int[order.length / 8];
    float[] certainty = new float[codewords.length];
    for (int i = 0; i < codewords.length; i++) {
      certainty[i] = Float.MAX_VALUE;
      for (int bit = 0; bit < 8; bit++) {
        int at = order[i * 8 + bit];
        boolean dark = soft[at] > 0 ^ format.masks(at % dimension, at / dimension);
        codewords[i] = codewords[i] << 1 | (dark ? 1 : 0);
        certainty[i] = Math.min(certainty[i], Math.abs(soft[at]));
      }
    }
    if (!repair(codewords, certainty, layout.version(), format.level())) {
      return Optional.empty();
    }
    try {
      return Optional.of(decoder.decode(symbol(codewords, layout, format)).getText());
    } catch (FormatException | ChecksumException e) {
      return Optional.empty();
    }
  }

  /** Repairs each of the interleaved blocks in place. */
  private static boolean repair(
      int[] codewords, float[] certainty, Version version, ErrorCorrectionLevel level) {
    Version.ECBlocks blocks = version.getECBlocksForLevel(level);
    int checks = blocks.getECCodewordsPerBlock();
    int count = blocks.getNumBlocks();
    int shorter = (codewords.length - checks * count) / count;
    int longer = (codewords.length - checks * count) % count;
    for (int block = 0; block < count; block++) {
      boolean isLonger = block >= count - longer;
      int[] positions = new int[shorter + (isLonger ? 1 : 0) + checks];
      for (int i = 0; i < positions.length; i++) {
        int datum = positions.length - checks;
        if (i < shorter) {
          positions[i] = i * count + block;
        } else if (i < datum) {
          positions[i] = shorter * count + block - (count - longer);
        } else {
          positions[i] = shorter * count + longer + (i - datum) * count + block;
        }
      }
      if (!repair(codewords, certainty, positions, checks)) {
        return false;
      }
    }
    return true;
  }

  private static boolean repair(int[] codewords, float[] certainty, int[] positions, int checks) {
    int[] word = IntStream.of(positions).map(it -> codewords[it]).toArray();
    int[] doubtful =
        IntStream.range(0, word.length)
            .boxed()
            .sorted(Comparator.comparingDouble(it -> certainty[positions[it]]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] syndromes = ReedSolomon.syndromes(word, checks);
    for (int erased = 0; erased <= checks - RESERVE; erased++) {
      if (ReedSolomon.correct(
              word, syndromes, doubtful, erased, erased == 0 ? kept(checks) : RESERVE)
          >= 0) {
        for (int i = 0; i < word.length; i++) {
          codewords[positions[i]] = word[i];
        }
        return true;
      }
    }
    return false;
  }

  /** Check codewords the smallest symbols keep back against misreading (ISO/IEC 18004, table 9). */
  private static int kept(int checks) {
    return checks < 10 ? 3 : checks == 10 ? 2 : checks % 2;
  }

  private static BitMatrix symbol(int[] codewords, SymbolLayout layout, FormatInformation format) {
    int dimension = layout.dimension();
    BitMatrix symbol = new BitMatrix(dimension);
    for (int at : layout.fixed()) {
      if (layout.dark(at)) {
        symbol.set(at % dimension, at / dimension);
      }
    }
    int word = format.word();
    for (int i = 0; i < 15; i++) {
      if ((word >> i & 1) == 1) {
        symbol.set(FormatInformation.firstColumn(i), FormatInformation.firstRow(i));
        symbol.set(
            FormatInformation.secondColumn(i, dimension),
            FormatInformation.secondRow(i, dimension));
      }
    }
    if (layout.version().getVersionNumber() >= 7) {
      VersionInformation.write(layout.version().getVersionNumber(), symbol);
    }
    int[] order = layout.data();
    for (int i = 0; i < order.length; i++) {
      int u = order[i] % dimension;
      int v = order[i] / dimension;
      boolean bit = (codewords[i / 8] >> (7 - i % 8) & 1) == 1;
      if (bit ^ format.masks(u, v)) {
        symbol.set(u, v);
      }
    }
    return symbol;
  }
}
