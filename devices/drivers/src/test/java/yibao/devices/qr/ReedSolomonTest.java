package yibao.devices.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against words that ZXing's encoder made. */
class ReedSolomonTest {
  private static final int LENGTH = 44;
  private static final int CHECKS = 16;

  private final Random random = new Random(28);

  private int[] word() {
    int[] word = new int[LENGTH];
    for (int i = 0; i < LENGTH - CHECKS; i++) {
      word[i] = random.nextInt(256);
    }
    new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(word, CHECKS);
    return word;
  }

  /** Different positions, the first ones to be spoilt. */
  private int[] positions() {
    int[] positions = IntStream.range(0, LENGTH).toArray();
    for (int i = LENGTH - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = positions[i];
      positions[i] = positions[other];
      positions[other] = kept;
    }
    return positions;
  }

  private void spoil(int[] word, int position) {
    word[position] ^= 1 + random.nextInt(255);
  }

  @Test
  void aWholeWordNeedsNothing() {
    int[] word = word();
    int[] sent = word.clone();
    assertEquals(0, ReedSolomon.correct(word, CHECKS, new int[0], 0, 0));
    assertArrayEquals(sent, word);
  }

  @Test
  void everyMixOfErrorsAndErasuresWithinTheChecksIsCorrected() {
    for (int erased = 0; erased <= CHECKS; erased++) {
      for (int errors = 0; 2 * errors + erased <= CHECKS; errors++) {
        int[] word = word();
        int[] sent = word.clone();
        int[] positions = positions();
        for (int i = 0; i < erased + errors; i++) {
          spoil(word, positions[i]);
        }
        int found = ReedSolomon.correct(word, CHECKS, positions, erased, 0);
        assertEquals(errors, found, erased + " erased, " + errors + " wrong");
        assertArrayEquals(sent, word);
      }
    }
  }

  @Test
  void anErasedCodewordThatWasRightDoesNoHarm() {
    int[] word = word();
    int[] sent = word.clone();
    int[] positions = positions();
    spoil(word, positions[20]);
    assertEquals(1, ReedSolomon.correct(word, CHECKS, positions, 6, 0));
    assertArrayEquals(sent, word);
  }

  @Test
  void whatExceedsTheChecksLessTheReserveIsRefusedAndLeftAlone() {
    int[] word = word();
    int[] positions = positions();
    for (int i = 0; i < 7; i++) {
      spoil(word, positions[i]);
    }
    int[] spoilt = word.clone();
    assertEquals(-1, ReedSolomon.correct(word, CHECKS, positions, 0, 4));
    assertArrayEquals(spoilt, word);
    assertEquals(7, ReedSolomon.correct(word, CHECKS, positions, 0, 0));
  }

  @Test
  void noiseWithAReserveIsNeverTakenForAWord() {
    for (int i = 0; i < 2_000; i++) {
      int[] word = random.ints(LENGTH, 0, 256).toArray();
      assertEquals(-1, ReedSolomon.correct(word, CHECKS, positions(), i % 13, 4));
    }
  }
}
