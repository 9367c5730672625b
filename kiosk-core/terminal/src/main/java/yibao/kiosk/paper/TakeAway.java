package yibao.kiosk.paper;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import yibao.kiosk.calendar.Timekeeper;

/**
 * Hands a paper to the citizen's phone instead of a printer: under an address nobody can guess,
 * once, for two minutes, and no longer than the visit. One paper at a time, in memory only.
 */
public final class TakeAway {
  /** Long enough to find the camera, short enough that nobody comes by later. */
  public static final Duration LIFE = Duration.ofMinutes(2);

  private static final int SECRET_BYTES = 20;

  private final URI base;
  private final Timekeeper time;
  private final SecureRandom random;
  private Optional<Waiting> waiting = Optional.empty();

  /**
   * What a phone asks for.
   *
   * @param address scanned by the phone; holds nothing but a secret
   * @param until when it stops working
   */
  public record Link(URI address, Instant until) {}

  /**
   * A paper as a file.
   *
   * @param name for the phone; nothing personal
   * @param type its media type
   */
  public record Parcel(String name, String type, byte[] content) {}

  private record Waiting(String secret, Parcel parcel, Timekeeper.Alarm end, Runnable taken) {}

  /**
   * Papers under an address.
   *
   * @param base of the hall's listener as phones reach it, ending with a slash
   */
  public TakeAway(URI base, Timekeeper time, SecureRandom random) {
    this.base = base;
    this.time = time;
    this.random = random;
  }

  /**
   * Offers a paper, in place of the one before.
   *
   * @param taken called once it has been handed over
   */
  public synchronized Link offer(Paper paper, Runnable taken) {
    withdraw();
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String word = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Timekeeper.Alarm end = time.after(LIFE, () -> expire(word));
    waiting = Optional.of(new Waiting(word, paper.parcel(), end, taken));
    return new Link(base.resolve("take/" + word), time.instant().plus(LIFE));
  }

  /** Takes the offer back. */
  public synchronized void withdraw() {
    waiting.ifPresent(w -> w.end().cancel());
    waiting = Optional.empty();
  }

  /** Whether a paper waits under this secret; asking does not take it. */
  public synchronized boolean waits(String secret) {
    return waiting.filter(w -> w.secret().equals(secret)).isPresent();
  }

  /** The paper under this secret; nobody gets it again. */
  public Optional<Parcel> take(String secret) {
    Optional<Waiting> found;
    synchronized (this) {
      found = waiting.filter(w -> w.secret().equals(secret));
      found.ifPresent(_ -> withdraw());
    }
    found.ifPresent(w -> w.taken().run());
    return found.map(Waiting::parcel);
  }

  private synchronized void expire(String secret) {
    if (waits(secret)) {
      waiting = Optional.empty();
    }
  }
}
