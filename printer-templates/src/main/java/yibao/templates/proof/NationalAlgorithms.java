package yibao.templates.proof;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The national algorithms 国密, SM2 and SM3, which the JDK lacks: Bouncy Castle, asked directly, not
 * registered. Ask only where a key is of that kind: it takes a tenth of a terminal's start and
 * several megabytes.
 */
public final class NationalAlgorithms {
  private static final Provider PROVIDER = new BouncyCastleProvider();

  private NationalAlgorithms() {}

  /** Who knows them. */
  public static Provider provider() {
    return PROVIDER;
  }
}
