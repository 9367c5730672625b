package yibao.kiosk.journey.handin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.HandInDates;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.TimeLimit;
import yibao.kiosk.journey.submit.Enclosing;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Witnessed;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.EInvoice;

/** Papers handed in with a form: the scans, what the citizen said about the case, the days. */
public final class PapersEnclosed implements Enclosing {

  @Override
  public Map<String, String> values(Scene scene) {
    Visit visit = scene.visit();
    Site site = scene.facilities().site();
    HandInList list = HandInList.of(visit, site);
    Branch branch = visit.branch().orElseThrow();
    HandInDates dates =
        HandInDates.of(
            scene.facilities().now(),
            branch,
            site.pool().counters(),
            !list.later().isEmpty(),
            site.dayCounter());
    visit.dated(dates);
    Map<String, String> values = new LinkedHashMap<>(said(visit, site.region()));
    values.put("originals", Boolean.toString(branch.intake() == Branch.Intake.RECEIVED));
    if (!list.later().isEmpty()) {
      values.put(
          "missing",
          list.later().stream()
              .map(name -> name.replace(',', '，'))
              .collect(Collectors.joining(",")));
    }
    dates.promised().ifPresent(limit -> promise(limit, values));
    dates.due().ifPresent(due -> values.put("due", due.date().toString()));
    if (visit.promises().size() > 1) {
      values.put(
          "commitments",
          visit.promises().stream()
              .map(promise -> promise.id() + "@" + promise.version())
              .collect(Collectors.joining(",")));
    }
    List<EInvoice> invoices = visit.folder().invoices(list.scannedKinds());
    if (!invoices.isEmpty()) {
      values.put(
          "eInvoices", invoices.stream().map(EInvoice::text).collect(Collectors.joining(",")));
    }
    if (!visit.witnessed().isEmpty()) {
      values.put(
          Witnessed.FIELD,
          visit.witnessed().stream().map(Witnessed::onFiling).collect(Collectors.joining(",")));
    }
    visit.agency().ifPresent(agency -> values.putAll(agent(agency, visit)));
    return values;
  }

  private static Map<String, String> agent(Agency agency, Visit visit) {
    Map<String, String> values = new LinkedHashMap<>();
    agency
        .agent()
        .ifPresent(
            document -> {
              values.put("agentName", document.name());
              values.put("agentNumber", document.number());
            });
    agency.principal().ifPresent(whom -> values.put("principal", whom.id()));
    agency.relation().ifPresent(relation -> values.put("agentRelation", relation));
    agency.diedOn().ifPresent(day -> values.put("diedOn", day.toString()));
    agency.newborn().ifPresent(name -> values.put("newbornName", name));
    Stream.of(Agency.AGENT_PHONE, Agency.BORN_ON, Agency.AUTHORITY_UNTIL)
        .forEach(
            field ->
                visit
                    .entry(field)
                    .map(Visit.Entry::value)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> values.put(field, value)));
    return values;
  }

  /** What the citizen was asked, not what the pool or the platform knows. */
  private static Map<String, String> said(Visit visit, Region region) {
    Map<String, String> said = new LinkedHashMap<>();
    region
        .facts()
        .forEach(
            (name, fact) -> {
              if (fact.source() == Fact.Source.CITIZEN) {
                visit.said(name).ifPresent(value -> said.put(name, value));
              }
            });
    return said;
  }

  private static void promise(TimeLimit limit, Map<String, String> values) {
    switch (limit) {
      case TimeLimit.WorkingDays(int days, _) -> values.put("workingDays", Integer.toString(days));
      case TimeLimit.NaturalDays(int days, _) -> values.put("naturalDays", Integer.toString(days));
      case TimeLimit.Months(int months, _) -> values.put("months", Integer.toString(months));
      case TimeLimit.Instant _,
          TimeLimit.Staged _,
          TimeLimit.ByHospital _,
          TimeLimit.Unspecified _ -> {}
    }
  }

  @Override
  public List<Attachment> attachments(Scene scene) {
    Visit visit = scene.visit();
    return Stream.concat(
            HandInList.of(visit, scene.facilities().site()).scannedKinds().stream(),
            Stream.of(HandInList.AUTHORITY_SIGNATURE))
        .flatMap(kind -> visit.folder().pages(kind).stream())
        .toList();
  }

  @Override
  public Runnable taken(Scene scene) {
    Draft draft = Draft.of(scene);
    Facilities facilities = scene.facilities();
    return () -> draft.forget(facilities);
  }
}
