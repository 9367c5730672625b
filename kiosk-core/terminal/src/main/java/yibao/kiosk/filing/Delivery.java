package yibao.kiosk.filing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.Platform;
import yibao.kiosk.record.EarlierFiling;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.FilingJournal;
import yibao.kiosk.store.StoreFault;

/**
 * One filing's next step towards an answer, written down before and after.
 *
 * <p>One rule decides what the step is: a filing that is 已提交 never left the terminal and is sent; a
 * filing that is 待确认 may have arrived and is asked about, and sent again, under the same key, only
 * when the platform says that it has nothing.
 */
final class Delivery {

  /** Cause of a filing that was refused because of an earlier one. */
  static final String EARLIER_FILING = "platform.already-filed";

  private static final String PLATFORM_FAULT = "platform.fault";
  private static final String NOT_UNDERSTOOD = "platform.not-understood";

  private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

  private final FilingJournal journal;
  private final Platform platform;
  private final Enclosures enclosures;
  private final Timekeeper time;
  private final List<FilingObserver> observers;

  Delivery(
      FilingJournal journal,
      Platform platform,
      Enclosures enclosures,
      Timekeeper time,
      List<FilingObserver> observers) {
    this.journal = journal;
    this.platform = platform;
    this.enclosures = enclosures;
    this.time = time;
    this.observers = List.copyOf(observers);
  }

  /**
   * Where a step led.
   *
   * @param filing the filing as it stands now
   * @param onDisk whether the journal says so too; if not, the next step asks again
   * @param reached whether the platform gave any answer at all
   */
  record Step(Filing filing, boolean onDisk, boolean reached) {
    boolean done() {
      return onDisk && !filing.state().waits();
    }
  }

  /**
   * Takes the step. Blocks for the platform's bounded time: the parts of the scans that it does not
   * have, then at most three calls.
   */
  Step advance(Filing filing) {
    return switch (filing.state()) {
      case SUBMITTED -> send(filing);
      case UNCONFIRMED -> ask(filing);
      case RECEIVED, ACCEPTED, IN_REVIEW, PAYING, FINISHED, RETURNED, REFUSED, WITHDRAWN, PARKED ->
          new Step(filing, true, true);
    };
  }

  void tell(FilingEvent event) {
    for (FilingObserver observer : observers) {
      try {
        observer.heard(event);
      } catch (RuntimeException e) {
        LOG.log(
            System.Logger.Level.ERROR,
            "[filing.observer-failed] an observer failed: {0}",
            e.getClass().getName());
      }
    }
  }

  void tellChanged(Filing filing) {
    tell(
        new FilingEvent.Changed(
            filing.key(),
            filing.draft().region(),
            filing.draft().item(),
            filing.state(),
            filing.cause(),
            time.instant()));
  }

  private Step send(Filing filing) {
    Optional<FilingReply> hindrance;
    try {
      hindrance = enclosures.send(filing.draft());
    } catch (StoreFault fault) {
      tell(new FilingEvent.JournalFault(filing.key(), fault.code()));
      return new Step(filing, false, false);
    }
    return hindrance.map(reply -> settle(filing, reply)).orElseGet(() -> sendAlone(filing));
  }

  private Step sendAlone(Filing filing) {
    Filing sending;
    try {
      sending = journal.noteAttempt(filing.key());
    } catch (StoreFault fault) {
      // Not sent: after a power cut nobody could tell that it might have arrived.
      tell(new FilingEvent.JournalFault(filing.key(), fault.code()));
      return new Step(filing, false, false);
    }
    FilingReply reply = answer(() -> platform.submit(sending.draft()));
    if (reply instanceof FilingReply.Unknown) {
      FilingReply asked = answer(() -> platform.askFiling(sending.key()));
      // "Not there" right after a lost answer says little: the request may still be on its way.
      if (asked instanceof FilingReply.Taken
          || asked instanceof FilingReply.AlreadyFiled
          || asked instanceof FilingReply.Refused) {
        reply = asked;
      }
    }
    return settle(sending, reply);
  }

  private Step ask(Filing filing) {
    return switch (answer(() -> platform.askFiling(filing.key()))) {
      case FilingReply.NotThere _ -> send(filing);
      // That the question was not sent says nothing of the filing.
      case FilingReply.NotSent(String cause) -> settle(filing, new FilingReply.Unknown(cause));
      case FilingReply reply -> settle(filing, reply);
    };
  }

  private Step settle(Filing filing, FilingReply reply) {
    Filing now = standing(filing, reply);
    boolean reached =
        switch (reply) {
          case FilingReply.NotSent _, FilingReply.CannotSend _, FilingReply.Unknown _ -> false;
          case FilingReply.Taken _,
              FilingReply.AlreadyFiled _,
              FilingReply.Refused _,
              FilingReply.NotThere _ ->
              true;
        };
    if (now.equals(filing)) {
      return new Step(filing, true, reached);
    }
    try {
      Filing written =
          now.earlier().isPresent()
              ? journal.settleForEarlier(now.key(), EARLIER_FILING, now.earlier().get())
              : journal.settle(now.key(), now.state(), now.number(), now.cause(), now.words());
      tellChanged(written);
      return new Step(written, true, reached);
    } catch (StoreFault fault) {
      // The citizen is told what the platform said; the journal still says 待确认 and will ask.
      tell(new FilingEvent.JournalFault(now.key(), fault.code()));
      return new Step(now, false, reached);
    }
  }

  private static Filing standing(Filing filing, FilingReply reply) {
    return switch (reply) {
      case FilingReply.Taken(String number, FilingState state) ->
          with(filing, state, Optional.of(number), Optional.empty(), Optional.empty());
      case FilingReply.Refused(String code, String words) ->
          with(
              filing,
              FilingState.REFUSED,
              Optional.empty(),
              Optional.of(code),
              Optional.of(words).filter(text -> !text.isEmpty()));
      case FilingReply.AlreadyFiled(var number, var filedOn, var summary) ->
          new Filing(
              filing.draft(),
              FilingState.REFUSED,
              Optional.empty(),
              filing.submittedAt(),
              filing.attempts(),
              Optional.of(EARLIER_FILING),
              Optional.empty(),
              Optional.of(new EarlierFiling(number, filedOn, summary)));
      case FilingReply.NotSent(String cause) ->
          with(
              filing,
              FilingState.SUBMITTED,
              Optional.empty(),
              Optional.of(cause),
              Optional.empty());
      case FilingReply.CannotSend(String cause, String words) ->
          with(
              filing,
              FilingState.PARKED,
              Optional.empty(),
              Optional.of(cause),
              Optional.of(words).filter(text -> !text.isEmpty()));
      case FilingReply.Unknown(String cause) ->
          with(
              filing,
              FilingState.UNCONFIRMED,
              Optional.empty(),
              Optional.of(cause),
              Optional.empty());
      case FilingReply.NotThere _ ->
          with(
              filing,
              FilingState.UNCONFIRMED,
              Optional.empty(),
              Optional.of(NOT_UNDERSTOOD),
              Optional.empty());
    };
  }

  private static Filing with(
      Filing filing,
      FilingState state,
      Optional<String> number,
      Optional<String> cause,
      Optional<String> words) {
    return new Filing(
        filing.draft(),
        state,
        number,
        filing.submittedAt(),
        filing.attempts(),
        cause,
        words,
        Optional.empty());
  }

  /** The platform promises values; if it fails all the same, nobody knows what it did. */
  private static FilingReply answer(Supplier<FilingReply> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      // The message may quote what was sent, which is somebody's.
      LOG.log(
          System.Logger.Level.ERROR,
          "[platform.adapter-failed] the platform adapter failed: {0}",
          e.getClass().getName());
      return new FilingReply.Unknown(PLATFORM_FAULT);
    }
  }
}
