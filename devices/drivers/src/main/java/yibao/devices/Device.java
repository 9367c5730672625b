package yibao.devices;

/** An opened device. Belongs to one thread, which also closes it. */
public interface Device extends AutoCloseable {
  /** Whether its line is gone; looks without sending anything. */
  boolean lost();

  /** Closes its line; never fails and may be repeated. */
  @Override
  void close();
}
