package yibao.kiosk.filing;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Platform;
import yibao.kiosk.platform.PresentedCredential;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.InsuranceKind;

/**
 * A platform that keeps one filing for a key, as it promises, and whose next replies can be told.
 * Remembers every call.
 */
final class Province implements Platform {

  /** What goes wrong with one call. */
  enum Mood {
    /** It answers. */
    NORMAL,
    /** The connection is refused. */
    DOWN,
    /** The request arrives, the reply does not. */
    REPLY_LOST,
    /** Neither arrives, and the terminal cannot know. */
    REQUEST_LOST,
    /** The adapter itself fails. */
    BROKEN
  }

  final List<String> calls = new ArrayList<>();
  final Map<FilingKey, String> ledger = new LinkedHashMap<>();
  private final Deque<Mood> moods = new ArrayDeque<>();
  private Mood usual = Mood.NORMAL;
  private FilingState decides = FilingState.FINISHED;
  private final Set<FilingKey> silentAbout = new HashSet<>();
  private Supplier<FilingReply> says;
  private Runnable during = () -> {};

  void usually(Mood mood) {
    usual = mood;
  }

  void next(Mood... next) {
    moods.addAll(List.of(next));
  }

  /** Never answers anything about this filing. */
  void silentAbout(FilingKey key) {
    silentAbout.add(key);
  }

  void decides(FilingState state) {
    decides = state;
  }

  /** Answers every submission so, and keeps nothing. */
  void says(FilingReply reply) {
    says = () -> reply;
  }

  /** Answers by its ledger again. */
  void saysWhatItKeeps() {
    says = null;
  }

  /** Happens while a submission is under way, before it arrives. */
  void during(Runnable work) {
    during = work;
  }

  @Override
  public FilingReply submit(FilingDraft draft) {
    during.run();
    return call("submit", draft.key(), () -> take(draft.key()));
  }

  @Override
  public FilingReply askFiling(FilingKey key) {
    return call(
        "ask",
        key,
        () ->
            ledger.containsKey(key)
                ? new FilingReply.Taken(ledger.get(key), decides)
                : new FilingReply.NotThere());
  }

  private FilingReply take(FilingKey key) {
    if (says != null) {
      return says.get();
    }
    ledger.putIfAbsent(key, "SL" + (ledger.size() + 1));
    return new FilingReply.Taken(ledger.get(key), decides);
  }

  private synchronized FilingReply call(String what, FilingKey key, Supplier<FilingReply> arrives) {
    calls.add(what + " " + key.value());
    if (silentAbout.contains(key)) {
      return new FilingReply.Unknown("platform.timeout");
    }
    return switch (moods.isEmpty() ? usual : moods.remove()) {
      case NORMAL -> arrives.get();
      case DOWN -> new FilingReply.NotSent("platform.unreachable");
      case REPLY_LOST -> {
        arrives.get();
        yield new FilingReply.Unknown("platform.timeout");
      }
      case REQUEST_LOST -> new FilingReply.Unknown("platform.timeout");
      case BROKEN -> throw new IllegalStateException("完颜若水");
    };
  }

  @Override
  public Reply<PersonFound> findPerson(PresentedCredential credential) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reply<List<Contribution>> contributions(
      String personNumber, InsuranceKind kind, String insuredPlace, YearMonth from, YearMonth to) {
    throw new UnsupportedOperationException();
  }
}
