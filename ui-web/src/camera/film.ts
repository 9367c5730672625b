/** How a film is made. */
export interface Filming<F, S> {
  /** The picture now, where there is one. */
  readonly grab: () => F | undefined;
  /** Shows it to the service. */
  readonly show: (frame: F) => Promise<S | undefined>;
  /** Hears what the service saw. */
  readonly seen: (what: S) => void;
  /** There has been no picture for long. */
  readonly dark: () => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** At most ten frames a second. */
export const PACE_MS = 100;

/** A camera that shows nothing for this long is not merely warming up. */
export const DARK_MS = 6_000;

/** Films until it is stopped: one frame at a time, the next one only when the last has been looked at. */
export function film<F, S>(filming: Filming<F, S>): () => void {
  let stopped = false;
  void (async () => {
    let lastPicture = filming.now();
    while (!stopped) {
      const began = filming.now();
      const frame = filming.grab();
      if (frame === undefined) {
        if (began - lastPicture >= DARK_MS) {
          lastPicture = began;
          filming.dark();
        }
      } else {
        lastPicture = began;
        const what = await filming.show(frame);
        // The screen may have changed while the service looked.
        if (what !== undefined && !stopped) filming.seen(what);
      }
      await filming.wait(Math.max(0, began + PACE_MS - filming.now()));
    }
  })();
  return () => {
    stopped = true;
  };
}

/** Lets a word through once it has come several times in a row, so that a sentence on the screen does not flicker. */
export function steady<W>(times: number, say: (word: W) => void): (word: W) => void {
  let last: W | undefined;
  let count = 0;
  return (word) => {
    count = word === last ? count + 1 : 1;
    last = word;
    if (count === times) say(word);
  };
}
