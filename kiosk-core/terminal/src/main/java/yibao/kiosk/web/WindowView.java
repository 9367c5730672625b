package yibao.kiosk.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Material;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.catalog.TimeLimit;
import yibao.kiosk.filing.PromisedLimit;
import yibao.kiosk.filing.WindowFilings;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Places;
import yibao.kiosk.identity.Masking;
import yibao.kiosk.journey.form.Shown;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.record.FilingAtWindow;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.Shortfall;
import yibao.kiosk.window.HandOverCode;

/**
 * What a clerk at a window sees of a filing or a ticket: what is to be compared with the papers on
 * the counter, persons and numbers masked.
 */
final class WindowView {

  private final Site site;
  private final Places places;

  WindowView(Site site, Places places) {
    this.site = site;
    this.places = places;
  }

  /** The contract's {@code WindowCase}. */
  record Case(
      Kind kind,
      Optional<String> number,
      String item,
      Optional<String> state,
      Optional<String> person,
      Optional<String> document,
      Optional<LocalDate> filedOn,
      Optional<LocalDateTime> changedAt,
      Optional<LocalDate> due,
      Optional<String> limit,
      boolean originals,
      boolean returnable,
      List<Paper> papers,
      List<Entered> entered,
      Optional<Lacking> lacking,
      Optional<LocalDateTime> printedAt,
      Optional<String> said) {

    /** The same with a sentence about what has just happened. */
    Case saying(String sentence) {
      return new Case(
          kind,
          number,
          item,
          state,
          person,
          document,
          filedOn,
          changedAt,
          due,
          limit,
          originals,
          returnable,
          papers,
          entered,
          lacking,
          printedAt,
          Optional.of(sentence));
    }
  }

  /** What was scanned. */
  enum Kind {
    FILING,
    TICKET
  }

  /** The contract's {@code WindowPaper}; pages absent where none are handed in yet. */
  record Paper(String name, Optional<Integer> pages) {}

  /** The contract's {@code WindowEntry}. */
  record Entered(String label, String value) {}

  /** The contract's {@code WindowLacking}. */
  record Lacking(List<String> papers, String reason, Optional<LocalDate> by) {}

  Case of(FilingAtWindow at) {
    Optional<ServiceItem> item =
        at.item()
            .filter(it -> it.region().equals(site.region().id()))
            .flatMap(it -> site.region().item(it.seq()));
    FilingState state = at.filing().state();
    return new Case(
        Kind.FILING,
        Optional.of(at.filing().number()),
        item.map(ServiceItem::name).orElse(at.filing().summary()),
        Optional.of(state.label()),
        at.personName().map(Masking::name),
        Optional.of(Masking.number(at.certificateNumber())),
        Optional.of(at.filing().filedOn()),
        at.filing().changedAt(),
        at.filing().due(),
        at.limit().map(PromisedLimit::beginning).map(TimeLimit.Counted::length),
        WindowFilings.awaitsOriginals(at),
        state == FilingState.RECEIVED || state == FilingState.ACCEPTED,
        papers(at.materials(), item),
        entered(at.values(), item),
        at.filing().shortfall().map(WindowView::lacking),
        Optional.empty(),
        Optional.empty());
  }

  Case of(HandOverCode ticket, ServiceItem item) {
    return new Case(
        Kind.TICKET,
        Optional.empty(),
        item.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        List.of(),
        said(ticket.said()),
        Optional.empty(),
        Optional.of(ticket.printedAt()),
        Optional.empty());
  }

  private static Lacking lacking(Shortfall shortfall) {
    return new Lacking(shortfall.materials(), shortfall.words(), shortfall.by());
  }

  /** By the names the item's list prints; what no list names came with somebody's authority. */
  private List<Paper> papers(List<String> pages, Optional<ServiceItem> item) {
    Map<String, Integer> counted = new LinkedHashMap<>();
    pages.stream()
        .filter(kind -> !kind.isBlank())
        .forEach(kind -> counted.merge(named(kind, item), 1, Integer::sum));
    return counted.entrySet().stream()
        .map(one -> new Paper(one.getKey(), Optional.of(one.getValue())))
        .toList();
  }

  private String named(String kind, Optional<ServiceItem> item) {
    Stream<Material> ofTheItem =
        item.stream()
            .flatMap(it -> it.reading().branches().stream())
            .map(branch -> branch.materials());
    Stream<Material> ofSomebodyElse =
        site.region().principals().stream().map(principal -> principal.proofs());
    return Stream.concat(ofTheItem, ofSomebodyElse)
        .flatMap(WindowView::leaves)
        .filter(leaf -> leaf.id().equals(kind))
        .map(Material.Leaf::name)
        .findFirst()
        .orElse("其他材料");
  }

  private static Stream<Material.Leaf> leaves(Material material) {
    return switch (material) {
      case Material.AllOf all -> all.parts().stream().flatMap(WindowView::leaves);
      case Material.AnyOf any -> any.choices().stream().flatMap(WindowView::leaves);
      case Material.Leaf leaf -> Stream.of(leaf);
    };
  }

  private List<Entered> entered(Map<String, String> values, Optional<ServiceItem> item) {
    List<Entered> entered = new ArrayList<>(said(values));
    item.ifPresent(
        it ->
            fields(it)
                .filter(field -> values.containsKey(field.name()))
                .filter(WindowView::isCompared)
                .map(field -> new Entered(field.title(), told(field, values.get(field.name()))))
                .distinct()
                .forEach(entered::add));
    Optional.ofNullable(values.get("agentName"))
        .ifPresent(name -> entered.add(new Entered("代办人", Masking.name(name))));
    return entered;
  }

  private List<Entered> said(Map<String, String> values) {
    List<Entered> said = new ArrayList<>();
    site.region()
        .facts()
        .forEach(
            (name, fact) ->
                Optional.ofNullable(values.get(name))
                    .ifPresent(value -> said.add(new Entered(fact.question(), fact.label(value)))));
    return said;
  }

  private Stream<Field> fields(ServiceItem item) {
    return item.reading().branches().stream()
        .flatMap(branch -> form(branch.task()).stream())
        .distinct()
        .flatMap(id -> site.form(id).stream())
        .flatMap(form -> form.fields().stream());
  }

  private static Optional<String> form(Task task) {
    return task instanceof Task.Filing filing ? Optional.of(filing.form()) : Optional.empty();
  }

  /** What is on the papers; where somebody lives or what they are called to a clerk is not. */
  private static boolean isCompared(Field field) {
    return switch (field.input()) {
      case Input.Choice _,
          Input.Place _,
          Input.Date _,
          Input.Month _,
          Input.Digits _,
          Input.Money _,
          Input.Count _,
          Input.BankAccount _ ->
          true;
      case Input.Text _ -> field.prefill().isEmpty();
      case Input.FilingOnRecord _, Input.Name _, Input.CitizenNumber _, Input.Phone _ -> false;
    };
  }

  private String told(Field field, String value) {
    return switch (field.input()) {
      case Input.Choice choice -> choice.option(value).map(Input.Option::label).orElse(value);
      case Input.Place _ -> places.fullName(value).orElse(value);
      default -> Shown.masked(field.input(), value);
    };
  }
}
