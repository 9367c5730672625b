package yibao.devices.printer;

import java.time.Duration;

/**
 * How a printer wants to be treated.
 *
 * @param proof how it proves that it has printed
 * @param chunkBytes how much is sent at a time; well below its receive buffer
 * @param chunkLimit how long it may take to accept a chunk
 * @param proofLimit how long after the last byte the proof may take
 */
public record PrinterSettings(
    Proof proof, int chunkBytes, Duration chunkLimit, Duration proofLimit) {

  /** How a printer proves that it has printed. */
  public enum Proof {
    /** It returns a number when everything before it is on paper (GS ( H, function 48). */
    PROCESS_ID,
    /**
     * It reports its paper sensor in its turn (GS r) and is well afterwards: for printers that
     * would print the other command as text.
     */
    PAPER_SENSOR
  }

  /** For printers that know GS ( H. */
  public static PrinterSettings usual() {
    return new PrinterSettings(
        Proof.PROCESS_ID, 256, Duration.ofSeconds(5), Duration.ofSeconds(20));
  }

  /** For cheap printers. */
  public static PrinterSettings cheap() {
    return new PrinterSettings(
        Proof.PAPER_SENSOR, 256, Duration.ofSeconds(5), Duration.ofSeconds(20));
  }
}
