package yibao.kiosk.journey.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.form.Correction;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Places;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.form.When;
import yibao.kiosk.journey.asking.Corrections;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.FilingOnRecord;

/**
 * A filing on record with the way it was filed and the form it was filed with.
 *
 * @param branch the way of the item
 * @param task what was filed that way
 * @param form the whole form
 * @param correction how its wrong entries are put right
 */
record Correctable(
    FilingOnRecord filing, Branch branch, Task.Filing task, Form form, Correction correction) {

  /** What the region's packs say of wrong entries. */
  static final Corrections RULINGS = Correctable::ruling;

  /** The first way in the list by which this can have been filed. */
  static Optional<Correctable> of(FilingOnRecord filing, Site site) {
    return site.region().items().stream()
        .map(ServiceItem::reading)
        .flatMap(reading -> reading.branches().stream())
        .flatMap(branch -> of(filing, branch, site).stream())
        .findFirst();
  }

  private static Optional<Correctable> of(FilingOnRecord filing, Branch branch, Site site) {
    return branch.task() instanceof Task.Filing task
            && filing.operation().filter(task.filing()::equals).isPresent()
            && filing.values().entrySet().containsAll(task.values().entrySet())
        ? site.form(task.form())
            .flatMap(
                form ->
                    form.correction().map(how -> new Correctable(filing, branch, task, form, how)))
        : Optional.empty();
  }

  private static Corrections.Ruling ruling(FilingOnRecord filing, Facilities facilities) {
    Optional<Correctable> found = of(filing, facilities.site());
    if (found.isEmpty()) {
      return new Corrections.Ruling.Unsaid();
    }
    Correction how = found.get().correction();
    if (!how.states().contains(filing.state().name())) {
      return new Corrections.Ruling.NotHere(how.otherwise());
    }
    boolean here =
        facilities.platform().takes(how.filing()) && !found.get().open().fields().isEmpty();
    return here
        ? new Corrections.Ruling.Here()
        : new Corrections.Ruling.NotHere(
            facilities
                .sentences()
                .say(
                    "correction.at-window",
                    Map.of("hotline", facilities.site().pool().hotlines().query())));
  }

  /** What was filed and may be put right, as a form of its own. */
  Form open() {
    List<Field> fields = new ArrayList<>();
    for (Field field : form.fields()) {
      boolean filed = !field.required() || filing.values().containsKey(field.name());
      if (correction.fields().contains(field.name())
          && filed
          && field.when().holds(filing.values())) {
        fields.add(always(field));
      }
    }
    Set<String> names = Set.copyOf(fields.stream().map(Field::name).toList());
    return new Form(
        form.id(),
        form.title(),
        fields,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Set.of(),
        form.apart().filter(days -> names.containsAll(Set.of(days.from(), days.to()))),
        Optional.empty());
  }

  /** The answers that decided whether it is asked stand. */
  private static Field always(Field field) {
    return new Field(
        field.name(),
        field.label(),
        field.title(),
        field.hint(),
        field.input(),
        field.emptyMeans(),
        List.of(),
        Optional.empty(),
        When.ALWAYS);
  }

  /** What was filed in these fields, as answers. */
  Map<String, Visit.Entry> filed(Form open, Places places) {
    Sheet filed = new Sheet(open, filing.values());
    Map<String, Visit.Entry> entries = new LinkedHashMap<>();
    for (Field field : open.fields()) {
      String value = filing.values().getOrDefault(field.name(), "");
      String label =
          value.isEmpty()
              ? field.emptyMeans().orElse("")
              : field.input() instanceof Input.Place
                  ? places.fullName(value).orElse(value)
                  : filed.knownLabel(field).orElse(value);
      entries.put(field.name(), new Visit.Entry(value, label, Optional.empty()));
    }
    return entries;
  }
}
