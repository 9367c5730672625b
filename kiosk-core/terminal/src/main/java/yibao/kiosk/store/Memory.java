package yibao.kiosk.store;

import java.util.Optional;

/** Small things the terminal must know again after a start. Nothing of a person belongs here. */
public interface Memory {

  /** What was remembered under this name last. */
  Optional<String> recall(String name);

  /** Remembers, on the disk, in place of what was there. */
  void remember(String name, String value);
}
