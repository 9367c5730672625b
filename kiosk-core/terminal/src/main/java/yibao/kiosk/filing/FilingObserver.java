package yibao.kiosk.filing;

/** Hears of filings. Called on the thread that made the change, one event at a time per filing. */
@FunctionalInterface
public interface FilingObserver {

  /** Takes note; must be quick and must not fail. */
  void heard(FilingEvent event);
}
