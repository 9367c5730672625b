package yibao.devices.idcard;

import static yibao.devices.idcard.SdtCommand.FIND;
import static yibao.devices.idcard.SdtCommand.READ;
import static yibao.devices.idcard.SdtCommand.SAM_ID;
import static yibao.devices.idcard.SdtCommand.SAM_STATUS;
import static yibao.devices.idcard.SdtCommand.SELECT;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a family of readers says in its own way. The frames and the answers are those of GA 450
 * everywhere; commands, speed and greeting are data. The variants are known from one public source
 * and were not tried on real readers.
 */
public enum SdtDialect {
  /** GA 450 as nearly every reader speaks it. */
  STANDARD(everyCommand(), Speeds.FASTEST_FIRST, ""),

  /**
   * CVR-100AU and CVR-100NJ: four commands with numbers of their own, at 9600 baud. They tell
   * neither their number nor anything beyond text and photo.
   */
  CVR_100AU(
      Map.of(SAM_STATUS, 0x0001, FIND, 0x0081, SELECT, 0x0082, READ, 0x0083),
      Speeds.SLOWEST_FIRST,
      ""),

  /** CVR-100R: the usual commands, once a frame of the maker's own has asked for them. */
  CVR_100R(everyCommand(), Speeds.FASTEST_FIRST, "02001103aa00010203040506070809b903");

  /** The speeds that GA 450 readers can be set to, in baud. */
  private static final class Speeds {
    static final List<Integer> FASTEST_FIRST = List.of(115200, 57600, 38400, 19200, 9600);
    static final List<Integer> SLOWEST_FIRST = FASTEST_FIRST.reversed();
  }

  private final Map<SdtCommand, Integer> codes;
  private final List<Integer> speeds;
  private final byte[] greeting;

  SdtDialect(Map<SdtCommand, Integer> codes, List<Integer> speeds, String greeting) {
    this.codes = Map.copyOf(codes);
    this.speeds = speeds;
    this.greeting = HexFormat.of().parseHex(greeting);
  }

  /** The speeds at which such a reader may answer, in baud, the likeliest first. */
  public List<Integer> speeds() {
    return speeds;
  }

  /** Command and parameter as the reader knows them, two bytes; empty when it does not. */
  OptionalInt code(SdtCommand command) {
    return codes.containsKey(command) ? OptionalInt.of(codes.get(command)) : OptionalInt.empty();
  }

  /** A command whose answer cannot be taken for a card's data, to get in step by. */
  SdtCommand stepCommand() {
    return codes.containsKey(SAM_ID) ? SAM_ID : SAM_STATUS;
  }

  /**
   * What must be sent before the first command: {@code 02}, the length of it all (two bytes), the
   * maker's command {@code 03 AA}, ten bytes for the reader to echo, the XOR of all after the
   * {@code 02}, {@code 03}.
   */
  Optional<byte[]> greeting() {
    return greeting.length == 0 ? Optional.empty() : Optional.of(greeting.clone());
  }

  private static Map<SdtCommand, Integer> everyCommand() {
    return Arrays.stream(SdtCommand.values())
        .collect(Collectors.toMap(Function.identity(), SdtCommand::standardCode));
  }
}
