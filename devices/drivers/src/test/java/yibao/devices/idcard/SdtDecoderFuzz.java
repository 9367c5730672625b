package yibao.devices.idcard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Any bytes, in any pieces, end in answers or in waiting; a good answer behind them is found. */
public final class SdtDecoderFuzz {
  private static final byte[] READY = HexFormat.of().parseHex("AAAAAA9669000400009094");
  private static final int SHORTEST_ANSWER = 11;

  private SdtDecoderFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    List<String> whole = decode(data, data.length);
    List<String> inPieces = decode(data, data.length == 0 ? 0 : (data[0] & 0x3F) + 1);
    if (!whole.equals(inPieces)) {
      throw new AssertionError("answers depend on the pieces in which they came");
    }
    if (whole.size() > data.length / SHORTEST_ANSWER + 1) {
      throw new AssertionError("more answers than fit into the bytes");
    }
  }

  private static List<String> decode(byte[] data, int piece) {
    SdtDecoder decoder = new SdtDecoder();
    List<SdtAnswer> answers = new ArrayList<>();
    for (int at = 0; at < data.length; at += piece) {
      byte[] part = Arrays.copyOfRange(data, at, Math.min(data.length, at + piece));
      decoder.accept(part, part.length, answers::add);
    }
    decoder.abandon(answers::add);
    List<String> heard = new ArrayList<>(answers.stream().map(SdtDecoderFuzz::text).toList());
    answers.clear();
    decoder.accept(READY, READY.length, answers::add);
    decoder.abandon(answers::add);
    if (answers.stream().noneMatch(a -> a.sw3() == SdtAnswer.OK && a.data().length == 0)) {
      throw new AssertionError("a good answer was lost behind garbage");
    }
    return heard;
  }

  private static String text(SdtAnswer answer) {
    return answer + HexFormat.of().formatHex(answer.data());
  }
}
