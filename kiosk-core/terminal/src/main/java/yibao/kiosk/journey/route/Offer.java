package yibao.kiosk.journey.route;

import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Reading;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.brief.Endings;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Site;

/**
 * What this terminal offers of an item, before anything is known of whoever asks.
 *
 * @param ending how it ends in its ordinary case
 * @param label that ending in two to six characters
 * @param here whether at least one of its cases is carried out at this terminal
 */
public record Offer(Ending ending, String label, boolean here) {

  /** The offer at a site. */
  public static Offer of(ServiceItem item, Site site, Sentences sentences) {
    Facts known = Facts.of(site.pool());
    Reading reading = item.reading();
    Branch ordinary =
        reading.branches().stream()
            .filter(branch -> Routes.canDo(branch, known, site))
            .findFirst()
            .orElseGet(
                () ->
                    reading.choose(known) instanceof Reading.Choice.Chosen(Branch chosen)
                        ? chosen
                        : reading.otherwise());
    return new Offer(
        ordinary.ending(), Endings.label(ordinary, sentences), Routes.canDo(ordinary, known, site));
  }
}
