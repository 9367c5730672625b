package yibao.demo.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;

/** What a citizen's screen loads before it shows anything: scripts and styles, gzipped. */
final class BundleBench implements Bench {

  private static final String WEBROOT = "webroot/";
  private static final int KIB = 1024;

  /** Scripts and modules loaded ahead; a lazily loaded part stands in no tag. */
  private static final Pattern SCRIPT =
      Pattern.compile(
          "<(?:script[^>]*?src|link[^>]*?rel=\"modulepreload\"[^>]*?href)=\"([^\"]+)\"");

  private static final Pattern STYLE =
      Pattern.compile("<link[^>]*?rel=\"stylesheet\"[^>]*?href=\"([^\"]+)\"");

  private final Checkout checkout;

  BundleBench(Checkout checkout) {
    this.checkout = checkout;
  }

  @Override
  public List<Figure> run() throws IOException {
    Path jar = checkout.jar(checkout.terminalLibrary(), "ui-web-");
    try (JarFile screens = new JarFile(jar.toFile())) {
      String page = new String(read(screens, "index.html"), StandardCharsets.UTF_8);
      return List.of(
          held("bundle, scripts gz", gzipped(screens, page, SCRIPT), 120 * KIB),
          held("bundle, styles gz", gzipped(screens, page, STYLE), 20 * KIB));
    }
  }

  private static Figure held(String name, int bytes, int budget) {
    return Figure.alone(name, String.format(Locale.ROOT, "%.1f KiB", bytes / (double) KIB))
        .within("≤ " + budget / KIB + " KiB", bytes <= budget);
  }

  private static int gzipped(JarFile screens, String page, Pattern tag) throws IOException {
    int bytes = 0;
    Matcher tags = tag.matcher(page);
    while (tags.find()) {
      bytes += gzip(read(screens, tags.group(1).replaceFirst("^\\.?/", "")));
    }
    if (bytes == 0) {
      throw new IOException("index.html loads nothing that looks like " + tag);
    }
    return bytes;
  }

  private static int gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.size();
  }

  private static byte[] read(JarFile screens, String path) throws IOException {
    ZipEntry entry = screens.getEntry(WEBROOT + path);
    if (entry == null) {
      throw new IOException("the screens' jar holds no " + path);
    }
    try (InputStream in = screens.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
