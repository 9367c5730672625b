package yibao.kiosk.voice;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * eSpeak NG, the engine every Debian machine can have: clearly audible, plainly a machine. A phrase
 * takes some tens of milliseconds; nothing is kept.
 */
public final class EspeakSpeech implements Speech {

  private static final Logger LOG = System.getLogger(EspeakSpeech.class.getName());

  private static final Map<String, String> VOICES = Map.of("zh-CN", "cmn", "en", "en-gb");

  /** Slower than its 175 words a minute: who listens to a terminal is often old. */
  private static final String WORDS_A_MINUTE = "145";

  private static final int PATIENCE_SECONDS = 5;
  private static final int WAV_HEADER = 44;

  private final String program;
  private final Semaphore oneAtATime = new Semaphore(1);

  /**
   * The engine.
   *
   * @param program its program, e.g. {@code espeak-ng}; where there is none nothing is said
   */
  public EspeakSpeech(String program) {
    this.program = program;
  }

  @Override
  public Optional<Sound> say(String language, String phrase, String text) {
    String voice = VOICES.get(language);
    if (voice == null) {
      return Optional.empty();
    }
    try {
      if (!oneAtATime.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
      try {
        return spoken(voice, text).map(wav -> new Sound("audio/wav", wav));
      } finally {
        oneAtATime.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<byte[]> spoken(String voice, String text) throws InterruptedException {
    List<String> command =
        List.of(program, "-v", voice, "-s", WORDS_A_MINUTE, "-b", "1", "--stdin", "--stdout");
    try {
      Process engine =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try {
        Thread.startVirtualThread(() -> stopLate(engine));
        engine.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        engine.getOutputStream().close();
        byte[] wav = engine.getInputStream().readAllBytes();
        return engine.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                && engine.exitValue() == 0
                && wav.length > WAV_HEADER
            ? Optional.of(withLengths(wav))
            : Optional.empty();
      } finally {
        engine.destroyForcibly();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "no speech engine: {0}", e.getClass());
      return Optional.empty();
    }
  }

  private static void stopLate(Process engine) {
    try {
      if (!engine.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        engine.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A stream does not know its length when it begins; a browser wants it in the header. */
  private static byte[] withLengths(byte[] wav) {
    ByteBuffer header = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(4, wav.length - 8);
    header.putInt(40, wav.length - WAV_HEADER);
    return wav;
  }
}
