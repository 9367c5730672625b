package yibao.devices.certified;

import java.nio.file.Path;
import java.util.Map;

/**
 * A component that is a library of the vendor's with {@code NationEcTrans(url, inJson, outJson)}.
 */
public final class LibraryPlugin implements CertifiedComponentPlugin {

  @Override
  public String id() {
    return "library";
  }

  @Override
  public CertifiedComponentOpener configure(Map<String, String> settings) {
    Path file = Path.of(settings.getOrDefault("file", ""));
    if (!file.isAbsolute()) {
      throw new IllegalArgumentException("file: /opt/vendor/libNationECCode.so");
    }
    return new VendorLibrary(
        file, settings.getOrDefault("url", ""), settings.getOrDefault("function", "NationEcTrans"));
  }
}
