package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import yibao.kiosk.record.Rating;

/** Ratings in the fields of the province's profile. */
final class NationalRatingDesk implements RatingDesk {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private final Asking asking;

  NationalRatingDesk(Asking asking) {
    this.asking = asking;
  }

  @Override
  public Reply<String> take(Rating rating) {
    return asking.ask(
        Operation.RATE,
        "data",
        JsonNodeFactory.instance
            .objectNode()
            .put("evl_no", rating.about())
            .put("evl_item", rating.region() + "-" + rating.item())
            .put("evl_lv", Integer.toString(rating.level()))
            .put("evl_rea", String.join(",", rating.reasons()))
            .put("evl_time", TIME.format(rating.at())),
        output -> new Fields(output).child("result").required("evl_no"));
  }
}
