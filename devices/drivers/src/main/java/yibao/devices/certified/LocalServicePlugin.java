package yibao.devices.certified;

import java.net.URI;
import java.util.Map;

/** A component that runs as a service of its own and is spoken to by HTTP. */
public final class LocalServicePlugin implements CertifiedComponentPlugin {

  @Override
  public String id() {
    return "service";
  }

  @Override
  public CertifiedComponentOpener configure(Map<String, String> settings) {
    URI address = URI.create(settings.getOrDefault("address", ""));
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "address: http://127.0.0.1:8080/localcfc/api/hsecfc/localQrCodeQuery");
    }
    return new LocalService(address);
  }
}
