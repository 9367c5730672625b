package yibao.templates.font;

import java.io.InputStream;

/** Where the build puts the fonts. */
final class FontResources {
  static final String HAN = "NotoSansSC-Regular.ttf";
  static final String HAN_BOLD = "NotoSansSC-Bold.ttf";
  static final String TIBETAN = "NotoSerifTibetan.ttf";
  static final String RARE_HAN_INDEX = "HanaMinB.index";

  private FontResources() {}

  static InputStream open(String name) {
    InputStream in = FontResources.class.getResourceAsStream("/yibao/templates/fonts/" + name);
    if (in == null) {
      throw new IllegalStateException("the font " + name + " is missing from this build");
    }
    return in;
  }
}
