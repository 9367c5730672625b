package yibao.demo.bench;

import java.util.ArrayList;
import java.util.List;

/** A hall of terminals: how fast the wall is, what it costs them, what a week leaves behind. */
final class HallBench implements Bench {
  private final List<Bench> parts;

  HallBench(List<Bench> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public List<Figure> run() throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (Bench part : parts) {
      figures.addAll(part.run());
    }
    return figures;
  }
}
