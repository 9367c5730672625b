package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import yibao.kiosk.platform.transport.Fetched;

/**
 * Holds the day's sign_no: signs in (9001) when there is none, when the day has changed, and when
 * the platform no longer accepts the one held. Whoever waits while somebody signs in shares the
 * answer, also when it is none.
 */
final class SignIn {

  private final Fetched<Signed> held = new Fetched<>();
  private final ProvinceProfile profile;
  private final TerminalIdentity terminal;
  private final InstantSource clock;

  SignIn(ProvinceProfile profile, TerminalIdentity terminal, InstantSource clock) {
    this.profile = profile;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Whether we are signed in. */
  sealed interface Signed {
    /** With this sign_no, on this day. */
    record In(String number, LocalDate day) implements Signed {}

    /** We are not, and this is why. */
    record Not(String cause) implements Signed {}
  }

  /** Today's number, signing in if there is none. */
  Signed number(Exchange exchange) {
    return held.get(
        it -> it instanceof Signed.In(_, LocalDate day) && day.equals(today()),
        () -> signIn(exchange));
  }

  /** The platform no longer accepts this number; a newer one stays. */
  void forget(String number) {
    held.forget(it -> it instanceof Signed.In(String known, _) && known.equals(number));
  }

  /** Signs out where the province knows that, and forgets the number whatever the answer. */
  void out(Exchange exchange) {
    Optional<String> infno = profile.infno(Operation.SIGN_OUT);
    if (held.take().orElse(null) instanceof Signed.In(String number, _) && infno.isPresent()) {
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
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), EnvelopeWriter.ZONE);
  }

  private Signed signIn(Exchange exchange) {
    LocalDate day = today();
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
              .<Signed>map(number -> new Signed.In(number, day))
              .orElse(new Signed.Not("platform.not-understood"));
      case Ending.Refused _ -> new Signed.Not("platform.sign-in-refused");
      case Ending.NotSent(String cause) -> new Signed.Not(cause);
      case Ending.Unknown(String cause) -> new Signed.Not(cause);
    };
  }
}
