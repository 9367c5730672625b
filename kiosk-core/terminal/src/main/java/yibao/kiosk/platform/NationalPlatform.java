package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import yibao.kiosk.platform.ProvinceProfile.Answers;
import yibao.kiosk.platform.transport.Transport;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.InsuranceKind;

/** A province's platform behind the national envelope. */
public final class NationalPlatform implements Platform, Withdrawals, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(NationalPlatform.class.getName());
  private static final String NOT_UNDERSTOOD = "platform.not-understood";

  private final ProvinceProfile profile;
  private final SignIn signIn;
  private final Exchange exchange;
  private final PersonMapping persons;
  private final FilingMapping filings;
  private final NationalEnquiries enquiries;

  /** A platform of this profile, reached by this transport as this terminal. */
  public NationalPlatform(
      ProvinceProfile profile,
      TerminalIdentity terminal,
      Transport transport,
      InstantSource clock) {
    this(profile, terminal, transport, clock, _ -> {});
  }

  /**
   * A platform of this profile, reached by this transport as this terminal.
   *
   * @param told hears the platform's time 响应报文时间 with each answer
   */
  public NationalPlatform(
      ProvinceProfile profile,
      TerminalIdentity terminal,
      Transport transport,
      InstantSource clock,
      Consumer<Instant> told) {
    this.profile = profile;
    signIn = new SignIn(profile, terminal, clock);
    int firstSerial = ThreadLocalRandom.current().nextInt(10_000);
    exchange =
        new Exchange(
            profile,
            new EnvelopeWriter(profile, terminal, clock, firstSerial),
            transport,
            signIn,
            told);
    persons = new PersonMapping(profile);
    filings = new FilingMapping(profile, persons);
    enquiries = new NationalEnquiries(profile, exchange, filings);
  }

  /** What else may be asked over the same sign-in. */
  public Enquiries enquiries() {
    return enquiries;
  }

  /** Sends scans over the same sign-in. */
  public Attachments attachments() {
    return new NationalAttachments(new Asking(profile, exchange));
  }

  /** Keeps points of the audit record, over the same sign-in. */
  public Witness witness() {
    return new NationalWitness(new Asking(profile, exchange));
  }

  /** Takes ratings, over the same sign-in. */
  public RatingDesk ratingDesk() {
    return new NationalRatingDesk(new Asking(profile, exchange));
  }

  /** What a window does with what was handed in here, over the same sign-in. */
  public WindowDesk windowDesk() {
    return new NationalWindowDesk(profile, new Asking(profile, exchange), filings);
  }

  /** The platform's book of this terminal's filings, over the same sign-in. */
  public DayBook dayBook() {
    return enquiries;
  }

  @Override
  public Reply<PersonFound> findPerson(PresentedCredential credential) {
    Ending ending =
        exchange.of(
            Message.of(
                profile.needed(Operation.PERSON),
                Optional.empty(),
                "data",
                persons.ask(credential)));
    if (ending instanceof Ending.Refused refused
        && answers().personNotKnown().contains(refused.code())) {
      return new Reply.Answered<>(new PersonFound.NotKnown());
    }
    return Asking.reply(ending, output -> new PersonFound.Known(persons.person(output)));
  }

  @Override
  public Reply<List<Contribution>> contributions(
      String personNumber, InsuranceKind kind, String insuredPlace, YearMonth from, YearMonth to) {
    return new Asking(profile, exchange)
        .about(
            new Enquiries.Subject(personNumber, insuredPlace),
            Operation.CONTRIBUTIONS,
            persons.askContributions(kind, from, to),
            persons::contributions);
  }

  @Override
  public FilingReply submit(FilingDraft draft) {
    Optional<Message> message;
    try {
      message = filings.submit(draft);
    } catch (NotMapped gap) {
      LOG.log(
          System.Logger.Level.ERROR,
          "[profile.no-code] the profile has no code for {0}",
          gap.getMessage());
      return new FilingReply.CannotSend("platform.value-not-mapped");
    }
    if (message.isEmpty()) {
      return new FilingReply.CannotSend("platform.operation-not-mapped");
    }
    return switch (exchange.of(message.get())) {
      case Ending.Done(JsonNode output) ->
          understood(it -> filings.taken(draft.operation(), it), output);
      case Ending.Refused(String code, _, JsonNode output)
          when answers().alreadyFiled().contains(code) ->
          understood(filings::alreadyFiled, output);
      case Ending.Refused(String code, String words, _) -> new FilingReply.Refused(code, words);
      case Ending.NotSent(String cause) -> new FilingReply.NotSent(cause);
      case Ending.Unknown(String cause) -> new FilingReply.Unknown(cause);
    };
  }

  @Override
  public boolean takes(String operation) {
    return filings.takes(operation);
  }

  /**
   * {@inheritDoc}
   *
   * <p>That a question failed or was refused says nothing about the filing: it stays unknown.
   */
  @Override
  public FilingReply askFiling(FilingKey key) {
    return switch (exchange.of(filings.ask(key))) {
      case Ending.Done(JsonNode output) -> understood(filings::taken, output);
      case Ending.Refused(String code, _, _) when answers().filingNotThere().contains(code) ->
          new FilingReply.NotThere();
      case Ending.Refused _ -> new FilingReply.Unknown("platform.question-refused");
      case Ending.NotSent(String cause) -> new FilingReply.Unknown(cause);
      case Ending.Unknown(String cause) -> new FilingReply.Unknown(cause);
    };
  }

  @Override
  public FilingReply withdraw(String number, String certificateNumber) {
    Optional<String> infno = profile.infno(Operation.WITHDRAW);
    if (infno.isEmpty()) {
      return new FilingReply.NotSent("platform.not-offered");
    }
    return switch (exchange.of(filings.withdraw(infno.get(), number, certificateNumber))) {
      case Ending.Done(JsonNode output) -> understood(filings::taken, output);
      case Ending.Refused(String code, _, _) when answers().filingNotThere().contains(code) ->
          new FilingReply.NotThere();
      case Ending.Refused(String code, String words, _) ->
          new FilingReply.Refused(
              answers().tooLate().contains(code) ? Withdrawals.TOO_LATE : code, words);
      case Ending.NotSent(String cause) -> new FilingReply.NotSent(cause);
      case Ending.Unknown(String cause) -> new FilingReply.Unknown(cause);
    };
  }

  /**
   * Signs in ahead of the first citizen, who would otherwise wait for that; a platform that does
   * not answer is asked again when it is needed.
   */
  public void warmUp() {
    signIn.number(exchange);
  }

  /** Signs out, if signed in; a platform that does not answer is left alone. */
  @Override
  public void close() {
    signIn.out(exchange);
  }

  private Answers answers() {
    return profile.answers();
  }

  private static FilingReply understood(
      Function<JsonNode, ? extends FilingReply> reader, JsonNode output) {
    try {
      return reader.apply(output);
    } catch (NotUnderstood fault) {
      return new FilingReply.Unknown(NOT_UNDERSTOOD);
    }
  }
}
