package yibao.demo.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import yibao.sandbox.Mood;
import yibao.sandbox.SandboxPlatform;

/** The platform's changing moods, and how often each was had. */
final class Moods {
  private static final int LONGEST_DELAY_MILLIS = 300;
  private static final List<Mood> CHOICE =
      List.of(
          Mood.NORMAL,
          Mood.NORMAL,
          Mood.NORMAL,
          Mood.SLOW,
          Mood.SLOW,
          Mood.DOWN,
          Mood.UNDECIDED,
          Mood.DROP_REPLY,
          Mood.DROP_REPLY,
          Mood.DROP_REPLY,
          Mood.GARBAGE,
          Mood.REFUSE);

  private final SandboxPlatform platform;
  private final Random random;
  private final Map<Mood, Integer> had = new EnumMap<>(Mood.class);

  Moods(SandboxPlatform platform, Random random) {
    this.platform = platform;
    this.random = random;
  }

  /** Puts the platform into the next mood. */
  void change() throws IOException {
    Mood mood = CHOICE.get(random.nextInt(CHOICE.size()));
    had.merge(mood, 1, Integer::sum);
    platform.mood(
        mood,
        mood == Mood.SLOW
            ? Duration.ofMillis(20 + random.nextInt(LONGEST_DELAY_MILLIS))
            : Duration.ZERO);
  }

  /** Ends all moods. */
  void calm() throws IOException {
    platform.mood(Mood.NORMAL);
  }

  /** How often each mood was had. */
  Map<Mood, Integer> had() {
    return had;
  }
}
