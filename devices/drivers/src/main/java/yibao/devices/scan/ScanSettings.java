package yibao.devices.scan;

/**
 * How an engine is set.
 *
 * @param protocol whose commands it knows
 * @param ending how it ends a code
 */
public record ScanSettings(ScanProtocol protocol, CodeEnding ending) {
  /** As the makers deliver their engines: with a suffix after each code. */
  public static ScanSettings usual(ScanProtocol protocol) {
    return new ScanSettings(protocol, CodeEnding.SUFFIX);
  }

  ScanDecoder decoder() {
    return protocol == ScanProtocol.SSI ? new SsiDecoder() : new SuffixDecoder(ending);
  }
}
