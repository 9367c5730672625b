package yibao.hall.accounts;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets staff in: a password opens a session that ends after thirty quiet minutes; after five wrong
 * passwords in a row a number is not let in for five minutes.
 */
public final class Door {
  private static final Duration QUIET = Duration.ofMinutes(30);
  private static final Duration CLOSED = Duration.ofMinutes(5);
  private static final int MOST_WRONG = 5;
  private static final int MOST = 200;

  private final ReentrantLock lock = new ReentrantLock();
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = oldestGoes();
  private final Map<String, Tried> tried = oldestGoes();
  private final Accounts accounts;
  private final InstantSource clock;

  private record Session(String number, Instant lastUsed) {}

  private record Tried(int wrong, Instant closedUntil) {}

  /** How knocking ended. */
  public sealed interface Knock {
    /** Come in with this token. */
    record Open(String token) implements Knock {}

    /** Number or password are wrong. */
    record Wrong() implements Knock {}

    /** Too many were wrong; not now. */
    record Closed() implements Knock {}

    /** There is no account at all. */
    record NoAccounts() implements Knock {}
  }

  /** A door for these accounts. */
  public Door(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Somebody wants in; takes as long as a password takes to check. */
  public Knock knock(String number, String password) {
    if (accounts.isEmpty()) {
      return new Knock.NoAccounts();
    }
    lock.lock();
    try {
      Instant now = clock.instant();
      Tried before = tried.getOrDefault(number, new Tried(0, Instant.MIN));
      if (now.isBefore(before.closedUntil())) {
        return new Knock.Closed();
      }
      if (!accounts.proves(number, password)) {
        int wrong = before.wrong() + 1;
        tried.put(
            number,
            wrong >= MOST_WRONG ? new Tried(0, now.plus(CLOSED)) : new Tried(wrong, Instant.MIN));
        return new Knock.Wrong();
      }
      tried.remove(number);
      byte[] bytes = new byte[24];
      random.nextBytes(bytes);
      String token = HexFormat.of().formatHex(bytes);
      sessions.put(token, new Session(number, now));
      return new Knock.Open(token);
    } finally {
      lock.unlock();
    }
  }

  /** Whose open session this is; keeps it open. */
  public Optional<String> whose(String token) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Optional<Session> session =
          Optional.ofNullable(sessions.get(token))
              .filter(it -> Duration.between(it.lastUsed(), now).abs().compareTo(QUIET) < 0);
      session.ifPresentOrElse(
          it -> sessions.put(token, new Session(it.number(), now)), () -> sessions.remove(token));
      return session.map(Session::number);
    } finally {
      lock.unlock();
    }
  }

  /** Ends a session. */
  public void leave(String token) {
    lock.lock();
    try {
      sessions.remove(token);
    } finally {
      lock.unlock();
    }
  }

  private static <V> Map<String, V> oldestGoes() {
    return new Bounded<>();
  }

  private static final class Bounded<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > MOST;
    }
  }
}
