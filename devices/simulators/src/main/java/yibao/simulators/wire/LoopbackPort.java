package yibao.simulators.wire;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.locks.LockSupport;

/** Ports of this machine that are let go and taken again, as a cable is pulled and plugged in. */
final class LoopbackPort {
  private static final long AGAIN_NANOS = 5_000_000;
  private static final int TRIES = 400;

  private LoopbackPort() {}

  /**
   * Listens. A socket that is closed while somebody waits at it lets its port go a moment later:
   * that moment is waited for.
   *
   * @param port 0 for any free one
   */
  static ServerSocket listen(int port) throws IOException {
    for (int attempt = 1; ; attempt++) {
      ServerSocket server = new ServerSocket();
      try {
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return server;
      } catch (BindException e) {
        server.close();
        if (attempt == TRIES) {
          throw e;
        }
        LockSupport.parkNanos(AGAIN_NANOS);
      }
    }
  }
}
