package yibao.devices.certified;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A way to reach certified components. Vendors bring their own as a {@link ServiceLoader} service
 * in a jar beside the program; {@code service} and {@code library} come with it.
 */
public interface CertifiedComponentPlugin {

  /** The word by which a configuration chooses it. */
  String id();

  /**
   * Takes a configuration.
   *
   * @param settings the vendor's own keys
   * @throws IllegalArgumentException that names the key and what it should be
   */
  CertifiedComponentOpener configure(Map<String, String> settings);

  /** The plug-in of this name, if it is installed. */
  static Optional<CertifiedComponentPlugin> find(String id) {
    return ServiceLoader.load(CertifiedComponentPlugin.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(plugin -> plugin.id().equals(id))
        .findFirst();
  }
}
