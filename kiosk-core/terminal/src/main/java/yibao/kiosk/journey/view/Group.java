package yibao.kiosk.journey.view;

import java.util.List;

/** Lines that belong together under a title. */
public record Group(String title, List<Row> rows) {

  public Group {
    rows = List.copyOf(rows);
  }
}
