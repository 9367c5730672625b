package yibao.devices.scan;

import java.util.List;

/** Any bytes of any engine end in codes of bounded length. */
public final class ScanDecodersFuzz {
  private static final int LONGEST_CODE = 7089;
  private static final int SILENCE_EVERY = 37;
  private static final List<ScanSettings> SETTINGS =
      List.of(
          ScanSettings.usual(ScanProtocol.SSI),
          ScanSettings.usual(ScanProtocol.PLAIN),
          new ScanSettings(ScanProtocol.PLAIN, CodeEnding.SILENCE));

  private ScanDecodersFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    for (ScanSettings settings : SETTINGS) {
      ScanDecoder decoder = settings.decoder();
      for (int i = 0; i < data.length; i++) {
        decoder.accept(data[i] & 0xFF, new Checking());
        if (i % SILENCE_EVERY == SILENCE_EVERY - 1) {
          decoder.silence(new Checking());
        }
      }
      decoder.silence(new Checking());
      if (decoder.begun()) {
        throw new AssertionError(settings + " still waits after the line fell silent");
      }
    }
  }

  private static final class Checking implements ScanDecoder.Sink {
    @Override
    public void code(byte[] content) {
      if (content.length > LONGEST_CODE) {
        throw new AssertionError("a code longer than any symbol holds");
      }
      new ScannedCode(content).text();
    }

    @Override
    public void cut() {}

    @Override
    public void acknowledged() {}

    @Override
    public void refused() {}

    @Override
    public void reply(byte[] bytes) {}
  }
}
