package yibao.hall.accounts;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import yibao.accounts.Accounts;
import yibao.accounts.Role;

/**
 * Lets staff in: a password opens a session that ends after thirty quiet minutes; after five wrong
 * passwords in a row a number is not let in for five minutes. Whoever is in already never waits for
 * a password that is being checked.
 */
public final class Door {
  private static final Duration QUIET = Duration.ofMinutes(30);
  private static final Duration CLOSED = Duration.ofMinutes(5);
  private static final int MOST_WRONG = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST = 200;

  /** One password at a time: each takes much memory, and the next one must see it counted. */
  private final Semaphore knocking = new Semaphore(1, true);

  /** Of the sessions alone. */
  private final ReentrantLock lock = new ReentrantLock();

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = oldestGoes();
  private final Map<String, Lockouts.Tried> tried = oldestGoes();

  /** Until when a number was closed that somebody has tried all the same. */
  private final Map<String, Instant> triedClosed = oldestGoes();

  private final Accounts accounts;
  private final Lockouts lockouts;
  private final InstantSource clock;

  /**
   * Who is within.
   *
   * @param number staff number
   */
  public record Within(String number, Role role) {}

  private record Session(Within who, Instant lastUsed) {}

  /** How knocking ended. */
  public sealed interface Knock {
    /** Come in with this token. */
    record Open(String token, Within who) implements Knock {}

    /** Number or password are wrong. */
    record Wrong() implements Knock {}

    /**
     * Too many were wrong; not now.
     *
     * @param first since it closed; those after it are not worth a line each
     */
    record Closed(boolean first) implements Knock {}

    /** There is no account at all. */
    record NoAccounts() implements Knock {}
  }

  /** A door for these accounts; asks at once what is known of wrong passwords. */
  public Door(Accounts accounts, Lockouts lockouts, InstantSource clock) {
    this.accounts = accounts;
    this.lockouts = lockouts;
    this.clock = clock;
    tried.putAll(lockouts.all());
  }

  /** Somebody wants in; takes as long as a password takes to check, and those before it. */
  public Knock knock(String number, String password) {
    if (accounts.isEmpty()) {
      return new Knock.NoAccounts();
    }
    if (!comesToTheDoor()) {
      return new Knock.Closed(false);
    }
    try {
      Instant now = clock.instant();
      Lockouts.Tried before = tried.getOrDefault(number, new Lockouts.Tried(0, Instant.EPOCH));
      if (now.isBefore(before.until())) {
        return new Knock.Closed(!before.until().equals(triedClosed.put(number, before.until())));
      }
      Optional<Role> role = accounts.proves(number, password);
      if (role.isEmpty()) {
        countWrong(number, before, now);
        return new Knock.Wrong();
      }
      if (tried.remove(number) != null) {
        lockouts.forget(number);
      }
      Within who = new Within(number, role.get());
      return new Knock.Open(open(who), who);
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

  private void countWrong(String number, Lockouts.Tried before, Instant now) {
    int wrong = before.wrong() + 1;
    Lockouts.Tried after =
        wrong >= MOST_WRONG
            ? new Lockouts.Tried(0, now.plus(CLOSED))
            : new Lockouts.Tried(wrong, Instant.EPOCH);
    tried.put(number, after);
    // Numbers of nobody must not fill the disk.
    if (accounts.knows(number)) {
      lockouts.keep(number, after);
    }
  }

  /** A session of somebody who has proved who they are. */
  private String open(Within who) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    lock.lock();
    try {
      sessions.put(token, new Session(who, clock.instant()));
    } finally {
      lock.unlock();
    }
    return token;
  }

  /** Whose open session this is; keeps it open. */
  public Optional<Within> whose(String token) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Optional<Session> session =
          Optional.ofNullable(sessions.get(token))
              .filter(it -> Duration.between(it.lastUsed(), now).abs().compareTo(QUIET) < 0);
      session.ifPresentOrElse(
          it -> sessions.put(token, new Session(it.who(), now)), () -> sessions.remove(token));
      return session.map(Session::who);
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
