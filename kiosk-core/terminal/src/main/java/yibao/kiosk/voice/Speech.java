package yibao.kiosk.voice;

import java.util.Optional;

/** Something that turns a phrase into sound. */
public interface Speech {

  /**
   * A phrase as sound.
   *
   * @param language BCP 47 tag
   * @param phrase id of the phrase
   * @param text the phrase
   * @return empty where this cannot say it
   */
  Optional<Sound> say(String language, String phrase, String text);

  /**
   * A sound file.
   *
   * @param type media type, e.g. {@code audio/ogg}
   */
  record Sound(String type, byte[] content) {}
}
