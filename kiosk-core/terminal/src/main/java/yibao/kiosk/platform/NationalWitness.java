package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Points of the audit record in the fields of the province's profile. */
final class NationalWitness implements Witness {

  private final Asking asking;

  NationalWitness(Asking asking) {
    this.asking = asking;
  }

  @Override
  public Reply<Point> keep(Point point) {
    return asking.ask(
        Operation.KEEP_ANCHOR,
        "data",
        JsonNodeFactory.instance
            .objectNode()
            .put("anch_no", Long.toString(point.number()))
            .put("anch_dgst", point.hash()),
        output -> point(new Fields(output).child("result")));
  }

  @Override
  public Reply<List<Point>> kept() {
    return asking.ask(
        Operation.ANCHORS, "data", JsonNodeFactory.instance.objectNode(), NationalWitness::points);
  }

  private static List<Point> points(JsonNode output) {
    return Fields.rows(output.path("result")).stream().map(NationalWitness::point).toList();
  }

  private static Point point(Fields row) {
    String number = row.required("anch_no");
    String hash = row.required("anch_dgst");
    if (!number.matches("\\d{1,18}") || !hash.matches("[0-9a-f]{64}")) {
      throw new NotUnderstood("anch_no");
    }
    return new Point(Long.parseLong(number), hash);
  }
}
