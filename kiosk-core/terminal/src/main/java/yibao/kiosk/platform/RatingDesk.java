package yibao.kiosk.platform;

import yibao.kiosk.record.Rating;

/** Takes 好差评 for the whole province. */
public interface RatingDesk {

  /**
   * Hands one in; safe to repeat.
   *
   * @return what it was about, as the province has it now
   */
  Reply<String> take(Rating rating);
}
