package yibao.hall.web;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables for a table program: RFC 4180, UTF-8 with a byte order mark. */
final class Csv {
  /** Without it table programs take the file for another encoding. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What table programs take for the beginning of a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /** Sends a table under a file name. */
  static void send(
      RoutingContext context, String name, List<String> head, List<List<String>> rows) {
    context
        .response()
        .putHeader("Content-Type", "text/csv; charset=utf-8")
        .putHeader("Content-Disposition", "attachment; filename=" + name)
        .end(
            Stream.concat(Stream.of(head), rows.stream())
                .map(Csv::line)
                .collect(Collectors.joining("", BYTE_ORDER_MARK, "")));
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return plain.matches("[^\",\r\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
  }
}
