package yibao.simulators.wire;

import java.util.Arrays;

/**
 * A device whose cable falls out after so many bytes, counted both ways. Control calls may come
 * from any thread.
 */
public final class LinkCut implements WireDevice {
  private final WireDevice device;
  private int left = Integer.MAX_VALUE;
  private boolean cut;

  /**
   * @param device at the far end
   */
  public LinkCut(WireDevice device) {
    this.device = device;
  }

  /** Lets the cable fall out after so many more bytes; 0: at the next one. */
  public synchronized void after(int bytes) {
    left = bytes;
    cut = false;
  }

  /** Whether the cable has fallen out since. */
  public synchronized boolean happened() {
    return cut;
  }

  @Override
  public void hear(byte[] bytes, Wire wire) {
    byte[] through = pass(bytes);
    if (through.length > 0) {
      device.hear(through, new Cutting(wire));
    }
    dropIfCut(through, bytes, wire);
  }

  @Override
  public void plugged(Wire wire) {
    device.plugged(new Cutting(wire));
  }

  private synchronized byte[] pass(byte[] bytes) {
    int count = Math.min(left, bytes.length);
    if (left != Integer.MAX_VALUE) {
      left -= count;
    }
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }

  private void dropIfCut(byte[] through, byte[] bytes, Wire wire) {
    if (through.length < bytes.length) {
      synchronized (this) {
        left = Integer.MAX_VALUE;
        cut = true;
      }
      wire.drop();
    }
  }

  /** The device's way to answer, until the cable falls out. */
  private final class Cutting implements Wire {
    private final Wire wire;

    private Cutting(Wire wire) {
      this.wire = wire;
    }

    @Override
    public void send(byte[] bytes) {
      byte[] through = pass(bytes);
      wire.send(through);
      dropIfCut(through, bytes, wire);
    }

    @Override
    public void drop() {
      wire.drop();
    }
  }
}
