package yibao.kiosk.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import yibao.accounts.WrongTries;
import yibao.kiosk.store.Memory;

/**
 * Lets staff in: a password opens a session that ends after ten quiet minutes; after five wrong
 * passwords in a row nobody is let in for five minutes, whatever is restarted meanwhile. A few can
 * be in at the same time, at the terminal and at windows; one more ends the one quiet for longest.
 * Whoever is in already never waits for a password that is being checked.
 */
public final class StaffDoor {
  private static final Duration QUIET = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_SESSIONS = 16;

  /** One password at a time: each takes much memory, and the next one must see it counted. */
  private final Semaphore knocking = new Semaphore(1, true);

  /** Of the sessions alone. */
  private final ReentrantLock lock = new ReentrantLock();

  private final SecureRandom random = new SecureRandom();
  private final Accounts accounts;
  private final Memory memory;
  private final String name;
  private final InstantSource clock;

  /** Until when the door was closed that somebody has tried all the same. */
  private Instant triedClosed = Instant.EPOCH;

  /** By token, the one used last at the end. */
  private final LinkedHashMap<String, Session> sessions = new LinkedHashMap<>();

  /** Who may come in. */
  public interface Accounts {
    /** Whether nobody may: no account is configured. */
    boolean isEmpty();

    /** Whether the password is this number's; takes as long for a number that is not there. */
    boolean proves(String number, String password);

    /** Whether there is an account of this number. */
    default boolean knows(String number) {
      return false;
    }

    /** Whether this number checks what others have done. */
    default boolean supervises(String number) {
      return false;
    }
  }

  private record Session(String number, Instant lastUsed) {}

  /** How knocking ended. */
  sealed interface Knock {
    /** Come in with this token. */
    record Open(String token) implements Knock {}

    /** Number or password are wrong. */
    record Wrong() implements Knock {}

    /**
     * Too many were wrong; not now.
     *
     * @param first since it closed; those after it are not worth a line each
     */
    record Closed(boolean first) implements Knock {}

    /** No account is configured on this terminal. */
    record NoAccounts() implements Knock {}
  }

  /**
   * A door for these accounts.
   *
   * @param memory keeps count of wrong passwords over a restart
   * @param name of the door, in that memory
   */
  public StaffDoor(Accounts accounts, Memory memory, String name, InstantSource clock) {
    this.accounts = accounts;
    this.memory = memory;
    this.name = "door." + name;
    this.clock = clock;
  }

  /** Tries a password; takes as long as that takes, and as those before it. */
  Knock knock(String number, String password) {
    if (accounts.isEmpty()) {
      return new Knock.NoAccounts();
    }
    if (!comesToTheDoor()) {
      return new Knock.Closed(false);
    }
    try {
      WrongTries wrongs = memory.recall(name).map(WrongTries::read).orElse(WrongTries.NONE);
      Instant now = clock.instant();
      if (wrongs.closed(now)) {
        boolean first = !triedClosed.equals(wrongs.closedUntil());
        triedClosed = wrongs.closedUntil();
        return new Knock.Closed(first);
      }
      if (!accounts.proves(number, password)) {
        memory.remember(name, wrongs.oneMore(now).write());
        return new Knock.Wrong();
      }
      if (!wrongs.equals(WrongTries.NONE)) {
        memory.remember(name, WrongTries.NONE.write());
      }
      return new Knock.Open(open(number));
    } finally {
      knocking.release();
    }
  }

  private boolean comesToTheDoor() {
    try {
      return knocking.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A session of somebody who has proved who they are. */
  private String open(String number) {
    byte[] token = new byte[24];
    random.nextBytes(token);
    String word = HexFormat.of().formatHex(token);
    lock.lock();
    try {
      if (sessions.size() >= MOST_SESSIONS) {
        sessions.pollFirstEntry();
      }
      sessions.put(word, new Session(number, clock.instant()));
    } finally {
      lock.unlock();
    }
    return word;
  }

  /** Whether there is an account of this number. */
  public boolean knows(String number) {
    return accounts.knows(number);
  }

  /** Whether the staff of this number check what others have done. */
  boolean supervises(String number) {
    return accounts.supervises(number);
  }

  /** Staff number of whoever is in by this token, whose session stays open by that. */
  Optional<String> enter(String token) {
    lock.lock();
    try {
      Instant now = clock.instant();
      sessions
          .values()
          .removeIf(it -> Duration.between(it.lastUsed(), now).abs().compareTo(QUIET) >= 0);
      Optional<String> number = Optional.ofNullable(sessions.remove(token)).map(Session::number);
      number.ifPresent(it -> sessions.put(token, new Session(it, now)));
      return number;
    } finally {
      lock.unlock();
    }
  }

  void leave(String token) {
    lock.lock();
    try {
      sessions.remove(token);
    } finally {
      lock.unlock();
    }
  }
}
