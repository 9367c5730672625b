package yibao.kiosk.journey.handin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yibao.kiosk.catalog.HandInDates;
import yibao.kiosk.filing.PromisedLimit;
import yibao.kiosk.journey.submit.Enclosing;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.Shortfall;

/** What a filing on record lacked: the pages, its number, the day by which it is promised now. */
public final class SupplementEnclosed implements Enclosing {

  @Override
  public Map<String, String> values(Scene scene) {
    FilingOnRecord filing = scene.visit().supplement().orElseThrow();
    Site site = scene.facilities().site();
    HandInDates dates =
        HandInDates.supplemented(
            scene.facilities().now(),
            filing.shortfall().flatMap(Shortfall::limit).map(PromisedLimit::beginning),
            site.pool().counters(),
            site.dayCounter());
    scene.visit().dated(dates);
    Map<String, String> values = new HashMap<>();
    values.put(Visit.EARLIER, filing.number());
    dates.due().ifPresent(due -> values.put("due", due.date().toString()));
    return values;
  }

  @Override
  public List<Attachment> attachments(Scene scene) {
    Visit visit = scene.visit();
    return HandInList.of(visit, scene.facilities().site()).scannedKinds().stream()
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
