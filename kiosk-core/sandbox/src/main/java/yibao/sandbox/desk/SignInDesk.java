package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Gate;
import yibao.sandbox.envelope.Request;

/** 9001 and 9002. A sign_no is good for the organisation it was given to, until midnight. */
final class SignInDesk {

  private static final List<Field> SIGN_IN =
      List.of(Field.required("opter_no", 20), Field.required("mac", 20), Field.required("ip", 20));
  private static final List<Field> SIGN_OUT =
      List.of(Field.required("sign_no", 30), Field.required("opter_no", 20));
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private record Visit(String organisation, LocalDate day) {}

  private final InstantSource clock;
  private final Map<String, Visit> visits = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();

  SignInDesk(InstantSource clock) {
    this.clock = clock;
  }

  Answer signIn(Request request) {
    Optional<String> fault = new Inputs(request.input("signIn")).fault(SIGN_IN);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    LocalDate today = today();
    visits.values().removeIf(visit -> visit.day().isBefore(today));
    String number =
        "S%d%s%06d"
            .formatted(
                clock.instant().toEpochMilli(),
                today.format(DateTimeFormatter.BASIC_ISO_DATE),
                count.incrementAndGet() % 1_000_000);
    visits.put(number, new Visit(request.organisation(), today));
    return Answer.of(answer("signinoutb").put("sign_no", number).parent());
  }

  Answer signOut(Request request) {
    Inputs input = new Inputs(request.input("signOut"));
    Optional<String> fault = input.fault(SIGN_OUT);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    visits.remove(input.text("sign_no"));
    return Answer.of(answer("signoutoutb").parent());
  }

  boolean isSignedIn(Request request) {
    return request
        .signNumber()
        .map(visits::get)
        .filter(visit -> visit.equals(new Visit(request.organisation(), today())))
        .isPresent();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Gate.ZONE);
  }

  private record Named(ObjectNode parent, ObjectNode child) {
    Named put(String name, String value) {
      child.put(name, value);
      return this;
    }
  }

  private Named answer(String name) {
    ObjectNode parent = JsonNodeFactory.instance.objectNode();
    return new Named(parent, parent.putObject(name))
        .put("sign_time", TIME.format(LocalDateTime.ofInstant(clock.instant(), Gate.ZONE)));
  }
}
