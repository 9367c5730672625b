package yibao.kiosk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import yibao.kiosk.calendar.Timekeeper;

/**
 * The pages that listen, each by the name it gave itself when it was loaded. A visit belongs to the
 * page it stands on: a page that is suddenly gone has crashed, and no other may go on with its
 * visit. Safe for use by several threads.
 */
final class Pages {

  /** The header in which a page names itself when it moves the journey. */
  static final String NAME = "Yibao-Page";

  private static final int LONGEST_NAME = 64;

  private final Timekeeper time;
  private final AtomicReference<Here> here;

  Pages(Timekeeper time) {
    this.time = time;
    this.here = new AtomicReference<>(new Here(List.of(), Optional.empty(), OptionalLong.empty()));
  }

  /**
   * Who listens.
   *
   * @param names of the pages, one for each stream
   * @param lost the last to go, where it did not go by itself and none has come since
   * @param alone nanoseconds since when no page listens
   */
  private record Here(List<String> names, Optional<String> lost, OptionalLong alone) {

    Here with(String name) {
      List<String> more = new ArrayList<>(names);
      more.add(name);
      return new Here(List.copyOf(more), Optional.empty(), OptionalLong.empty());
    }

    Here without(String name, boolean byItself, long now) {
      List<String> fewer = new ArrayList<>(names);
      fewer.remove(name);
      return fewer.isEmpty()
          ? new Here(
              List.of(), byItself ? Optional.empty() : Optional.of(name), OptionalLong.of(now))
          : new Here(List.copyOf(fewer), Optional.empty(), OptionalLong.empty());
    }

    /** Whether this page comes in the place of one that was lost. */
    boolean replacedBy(String name) {
      return names.isEmpty() && lost.isPresent() && !lost.get().equals(name);
    }
  }

  /** Whether this can be a page's name. */
  static boolean isName(String name) {
    return !name.isEmpty() && name.length() <= LONGEST_NAME;
  }

  /**
   * A page begins to listen.
   *
   * @return whether it comes in the place of one that was lost, with whatever visit stood on it
   */
  boolean comes(String name) {
    return here.getAndUpdate(now -> now.with(name)).replacedBy(name);
  }

  /**
   * A page listens no more.
   *
   * @param byItself whether it was told to go, as at the end of each visit
   */
  void goes(String name, boolean byItself) {
    long now = time.nanos();
    here.updateAndGet(before -> before.without(name, byItself, now));
  }

  /** Whether a page of this name listens, or did so last and may be back any moment. */
  boolean know(String name) {
    Here now = here.get();
    return now.names.contains(name) || now.lost.filter(name::equals).isPresent();
  }

  /** Since when no page listens, in the clock's nanoseconds; empty before the first has gone. */
  OptionalLong alone() {
    return here.get().alone;
  }
}
