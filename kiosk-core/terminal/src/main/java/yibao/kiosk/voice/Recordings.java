package yibao.kiosk.voice;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Phrases somebody has recorded: {@code <folder>/<language>/<phrase>.opus}, {@code .ogg}, {@code
 * .mp3} or {@code .wav}. Put there while the terminal runs, a file is heard from the next time on.
 */
public final class Recordings implements Speech {

  private static final Logger LOG = System.getLogger(Recordings.class.getName());

  private static final Map<String, String> TYPES =
      Map.of("opus", "audio/ogg", "ogg", "audio/ogg", "mp3", "audio/mpeg", "wav", "audio/wav");

  /** A minute of uncompressed speech; no phrase is as long. */
  private static final long LARGEST = 6_000_000;

  private final Path folder;

  /** Recordings in a folder, which need not exist. */
  public Recordings(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Sound> say(String language, String phrase, String text) {
    return TYPES.entrySet().stream()
        .map(type -> read(language, phrase, type.getKey(), type.getValue()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Sound> read(String language, String phrase, String ending, String type) {
    Path file = folder.resolve(language).resolve(phrase + "." + ending);
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? Optional.of(new Sound(type, Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "[voice.unreadable] a recording cannot be read: {0}", file);
      return Optional.empty();
    }
  }
}
