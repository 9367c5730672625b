package yibao.kiosk.journey.view;

import java.util.Arrays;
import java.util.Optional;

/** A language the screens speak. */
public enum Language {
  /** 中文: the language of the list, of everything printed and of every sentence's origin. */
  CHINESE("zh-CN"),
  /** English. */
  ENGLISH("en"),
  /** 藏文. */
  TIBETAN("bo");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** BCP 47 tag, as the contract and the files of sentences write it. */
  public String tag() {
    return tag;
  }

  /** The language of this tag. */
  public static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }
}
