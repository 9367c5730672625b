package yibao.kiosk.filing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.platform.ProvinceProfile;
import yibao.kiosk.platform.TerminalIdentity;
import yibao.kiosk.platform.transport.HttpPost;
import yibao.kiosk.platform.transport.PlainTransport;
import yibao.kiosk.platform.transport.Transport;
import yibao.sandbox.SandboxPlatform;

/** The line from a terminal in Xining to a sandbox, as a terminal's own is put together. */
public final class SandboxLine {

  private SandboxLine() {}

  /** The province as one terminal sees it. */
  public static NationalPlatform open(String terminal, Transport transport, HandMadeTime time)
      throws IOException {
    return new NationalPlatform(
        ProvinceProfile.read(Path.of("../../deploy/provinces/sandbox.yaml")),
        new TerminalIdentity(
            "630100",
            "H63010000001",
            "西宁大厅",
            "kiosk",
            "自助终端",
            terminal,
            "02:00:00:00:00:01",
            "127.0.0.1"),
        transport,
        time);
  }

  /** Posts to the sandbox, wherever it listens at the moment. */
  public static Transport to(SandboxPlatform sandbox) {
    return (infno, message) ->
        new PlainTransport(
                new HttpPost(
                    sandbox.address(),
                    new HttpPost.Patience(Duration.ofSeconds(5), Duration.ofSeconds(30))))
            .send(infno, message);
  }
}
