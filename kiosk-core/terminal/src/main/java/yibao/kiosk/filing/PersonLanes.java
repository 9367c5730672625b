package yibao.kiosk.filing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;

/**
 * The unanswered filings by person: those of one person go one after another, those of different
 * persons do not wait for each other. Whoever works on a lane holds it alone.
 *
 * <p>Only keys are kept, and persons only as salted digests: an image of the memory names nobody.
 */
final class PersonLanes {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition released = lock.newCondition();
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final byte[] salt = new byte[16];
  private int waiting;
  private long bytes;

  PersonLanes() {
    new SecureRandom().nextBytes(salt);
  }

  /** One person's unanswered filings. Its methods are for whoever holds it. */
  final class Lane {
    private final String tag;
    private final SequencedMap<FilingKey, Long> bytesByKey = new LinkedHashMap<>();
    private boolean held;
    private boolean resting;
    private int failures;
    private Timekeeper.Alarm alarm = () -> {};

    private Lane(String tag) {
      this.tag = tag;
    }

    /** The filing whose turn it is. */
    FilingKey head() {
      return locked(() -> bytesByKey.sequencedKeySet().getFirst());
    }

    /** Whether the filing waits in this lane. */
    boolean holds(FilingKey key) {
      return locked(() -> bytesByKey.containsKey(key));
    }

    /** The filing whose turn it was has its answer, or is not in the journal. */
    void headAnswered() {
      locked(
          () -> {
            bytes -= bytesByKey.pollFirstEntry().getValue();
            waiting--;
            failures = 0;
            return null;
          });
    }

    /** Counts an attempt without an answer, and returns how many there were in a row. */
    int headFailed() {
      return locked(() -> ++failures);
    }
  }

  /** How many filings wait in all. */
  int waiting() {
    return locked(() -> waiting);
  }

  /** How many bytes of scans go with them. */
  long bytes() {
    return locked(() -> bytes);
  }

  /** Puts a filing behind the others of its person; once is enough. */
  void join(FilingDraft draft) {
    locked(
        () -> {
          Lane lane = lanes.computeIfAbsent(tag(draft), Lane::new);
          long size = draft.attachments().stream().mapToLong(Attachment::size).sum();
          if (lane.bytesByKey.putIfAbsent(draft.key(), size) == null) {
            waiting++;
            bytes += size;
          }
          return null;
        });
  }

  /**
   * Waits until nobody works on the person's lane and holds it.
   *
   * @return empty where the wait took longer than {@code limit}, or nothing waits for this person
   */
  Optional<Lane> hold(FilingDraft draft, Duration limit) throws InterruptedException {
    String tag = tag(draft);
    long left = limit.toNanos();
    lock.lockInterruptibly();
    try {
      for (Lane lane = lanes.get(tag); lane != null; lane = lanes.get(tag)) {
        if (!lane.held) {
          lane.held = true;
          return Optional.of(lane);
        }
        if (left <= 0) {
          return Optional.empty();
        }
        left = released.awaitNanos(left);
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Holds the lane that is free and has not had its turn for longest. */
  Optional<Lane> holdNext() {
    return locked(
        () -> {
          Optional<Lane> free =
              lanes.values().stream().filter(lane -> !lane.held && !lane.resting).findFirst();
          free.ifPresent(
              lane -> {
                lane.held = true;
                lanes.remove(lane.tag);
                lanes.put(lane.tag, lane);
              });
          return free;
        });
  }

  /** Gives a lane back; it may have its next turn at once. */
  void release(Lane lane) {
    locked(
        () -> {
          lane.alarm.cancel();
          lane.resting = false;
          lane.held = false;
          if (lane.bytesByKey.isEmpty()) {
            lanes.remove(lane.tag, lane);
          }
          released.signalAll();
          return null;
        });
  }

  /**
   * Gives a lane back and keeps it from {@link #holdNext} for a while.
   *
   * @param then called when the while has passed
   */
  void rest(Lane lane, Duration pause, Timekeeper time, Runnable then) {
    release(lane);
    locked(
        () -> {
          lane.resting = true;
          lane.alarm =
              time.after(
                  pause,
                  () -> {
                    locked(() -> lane.resting = false);
                    then.run();
                  });
          return null;
        });
  }

  private String tag(FilingDraft draft) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      String person =
          draft.personNumber().isEmpty() ? draft.certificateNumber() : draft.personNumber();
      return HexFormat.of().formatHex(digest.digest(person.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
