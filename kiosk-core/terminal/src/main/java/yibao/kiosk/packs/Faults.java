package yibao.kiosk.packs;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects the faults of one run; the same fault found twice is one. */
final class Faults {

  private final SortedSet<Fault> found = new TreeSet<>();

  void add(Fault fault) {
    found.add(fault);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  int count() {
    return found.size();
  }

  /** By file and line. */
  List<Fault> all() {
    return List.copyOf(found);
  }
}
