package yibao.kiosk.packs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import yibao.kiosk.catalog.Column;
import yibao.kiosk.catalog.PrintedItem;
import yibao.kiosk.catalog.PrintedText;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Stage;

/**
 * A region's list as JSON: every printed column verbatim, our reading beside it.
 *
 * <p>{@code null} where the list has no such column, {@code ""} where its cell is empty. White
 * space is normalised as {@link PrintedText} says; the list's own line breaks came from its table.
 */
public final class CatalogJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CatalogJson() {}

  /** The whole list. */
  public static ObjectNode of(Region region) {
    ObjectNode json = JSON.objectNode();
    json.put("region", region.id());
    json.put("title", PrintedText.normalise(region.list().title()));
    json.set("footnotes", texts(region.list().footnotes()));
    ArrayNode items = json.putArray("items");
    region.items().forEach(item -> items.add(item(item)));
    return json;
  }

  private static ObjectNode item(ServiceItem item) {
    PrintedItem printed = item.printed();
    ObjectNode json = JSON.objectNode();
    json.put("seq", printed.seq());
    cell(json, printed, Column.CATEGORY);
    cell(json, printed, Column.CATEGORY_CODE);
    cell(json, printed, Column.NAME);
    cell(json, printed, Column.CODE);
    cell(json, printed, Column.MATERIALS);
    cell(json, printed, Column.TIME_LIMIT);
    stages(json, printed);
    cell(json, printed, Column.CHANNEL);
    cell(json, printed, Column.REMARKS);
    cell(json, printed, Column.LEGAL_BASIS);
    cell(json, printed, Column.ACCEPTED_BY);
    cell(json, printed, Column.SERVICE_OBJECT);
    cell(json, printed, Column.QUERY_CHANNEL);
    cell(json, printed, Column.OTHER);
    json.put("ending", item.reading().otherwise().ending().key());
    json.setAll(ReadingJson.of(item.reading()));
    return json;
  }

  private static void cell(ObjectNode json, PrintedItem printed, Column column) {
    json.put(column.key(), printed.cell(column).map(PrintedText::normalise).orElse(null));
  }

  private static void stages(ObjectNode json, PrintedItem printed) {
    ArrayNode stages = json.putArray(Column.STAGES.key());
    Stage.split(printed.text(Column.STAGES)).forEach(stage -> stages.add(stage.name()));
    json.put("stagesText", printed.cell(Column.STAGES).map(PrintedText::normalise).orElse(null));
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = JSON.arrayNode();
    texts.forEach(text -> array.add(PrintedText.normalise(text)));
    return array;
  }
}
