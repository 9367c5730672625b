package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.platform.ProvinceProfile.Answers;
import yibao.kiosk.platform.transport.Transport;

/**
 * One transaction from envelope to ending: signs in when needed and repeats a message only where
 * the platform said that it did nothing.
 */
final class Exchange {

  private static final int ATTEMPTS = 3;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(EnvelopeWriter.ZONE);

  private final JsonMapper mapper = new JsonMapper();
  private final ProvinceProfile profile;
  private final EnvelopeWriter envelopes;
  private final Transport transport;
  private final SignIn signIn;
  private final Consumer<Instant> told;

  /** Exchanges messages; {@code told} hears the platform's time with each answer. */
  Exchange(
      ProvinceProfile profile,
      EnvelopeWriter envelopes,
      Transport transport,
      SignIn signIn,
      Consumer<Instant> told) {
    this.profile = profile;
    this.envelopes = envelopes;
    this.transport = transport;
    this.signIn = signIn;
    this.told = told;
  }

  Ending of(Message message) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      switch (signIn.number(this)) {
        case SignIn.Signed.Not(String cause) -> {
          return new Ending.NotSent(cause);
        }
        case SignIn.Signed.In(String number, _) -> {
          Optional<Ending> ending = settle(once(message, Optional.of(number)), number);
          if (ending.isPresent()) {
            return ending.get();
          }
        }
      }
    }
    return new Ending.NotSent("platform.sign-in-refused");
  }

  /** What an ending amounts to by the profile; empty when the message may be sent once more. */
  private Optional<Ending> settle(Ending ending, String signNumber) {
    if (!(ending instanceof Ending.Refused refused)) {
      return Optional.of(ending);
    }
    Answers answers = profile.answers();
    if (answers.notNow().contains(refused.code())) {
      return Optional.of(new Ending.NotSent("platform.not-now"));
    }
    if (answers.undetermined().contains(refused.code())) {
      return Optional.of(new Ending.Unknown("platform.undetermined"));
    }
    if (answers.signInAgain().contains(refused.code())) {
      signIn.forget(signNumber);
      return Optional.empty();
    }
    return answers.messageRepeated().contains(refused.code())
        ? Optional.empty()
        : Optional.of(refused);
  }

  /** Sends one message once. */
  Ending once(Message message, Optional<String> signNumber) {
    byte[] envelope = envelopes.write(message, signNumber);
    return switch (transport.send(message.infno(), envelope)) {
      case Transport.Delivery.Answered(byte[] body) -> read(body);
      case Transport.Delivery.NotSent(String cause) -> new Ending.NotSent(cause);
      case Transport.Delivery.Lost(String cause) -> new Ending.Unknown(cause);
    };
  }

  private Ending read(byte[] body) {
    JsonNode answer;
    try {
      answer = mapper.readTree(body);
    } catch (IOException garbage) {
      return new Ending.Unknown("platform.not-understood");
    }
    Fields fields = new Fields(answer);
    Optional<String> code = fields.text("infcode");
    if (code.isEmpty()) {
      return new Ending.Unknown("platform.not-understood");
    }
    fields.text("respond_time").flatMap(Exchange::time).ifPresent(told);
    JsonNode output = answer.path("output");
    return profile.answers().success().contains(code.get())
        ? new Ending.Done(output)
        : new Ending.Refused(code.get(), fields.text("err_msg").orElse(""), output);
  }

  /** Gateways differ in how many of the seventeen digits they fill. */
  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.from(SECONDS.parse(Fields.beforeLeap(text, 12).substring(0, 14))));
    } catch (DateTimeException | IndexOutOfBoundsException notATime) {
      return Optional.empty();
    }
  }
}
