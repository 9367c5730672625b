package yibao.kiosk.app;

import java.util.Optional;
import yibao.kiosk.telemetry.OwnFigures;
import yibao.kiosk.web.FiguresApi;

/** What the terminal counts, as its staff's page asks for it: the two do not know each other. */
final class OwnMonth implements FiguresApi.Month {
  private final OwnFigures figures;

  OwnMonth(OwnFigures figures) {
    this.figures = figures;
  }

  @Override
  public Optional<FiguresApi.Figures> look() throws InterruptedException {
    return figures.look().map(OwnMonth::told);
  }

  private static FiguresApi.Figures told(OwnFigures.Figures found) {
    return new FiguresApi.Figures(
        found.days().stream()
            .map(it -> new FiguresApi.Day(it.day(), it.visits(), it.reached(), it.seconds()))
            .toList(),
        found.items().stream()
            .map(it -> new FiguresApi.Item(it.seq(), it.name(), it.visits(), it.reached()))
            .toList(),
        found.leftAt().stream().map(it -> new FiguresApi.Left(it.step(), it.visits())).toList(),
        found.counted().stream().map(it -> new FiguresApi.Counted(it.day(), it.counts())).toList(),
        found.papers().stream()
            .map(it -> new FiguresApi.Forecast(it.printer(), it.forecast()))
            .toList());
  }
}
