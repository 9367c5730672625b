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

  /** Whether something was begun. */
  boolean begun();

  /** Takes what was found. */
  interface Sink {
    /** A code was read. */
    void code(byte[] content);

    /** The engine obeyed. */
    void acknowledged();

    /** The engine did not obey. */
    void refused();

    /** The engine wants to hear this. */
    void reply(byte[] bytes);
  }
}
