package yibao.kiosk.journey.ending;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.catalog.Notice;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.brief.Briefing;
import yibao.kiosk.journey.form.FilledRows;
import yibao.kiosk.journey.handin.HandInList;
import yibao.kiosk.journey.handin.HandInWords;
import yibao.kiosk.journey.submit.Afterwards;
import yibao.kiosk.journey.submit.Ended;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step.Paper.Medium;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Concerned;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Slip;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.query.QueryAnswer;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.InsuredPerson;
import yibao.kiosk.record.SignedCommitment;

/**
 * What goes on a citizen's papers, gathered from the visit under the lock and painted outside it.
 */
public final class Slips {

  private Slips() {}

  /** The answer to a query. */
  public static Slip query(Scene scene) {
    QueryAnswer answer = scene.visit().answer().orElseThrow();
    Map<String, Object> data = scene.visit().person().isPresent() ? person(scene) : new HashMap<>();
    data.put("item", scene.visit().item().orElseThrow().name());
    data.put("groups", answer.sections().stream().map(Slips::group).toList());
    data.put("asOf", now(scene));
    return slip(scene, "query-slip", data);
  }

  /** That a filing was taken back. */
  public static Slip withdrawal(Scene scene) {
    FilingOnRecord filing = scene.visit().earlier().orElseThrow();
    Map<String, Object> data = person(scene);
    data.put("number", filing.number());
    if (!filing.summary().isBlank()) {
      data.put("summary", filing.summary());
    }
    data.put("withdrawnAt", now(scene));
    data.put("note", scene.facilities().sentences().say("withdrawal.withdrawn"));
    return slip(scene, "withdrawal", data);
  }

  /** That an e-voucher is active. */
  public static Slip voucher(Scene scene) {
    ShownCredential voucher = scene.visit().credential().orElseThrow();
    Map<String, Object> data = new HashMap<>();
    data.put("item", scene.visit().item().orElseThrow().name());
    voucher.holderName().ifPresent(name -> data.put("name", name));
    voucher.holderNumber().ifPresent(number -> data.put("certno", number));
    data.put(
        "groups",
        List.of(
            Map.of("rows", VoucherResultStage.rows(scene).stream().map(Slips::labelled).toList())));
    data.put("asOf", now(scene));
    return slip(scene, "query-slip", data);
  }

  /** How a filing ended. */
  public static Slip result(Scene scene, Sheet sheet) {
    Visit visit = scene.visit();
    if (!visit.filed().isEmpty()) {
      return together(scene, sheet);
    }
    Ended ended = Ended.of(visit.outcome().orElseThrow(), visit.dates(), scene.facilities());
    Concerned concerned = Concerned.by(sheet, visit);
    Map<String, Object> data = new HashMap<>();
    data.put("item", visit.title());
    data.put("name", concerned.name());
    data.put("certno", concerned.certificateNumber());
    data.put("outcome", ended.label());
    visit.agency().flatMap(Agency::onPaper).ifPresent(agent -> data.put("agent", agent));
    List<Map<String, String>> details = new ArrayList<>();
    if (!concerned.standsThere(visit)) {
      Concerned.whoStandsThere(visit)
          .ifPresent(there -> details.add(labelled("办理人", there.name())));
    }
    visit
        .policy()
        .ifPresent(
            insurance -> {
              details.add(labelled("险种", insurance.kind().label()));
              details.add(labelled("参保地", insurance.placeName()));
            });
    FilledRows.onPaper(sheet, visit).forEach(row -> details.add(labelled(row)));
    ended.rows().forEach(row -> details.add(labelled(row)));
    Afterwards.rows(sheet, visit).forEach(row -> details.add(labelled(row)));
    data.put("details", details);
    data.put("notes", notes(scene, ended.sentence(), visit.promises()));
    if (visit.outcome().orElseThrow() instanceof SubmitOutcome.Accepted
        && visit.dates().isPresent()) {
      data.put("number", ended.number().orElseThrow());
      data.put("track", ended.number().orElseThrow());
      data.putAll(HandInWords.onReceipt(scene));
      return either(
          scene, Medium.ROLL, materials(scene, data), "material-list", "acceptance", data);
    }
    if (ended.number().isPresent()) {
      data.put("number", ended.number().get());
      data.put("track", ended.number().get());
      data.put("settledAt", now(scene));
      return slip(scene, "filing-result", data);
    }
    data.put("submittedAt", now(scene));
    return slip(scene, "submission", data);
  }

  /** The one receipt of a visit with several filings. */
  private static Slip together(Scene scene, Sheet sheet) {
    Visit visit = scene.visit();
    List<Visit.Filed> filings = visit.filings();
    Concerned concerned = Concerned.by(sheet, visit);
    Map<String, Object> data = HandInWords.onJointReceipt(filings, scene);
    data.put("name", concerned.name());
    data.put("certno", concerned.certificateNumber());
    visit.agency().flatMap(Agency::onPaper).ifPresent(agent -> data.put("agent", agent));
    data.put(
        "notes",
        notes(
            scene,
            scene.facilities().sentences().say("result.together"),
            filings.stream().flatMap(filed -> filed.promises().stream()).distinct().toList()));
    return slip(scene, "joint-acceptance", data);
  }

  /** What the citizen is told, then word for word what they promised. */
  private static List<Map<String, String>> notes(
      Scene scene, String sentence, List<SignedCommitment> promises) {
    List<Map<String, String>> notes = new ArrayList<>();
    notes.add(Map.of("text", sentence));
    for (SignedCommitment signed : promises) {
      Commitment text = scene.facilities().site().region().commitments().get(signed.id());
      if (text != null && text.digest().equals(signed.digest())) {
        notes.add(Map.of("text", "您签署了《%s》（%s）：".formatted(text.title(), text.version())));
        text.paragraphs().forEach(paragraph -> notes.add(Map.of("text", paragraph)));
      }
    }
    return notes;
  }

  /** 一次性告知单: what to bring where, in how much time. */
  public static Slip notice(Scene scene, Briefing briefing) {
    Notice notice = briefing.notice();
    Map<String, Object> data = new HashMap<>();
    data.put("item", briefing.title());
    data.put("reason", briefing.ending(scene.facilities().sentences()));
    data.put("credentials", notice.credential());
    data.put(
        "materials",
        notice.materials().stream()
            .map(
                need ->
                    need.aside().isEmpty()
                        ? Map.of("name", need.what())
                        : Map.of("name", need.what(), "form", need.aside()))
            .toList());
    data.put("where", briefing.where());
    data.put("timeLimit", briefing.limit(scene.facilities().sentences()));
    data.put("notes", briefing.notesOnPaper().stream().map(n -> Map.of("text", n)).toList());
    if (!notice.legalBasis().isEmpty()) {
      data.put("legalBasis", String.join(" ", notice.legalBasis()));
    }
    data.put("printedAt", now(scene));
    return either(scene, Medium.A4, data, "notice-a4", "notice", data);
  }

  private static Map<String, Object> person(Scene scene) {
    Map<String, Object> data = new HashMap<>();
    InsuredPerson person = scene.visit().person().orElseThrow();
    data.put("item", scene.visit().item().orElseThrow().name());
    data.put("name", person.name());
    data.put("certno", person.certificateNumber());
    return data;
  }

  private static Map<String, Object> group(QueryAnswer.Section section) {
    return Map.of(
        "heading",
        section.title(),
        "rows",
        section.lines().stream().flatMap(Slips::lines).toList());
  }

  /** A line and what a tap would show of it, for on paper nobody can tap. */
  private static Stream<Map<String, String>> lines(QueryAnswer.Line line) {
    return Stream.concat(
        Stream.of(labelled(line.label(), line.value())),
        line.detail().stream().map(more -> labelled("· " + more.label(), more.value())));
  }

  private static Map<String, String> labelled(Row row) {
    return labelled(row.label(), row.value());
  }

  private static Map<String, String> labelled(String label, String value) {
    return Map.of("label", label, "value", value);
  }

  private static LocalDateTime now(Scene scene) {
    return LocalDateTime.ofInstant(scene.facilities().time().instant(), scene.facilities().zone());
  }

  /**
   * An A4 document, which has no other shape: a certificate, a form.
   *
   * @param template name of the document's template
   * @param fields its own fields, as {@link yibao.kiosk.paper.Papers#document} takes them
   */
  public static Slip document(Scene scene, String template, Map<String, Object> fields) {
    Slip.OfDocument document = document(scene.facilities(), template, fields);
    return new Drawn(List.of(Medium.A4), (_, copy) -> document.copy(copy));
  }

  /** A form to be filled in by hand, see {@link yibao.kiosk.paper.Papers#blank}. */
  static Slip blank(Scene scene, String template, Map<String, Object> known) {
    Facilities facilities = scene.facilities();
    Slip.OfDocument document =
        new Slip.OfDocument(() -> facilities.papers().blank(template, known));
    return new Drawn(List.of(Medium.A4), (_, copy) -> document.copy(copy));
  }

  private static Slip slip(Scene scene, String template, Map<String, Object> data) {
    Facilities facilities = scene.facilities();
    return new Drawn(List.of(Medium.ROLL), (_, copy) -> receipt(facilities, template, data, copy));
  }

  /** The sealed list of what was handed in says of each paper whether it is here. */
  private static Map<String, Object> materials(Scene scene, Map<String, Object> receipt) {
    HandInList list = HandInList.of(scene.visit(), scene.facilities().site());
    List<Map<String, Object>> rows = new ArrayList<>();
    list.scanned()
        .forEach(
            (name, pages) ->
                rows.add(Map.of("name", name, "form", "扫描件", "pages", pages, "state", "已收")));
    list.later().forEach(name -> rows.add(Map.of("name", name, "state", "待补")));
    Map<String, Object> data = new HashMap<>(receipt);
    data.put("materials", rows);
    data.put("acceptedAt", receipt.get("submittedAt"));
    data.remove("notes");
    return data;
  }

  /**
   * A paper for either printer; the page only where this terminal may issue it.
   *
   * @param first the medium that suits it better
   */
  private static Slip either(
      Scene scene,
      Medium first,
      Map<String, Object> pageData,
      String page,
      String receipt,
      Map<String, Object> data) {
    Facilities facilities = scene.facilities();
    if (!facilities.papers().issues(page)) {
      return slip(scene, receipt, data);
    }
    Slip.OfDocument document = document(facilities, page, pageData);
    return new Drawn(
        first == Medium.A4 ? List.of(Medium.A4, Medium.ROLL) : List.of(Medium.ROLL, Medium.A4),
        (medium, copy) ->
            switch (medium) {
              case A4 -> document.copy(copy);
              case ROLL -> receipt(facilities, receipt, data, copy);
            });
  }

  private static Slip.OfDocument document(
      Facilities facilities, String template, Map<String, Object> fields) {
    return new Slip.OfDocument(() -> facilities.papers().document(template, fields));
  }

  private static Slip.Made receipt(
      Facilities facilities, String template, Map<String, Object> data, int copy) {
    return new Slip.Made.Ready(facilities.papers().receipt(template, data, copy));
  }

  private record Drawn(List<Medium> media, BiFunction<Medium, Integer, Slip.Made> drawing)
      implements Slip {
    @Override
    public Slip.Made make(Medium medium, int reprint) {
      return drawing.apply(medium, reprint);
    }
  }
}
