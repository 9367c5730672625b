package yibao.kiosk.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets staff in, one at a time: a password opens a session that ends after ten quiet minutes; after
 * five wrong passwords in a row nobody is let in for five minutes.
 */
public final class StaffDoor {
  private static final Duration QUIET = Duration.ofMinutes(10);
  private static final Duration CLOSED = Duration.ofMinutes(5);
  private static final int MOST_WRONG = 5;

  private final ReentrantLock lock = new ReentrantLock();
  private final SecureRandom random = new SecureRandom();
  private final Accounts accounts;
  private final InstantSource clock;
  private Optional<Session> session = Optional.empty();
  private int wrong;
  private Instant closedUntil = Instant.MIN;

  /** Who may come in. */
  public interface Accounts {
    /** Whether nobody may: no account is configured. */
    boolean isEmpty();

    /** Whether the password is this number's; takes as long for a number that is not there. */
    boolean proves(String number, String password);
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

  /** A door for these accounts. */
  public StaffDoor(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  Knock knock(String number, String password) {
    lock.lock();
    try {
      if (accounts.isEmpty()) {
        return new Knock.NoAccounts();
      }
      if (clock.instant().isBefore(closedUntil)) {
        return new Knock.Closed();
      }
      if (!accounts.proves(number, password)) {
        if (++wrong >= MOST_WRONG) {
          wrong = 0;
          closedUntil = clock.instant().plus(CLOSED);
        }
        return new Knock.Wrong();
      }
      wrong = 0;
      byte[] token = new byte[24];
      random.nextBytes(token);
      session = Optional.of(new Session(number, HexFormat.of().formatHex(token), clock.instant()));
      return new Knock.Open(session.get().token());
    } finally {
      lock.unlock();
    }
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
