package yibao.kiosk.hardware;

/** A lamp beside a camera. */
public interface Lamp {

  /** Switches it on or off; a lamp that fails stays as it is. */
  void shine(boolean on);

  /** A camera without a lamp. */
  static Lamp none() {
    return _ -> {};
  }
}
