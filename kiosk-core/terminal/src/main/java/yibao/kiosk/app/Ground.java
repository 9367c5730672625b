package yibao.kiosk.app;

import java.time.LocalDateTime;
import java.time.ZoneId;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.form.Places;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.platform.ProvinceProfile;

/**
 * What every room of a terminal stands on.
 *
 * @param province how the province's platform wants to be spoken to
 * @param places the divisions a form may name
 * @param zone of every day and hour that is shown, printed or handed in
 */
record Ground(
    TerminalConfig config,
    InstalledSite site,
    ProvinceProfile province,
    Places places,
    Sentences sentences,
    Records records,
    Peripherals peripherals,
    PaperRoom paper,
    Timekeeper time,
    ZoneId zone) {

  /** Day and hour in the hall. */
  LocalDateTime now() {
    return LocalDateTime.ofInstant(time.instant(), zone);
  }
}
