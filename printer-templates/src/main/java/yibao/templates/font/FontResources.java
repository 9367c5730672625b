package yibao.templates.font;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import org.apache.pdfbox.io.RandomAccessRead;

/** Where the build puts the fonts. */
final class FontResources {
  static final String HAN = "NotoSansSC-Regular.ttf";
  static final String HAN_BOLD = "NotoSansSC-Bold.ttf";
  static final String TIBETAN = "NotoSerifTibetan.ttf";

  /** Han characters beyond GB/T 2312, up to extension A. */
  static final String FURTHER_HAN_INDEX = "NotoSansSC-Regular.index";

  static final String FURTHER_HAN_BOLD_INDEX = "NotoSansSC-Bold.index";

  /** Han characters of the extensions B to F. */
  static final String RARE_HAN_INDEX = "HanaMinB.index";

  private FontResources() {}

  static InputStream open(String name) throws IOException {
    return connection(name).getInputStream();
  }

  /** The file, to be read through once. */
  static RandomAccessRead read(String name) throws IOException {
    URLConnection file = connection(name);
    return new OneReading(file.getInputStream(), file.getContentLengthLong());
  }

  private static URLConnection connection(String name) throws IOException {
    URL place = FontResources.class.getResource("/yibao/templates/fonts/" + name);
    if (place == null) {
      throw new IllegalStateException("the font " + name + " is missing from this build");
    }
    return place.openConnection();
  }
}
