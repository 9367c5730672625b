package yibao.demo;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the checkout's data lies; the launcher says it, so no command's help speaks of it. */
public final class CheckoutFolders {

  @Option(
      names = "--regions",
      paramLabel = "目录",
      defaultValue = "${sys:yibao.regions}",
      hidden = true)
  private Path regions;

  @Option(
      names = "--deploy",
      paramLabel = "目录",
      defaultValue = "${sys:yibao.deploy}",
      hidden = true)
  private Path deploy;

  /** The region packs, a folder each. */
  public Path regions() {
    return regions;
  }

  /** The {@code deploy} folder. */
  public Path deploy() {
    return deploy;
  }
}
