package yibao.kiosk.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A region's 经办政务服务事项清单 around its rows.
 *
 * @param title the title as printed
 * @param preamble paragraphs before the first row
 * @param columns the printed columns with their printed headings, in printed order; a list lacks
 *     the others
 * @param footnotes 说明 and everything after the last row
 * @param repairs what extraction from the printed table broke and how it was put right
 */
public record PublishedList(
    String title,
    List<String> preamble,
    SequencedMap<Column, String> columns,
    List<String> footnotes,
    List<Repair> repairs) {

  public PublishedList {
    preamble = List.copyOf(preamble);
    columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    footnotes = List.copyOf(footnotes);
    repairs = List.copyOf(repairs);
  }
}
