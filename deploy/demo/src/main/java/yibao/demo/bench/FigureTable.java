package yibao.demo.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figures as one aligned table. */
final class FigureTable {

  private static final List<String> HEADING =
      List.of("name", "figure", "peer or limit", "ratio", "budget", "met");

  private FigureTable() {}

  static void print(PrintWriter out, List<Figure> figures) {
    List<List<String>> rows =
        Stream.concat(Stream.of(HEADING), figures.stream().map(FigureTable::cells)).toList();
    List<Integer> widths =
        IntStream.range(0, HEADING.size())
            .mapToObj(c -> rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
            .toList();
    rows.forEach(row -> out.println(line(row, widths)));
    out.flush();
  }

  private static List<String> cells(Figure figure) {
    return List.of(
        figure.name(),
        figure.value(),
        figure.peer(),
        figure.ratio().isPresent()
            ? String.format(Locale.ROOT, "%.2f", figure.ratio().getAsDouble())
            : "",
        figure.budget().map(Figure.Budget::limit).orElse(""),
        figure.budget().map(budget -> budget.met() ? "yes" : "no").orElse(""));
  }

  private static String line(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(c -> cells.get(c) + " ".repeat(widths.get(c) - cells.get(c).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }
}
