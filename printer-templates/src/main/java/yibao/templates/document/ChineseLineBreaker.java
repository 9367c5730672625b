package yibao.templates.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.List;
import yibao.templates.text.Cluster;
import yibao.templates.text.LineBreaking;

/** Breaks lines in documents by the same rules as on receipts. */
final class ChineseLineBreaker implements FSTextBreaker {
  private List<Cluster> clusters = List.of();
  private int index;
  private int position;

  @Override
  public void setText(String text) {
    clusters = Cluster.split(text);
    index = 0;
    position = 0;
  }

  @Override
  public int next() {
    if (index >= clusters.size()) {
      return BreakIterator.DONE;
    }
    do {
      position += clusters.get(index++).text().length();
    } while (index < clusters.size()
        && !LineBreaking.allowed(clusters.get(index - 1), clusters.get(index)));
    return position;
  }
}
