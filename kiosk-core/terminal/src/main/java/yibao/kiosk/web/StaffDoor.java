package yibao.kiosk.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yibao.kiosk.store.Memory;

/**
 * Lets staff in, one at a time: a password opens a session that ends after ten quiet minutes; after
 * five wrong passwords in a row nobody is let in for five minutes, whatever is restarted meanwhile.
 */
public final class StaffDoor {
  private static final Duration QUIET = Duration.ofMinutes(10);
  private static final Duration CLOSED = Duration.ofMinutes(5);
  private static final int MOST_WRONG = 5;

  private final ReentrantLock lock = new ReentrantLock();
  private final SecureRandom random = new SecureRandom();
  private final Accounts accounts;
  private final Memory memory;
  private final String name;
  private final InstantSource clock;
  private Optional<Session> session = Optional.empty();

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

  private record Session(String number, String token, Instant lastUsed) {}

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
      session = Optional.of(new Session(number, HexFormat.of().formatHex(token), clock.instant()));
      return new Knock.Open(session.get().token());
    } finally {
      lock.unlock();
    }
  }

  /** Whether whoever is signed in checks what others have done. */
  boolean supervises() {
    return who().filter(accounts::supervises).isPresent();
  }

  /** Whether this token's session is open; keeps it open. */
  boolean isIn(String token) {
    lock.lock();
    try {
      Instant now = clock.instant();
      session =
          session.filter(it -> Duration.between(it.lastUsed(), now).abs().compareTo(QUIET) < 0);
      boolean in = session.filter(it -> it.token().equals(token)).isPresent();
      if (in) {
        session = session.map(it -> new Session(it.number(), token, now));
      }
      return in;
    } finally {
      lock.unlock();
    }
  }

  /** Staff number of whoever is in. */
  Optional<String> who() {
    lock.lock();
    try {
      return session.map(Session::number);
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      session = Optional.empty();
    } finally {
      lock.unlock();
    }
  }
}
