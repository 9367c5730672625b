package yibao.kiosk.platform.transport;

import java.util.Map;

/** The bare envelope. */
public final class PlainTransport implements Transport {

  private final HttpPost post;

  /** A transport over {@code post}. */
  public PlainTransport(HttpPost post) {
    this.post = post;
  }

  @Override
  public Delivery send(String infno, byte[] message) {
    return post.send(Map.of(), message);
  }
}
