package yibao.kiosk.voice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the loudspeaker says and who says it. */
class SpeechTest {

  @TempDir private Path folder;

  @Test
  void every_chinese_phrase_is_there_in_english() {
    assertEquals(
        new TreeSet<>(Phrases.of("zh-CN").all().keySet()),
        new TreeSet<>(Phrases.of("en").all().keySet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void no_phrase_has_a_gap_that_something_of_a_visit_could_fill(String language) {
    Phrases.of(language)
        .all()
        .forEach((id, text) -> assertTrue(text.matches("[^{}%0-9]+"), () -> id + ": " + text));
  }

  @Test
  void a_language_without_phrases_says_nothing() {
    assertTrue(Phrases.of("bo").all().isEmpty());
  }

  @Test
  void a_recording_in_the_folder_is_heard() throws IOException {
    Speech recordings = new Recordings(folder);
    assertEquals(Optional.empty(), recordings.say("zh-CN", "choose", "您想办什么？"));

    Files.createDirectories(folder.resolve("zh-CN"));
    Files.write(folder.resolve("zh-CN/choose.opus"), new byte[] {'O', 'g', 'g', 'S'});

    Speech.Sound sound = recordings.say("zh-CN", "choose", "您想办什么？").orElseThrow();
    assertEquals("audio/ogg", sound.type());
    assertArrayEquals(new byte[] {'O', 'g', 'g', 'S'}, sound.content());
  }

  @Test
  void a_machine_without_an_engine_stays_silent() {
    assertEquals(
        Optional.empty(), new EspeakSpeech("no-such-engine").say("zh-CN", "choose", "您想办什么？"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void the_engine_speaks_a_sound_file_of_the_length_its_header_says(String language)
      throws IOException, UnsupportedAudioFileException {
    Optional<Speech.Sound> sound =
        new EspeakSpeech("espeak-ng")
            .say(language, "choose", Phrases.of(language).text("choose").orElseThrow());
    Assumptions.assumeTrue(sound.isPresent(), "espeak-ng is not installed");

    byte[] content = sound.orElseThrow().content();
    AudioFileFormat format = AudioSystem.getAudioFileFormat(new ByteArrayInputStream(content));
    assertEquals(AudioFileFormat.Type.WAVE, format.getType());
    double seconds = format.getFrameLength() / (double) format.getFormat().getFrameRate();
    assertTrue(seconds > 0.5 && seconds < 15, () -> seconds + " s");
    assertEquals(content.length - 44, format.getFrameLength() * format.getFormat().getFrameSize());
  }
}
