package yibao.simulators.wire;

/** A device at the far end of a wire. Every call comes from the wire's own thread. */
public interface WireDevice {
  /** Bytes of the host have arrived, in the pieces in which they arrived. */
  void hear(byte[] bytes, Wire wire);

  /** The cable was plugged in: whatever the device heard halfway is forgotten. */
  default void plugged(Wire wire) {}
}
