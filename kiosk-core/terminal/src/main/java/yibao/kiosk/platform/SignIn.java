package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds the day's sign_no: signs in (9001) when there is none, when the day has changed, and when
 * the platform no longer accepts the one held. Whoever waits while somebody signs in shares the
 * answer, also when it is none.
 */
final class SignIn {

  private record Held(String number, LocalDate day) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final ProvinceProfile profile;
  private final TerminalIdentity terminal;
  private final InstantSource clock;
  private Optional<Held> held = Optional.empty();
  private Optional<Signed> failed = Optional.empty();

  /** How many sign-ins have ended; read without the lock by whoever is about to wait for it. */
  private volatile int ended;

  SignIn(ProvinceProfile profile, TerminalIdentity terminal, InstantSource clock) {
    this.profile = profile;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Whether we are signed in. */
  sealed interface Signed {
    /** With this sign_no. */
    record In(String number) implements Signed {}

    /** We are not, and this is why. */
    record Not(String cause) implements Signed {}
  }

  /** Today's number, signing in if there is none. */
  Signed number(Exchange exchange) {
    int endedBefore = ended;
    lock.lock();
    try {
      LocalDate today = LocalDate.ofInstant(clock.instant(), EnvelopeWriter.ZONE);
      held = held.filter(it -> it.day().equals(today));
      if (held.isPresent()) {
        return new Signed.In(held.get().number());
      }
      // To ask a silent platform in turn would make the last of them wait for all the others.
      if (ended != endedBefore && failed.isPresent()) {
        return failed.get();
      }
      Signed signed = signIn(exchange);
      switch (signed) {
        case Signed.In(String number) -> {
          held = Optional.of(new Held(number, today));
          failed = Optional.empty();
        }
        case Signed.Not _ -> failed = Optional.of(signed);
      }
      ended++;
      return signed;
    } finally {
      lock.unlock();
    }
  }

  /** The platform no longer accepts this number; a newer one stays. */
  void forget(String number) {
    lock.lock();
    try {
      held = held.filter(it -> !it.number().equals(number));
    } finally {
      lock.unlock();
    }
  }

  /** Signs out where the province knows that, and forgets the number whatever the answer. */
  void out(Exchange exchange) {
    lock.lock();
    try {
      Optional<String> infno = profile.infno(Operation.SIGN_OUT);
      if (held.isPresent() && infno.isPresent()) {
        String number = held.get().number();
        Message message =
            Message.of(
                infno.get(),
                Optional.empty(),
                "signOut",
                JsonNodeFactory.instance
                    .objectNode()
                    .put("sign_no", number)
                    .put("opter_no", terminal.operator()));
        exchange.once(message, Optional.of(number));
      }
      held = Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private Signed signIn(Exchange exchange) {
    Message message =
        Message.of(
            profile.needed(Operation.SIGN_IN),
            Optional.empty(),
            "signIn",
            JsonNodeFactory.instance
                .objectNode()
                .put("opter_no", terminal.operator())
                .put("mac", terminal.mac())
                .put("ip", terminal.ip()));
    return switch (exchange.once(message, Optional.empty())) {
      case Ending.Done(var output) ->
          new Fields(output)
              .child("signinoutb")
              .text("sign_no")
              .<Signed>map(Signed.In::new)
              .orElse(new Signed.Not("platform.not-understood"));
      case Ending.Refused _ -> new Signed.Not("platform.sign-in-refused");
      case Ending.NotSent(String cause) -> new Signed.Not(cause);
      case Ending.Unknown(String cause) -> new Signed.Not(cause);
    };
  }
}
