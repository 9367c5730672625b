package yibao.kiosk.journey.submit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.catalog.HandInDates;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.journey.view.Notice.Tone;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step.Result.Outcome;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

/**
 * How a filing's ending is told, on screen and on paper alike.
 *
 * @param outcome the ending
 * @param label two to four characters, e.g. 已办结
 * @param code of the sentence
 * @param sentence what the citizen is told
 * @param tone how it weighs
 * @param number the platform's number, where it gave one
 * @param slipNumber what identifies the filing on this terminal, where the platform gave no number
 * @param rows more about it
 */
public record Ended(
    Outcome outcome,
    String label,
    String code,
    String sentence,
    Tone tone,
    Optional<String> number,
    Optional<String> slipNumber,
    List<Row> rows) {

  /**
   * Tells an outcome.
   *
   * @param dates the days that count for it, where it came with papers
   */
  public static Ended of(
      SubmitOutcome outcome, Optional<HandInDates> dates, Facilities facilities) {
    Sentences sentences = facilities.sentences();
    Map<String, String> params =
        Map.of(
            "hotline", facilities.site().pool().hotlines().query(),
            "terminal", facilities.site().terminal());
    return switch (outcome) {
      case SubmitOutcome.Finished(String number) ->
          told(Outcome.FINISHED, "已办结", "result.finished", Tone.SUCCESS, sentences, params)
              .numbered(number);
      case SubmitOutcome.Accepted(String number, FilingState state) ->
          told(
                  state == FilingState.RECEIVED ? Outcome.RECEIVED : Outcome.ACCEPTED,
                  state.label(),
                  "result." + standing(state, dates),
                  Tone.SUCCESS,
                  sentences,
                  params)
              .numbered(number);
      case SubmitOutcome.AlreadyFiled(var earlier) ->
          told(
                  Outcome.ALREADY_FILED,
                  "已有备案",
                  "result.already-filed",
                  Tone.WARNING,
                  sentences,
                  params)
              .numbered(earlier.number())
              .with(
                  Row.of("以前办理", earlier.summary()), Row.of("办理日期", earlier.filedOn().toString()));
      case SubmitOutcome.Refused(String code, String words) ->
          told(Outcome.REFUSED, "未办成", "result.refused", Tone.DANGER, sentences, params)
              .with(
                  Row.of(
                      "原因",
                      words.isBlank()
                          ? sentences.sayOr("refusal." + code, "refusal.unknown", params)
                          : words));
      case SubmitOutcome.Unconfirmed(var filing) ->
          told(Outcome.UNCONFIRMED, "待确认", "result.unconfirmed", Tone.WARNING, sentences, params)
              .slip(filing.key());
      case SubmitOutcome.NotSentYet(var filing) ->
          told(Outcome.NOT_SENT_YET, "已收存", "result.not-sent-yet", Tone.WARNING, sentences, params)
              .slip(filing.key());
      case SubmitOutcome.Parked(var filing) ->
          told(Outcome.NOT_SENT_YET, "已收存", "result.parked", Tone.WARNING, sentences, params)
              .slip(filing.key());
      case SubmitOutcome.NotTaken(String cause) ->
          told(Outcome.REFUSED, "未办成", "result.not-taken", Tone.DANGER, sentences, params)
              .with(Row.of("原因", sentences.sayOr("closed." + cause, "closed.unknown", params)));
    };
  }

  /** What a filing that was only received waits for makes three sentences. */
  private static String standing(FilingState state, Optional<HandInDates> dates) {
    String name = state.name().toLowerCase(java.util.Locale.ROOT);
    boolean lacking = dates.flatMap(HandInDates::restBy).isPresent();
    boolean originals = dates.flatMap(HandInDates::originalsBy).isPresent();
    return state == FilingState.RECEIVED && lacking
        ? name + "-lacking" + (originals ? "-originals" : "")
        : name;
  }

  private static Ended told(
      Outcome outcome,
      String label,
      String code,
      Tone tone,
      Sentences sentences,
      Map<String, String> params) {
    return new Ended(
        outcome,
        label,
        code,
        sentences.sayOr(code, "result.accepted", params),
        tone,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private Ended numbered(String platformNumber) {
    return new Ended(
        outcome, label, code, sentence, tone, Optional.of(platformNumber), slipNumber, rows);
  }

  /** What identifies a filing on this terminal's slips 终端流水号: the key's first twelve digits. */
  static String shortened(FilingKey key) {
    return key.value().substring(0, 12).toUpperCase(java.util.Locale.ROOT);
  }

  private Ended slip(FilingKey key) {
    String shortened = shortened(key);
    return new Ended(outcome, label, code, sentence, tone, number, Optional.of(shortened), rows)
        .with(Row.of("终端流水号", shortened));
  }

  private Ended with(Row... more) {
    return new Ended(
        outcome,
        label,
        code,
        sentence,
        tone,
        number,
        slipNumber,
        java.util.stream.Stream.concat(rows.stream(), java.util.Arrays.stream(more)).toList());
  }
}
