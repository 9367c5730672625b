package yibao.kiosk.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yibao.kiosk.store.Memory;

/**
 * Lets staff in: a password opens a session that ends after ten quiet minutes; after five wrong
 * passwords in a row nobody is let in for five minutes, whatever is restarted meanwhile. A few can
 * be in at the same time, at the terminal and at windows; one more ends the one quiet for longest.
 */
public final class StaffDoor {
  private static final Duration QUIET = Duration.ofMinutes(10);
  private static final Duration CLOSED = Duration.ofMinutes(5);
  private static final int MOST_WRONG = 5;
  private static final int MOST_SESSIONS = 16;

  private final ReentrantLock lock = new ReentrantLock();
  private final SecureRandom random = new SecureRandom();
  private final Accounts accounts;
  private final Memory memory;
  private final String name;
  private final InstantSource clock;

  /** By token, the one used last at the end. */
  private final LinkedHashMap<String, Session> sessions = new LinkedHashMap<>();

  /** Who may come in. */
  public interface Accounts {
    /** Whether nobody may: no account is configured. */
    boolean isEmpty();

    /** Whether the password is this number's; takes as long for a number that is not there. */
    boolean proves(String number, String password);

    /** Whether this number checks what others have done. */
    default boolean supervises(String number) {
      return false;
    }
  }

  /**
   * Wrong passwords since the last right one.
   *
   * @param closedUntil nobody is let in before
   */
  private record Wrongs(int inARow, Instant closedUntil) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3}) (\\d{1,15})");
    private static final Wrongs NONE = new Wrongs(0, Instant.EPOCH);

    static Wrongs read(String written) {
      Matcher parts = WRITTEN.matcher(written);
      return parts.matches()
          ? new Wrongs(
              Integer.parseInt(parts.group(1)),
              Instant.ofEpochMilli(Long.parseLong(parts.group(2))))
          : NONE;
    }

    String write() {
      return inARow + " " + closedUntil.toEpochMilli();
    }

    Wrongs oneMore(Instant now) {
      return inARow + 1 < MOST_WRONG
          ? new Wrongs(inARow + 1, closedUntil)
          : new Wrongs(0, now.plus(CLOSED));
    }
  }

  private record Session(String number, Instant lastUsed) {}

  /** How knocking ended. */
  sealed interface Knock {
    /** Come in with this token. */
    record Open(String token) implements Knock {}

    /** Number or password are wrong. */
    record Wrong() implements Knock {}

    /** Too many were wrong; not now. */
    record Closed() implements Knock {}

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

  Knock knock(String number, String password) {
    lock.lock();
    try {
      if (accounts.isEmpty()) {
        return new Knock.NoAccounts();
      }
      Wrongs wrongs = memory.recall(name).map(Wrongs::read).orElse(Wrongs.NONE);
      Instant now = clock.instant();
      // A clock set back must not keep the door closed for longer than it would have been.
      if (now.isBefore(wrongs.closedUntil())
          && now.plus(CLOSED).compareTo(wrongs.closedUntil()) >= 0) {
        return new Knock.Closed();
      }
      if (!accounts.proves(number, password)) {
        memory.remember(name, wrongs.oneMore(now).write());
        return new Knock.Wrong();
      }
      if (!wrongs.equals(Wrongs.NONE)) {
        memory.remember(name, Wrongs.NONE.write());
      }
      byte[] token = new byte[24];
      random.nextBytes(token);
      String word = HexFormat.of().formatHex(token);
      if (sessions.size() >= MOST_SESSIONS) {
        sessions.pollFirstEntry();
      }
      sessions.put(word, new Session(number, now));
      return new Knock.Open(word);
    } finally {
      lock.unlock();
    }
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
