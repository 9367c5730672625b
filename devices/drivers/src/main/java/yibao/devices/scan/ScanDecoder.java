package yibao.devices.scan;

/**
 * Tells codes and replies apart in what an engine sends. Total and bounded: any bytes end in a
 * code, a reply, or nothing.
 */
interface ScanDecoder {
  /** Takes the next byte of the line. */
  void accept(int value, Sink sink);

  /** The line fell silent: what was begun is either whole or worth nothing. */
  void silence(Sink sink);

  /** What was begun belongs to nobody any more: the next byte begins something new. */
  void forget();

  /** Whether something was begun. */
  boolean begun();

  /** Takes what was found. */
  interface Sink {
    /** A code was read. */
    void code(byte[] content);

    /** A code was begun and its end never came. */
    void cut();

    /** The engine obeyed. */
    void acknowledged();

    /** The engine did not obey. */
    void refused();

    /** The engine wants to hear this. */
    void reply(byte[] bytes);
  }
}
