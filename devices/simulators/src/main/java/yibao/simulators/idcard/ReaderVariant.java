package yibao.simulators.idcard;

import java.util.Map;

/** Families of readers that do not speak GA 450 as it is written. */
public enum ReaderVariant {
  /** As it is written. */
  STANDARD(false),

  /** CVR-100AU and CVR-100NJ: four commands with numbers of their own, and no others. */
  CVR_100AU(false),

  /** CVR-100R: deaf until the maker's own frame has come. */
  CVR_100R(true);

  private static final int UNKNOWN = 0xFFFF;
  private static final Map<Integer, Integer> AU_COMMANDS =
      Map.of(
          0x0001, IdCardReaderSimulator.SAM_STATUS,
          0x0081, IdCardReaderSimulator.FIND,
          0x0082, IdCardReaderSimulator.SELECT,
          0x0083, IdCardReaderSimulator.READ);

  private final boolean greeted;

  ReaderVariant(boolean greeted) {
    this.greeted = greeted;
  }

  boolean wantsGreeting() {
    return greeted;
  }

  /** The number that GA 450 gives the command; one that it does not have for an unknown one. */
  int standard(int command) {
    return this == CVR_100AU ? AU_COMMANDS.getOrDefault(command, UNKNOWN) : command;
  }
}
