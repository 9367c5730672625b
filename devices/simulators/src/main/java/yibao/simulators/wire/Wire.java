package yibao.simulators.wire;

/** What a simulated device sees of its cable: a way to answer, and a way to fall out of it. */
public interface Wire {
  /**
   * Sends bytes to the host at the line's speed; returns when the last one has left. May be called
   * from any thread.
   */
  void send(byte[] bytes);

  /** Lets the cable fall out; the line comes back only when somebody plugs it in. */
  void drop();
}
